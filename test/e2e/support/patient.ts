import type { Locator, Page } from 'playwright-core';

/** A patient in front of the widget, in the words that the widget says to them. */
export class Patient {
  readonly widget: Locator;

  constructor(readonly page: Page) {
    this.widget = page.locator('myo-booking');
  }

  heading = (name: string | RegExp) => this.widget.getByRole('heading', { name });
  button = (name: string | RegExp) => this.widget.getByRole('button', { name });
  text = (words: string | RegExp) => this.widget.getByText(words);

  async sees(words: string | RegExp) {
    await this.text(words).first().waitFor();
  }

  async isAsked(heading: string | RegExp) {
    await this.heading(heading).first().waitFor();
  }

  async goesOn() {
    await this.button('Continue').click();
  }

  /** Picks a treatment by its name, and a length where it has several. */
  async picks(service: string, length?: string) {
    await this.widget
      .getByRole('radio', { name: length ?? service })
      .first()
      .check({ force: true });
  }

  /** Answers one question by its words. */
  async answers(question: string | RegExp, answer: string | RegExp) {
    const asked = this.widget.getByRole('group', { name: question });
    await asked.locator('label').filter({ hasText: answer }).first().locator('input').check({ force: true });
  }

  /** Says no to everything, page after page, until the calendar is there. */
  async isHealthy() {
    await this.isAsked('Is it safe to treat you now?');
    while (!(await this.heading('When can you come?').first().isVisible())) {
      await this.saysNo();
      const page = await this.widget.locator('h3').first().textContent();
      await this.goesOn();
      await this.page.waitForFunction((before) => {
        const flow = document.querySelector('myo-booking')?.shadowRoot;
        const list = flow?.querySelector('myo-intake-checklist')?.shadowRoot;
        return !list || list.querySelector('h3')?.textContent !== before;
      }, page);
    }
  }

  /** The mildest answer to every question of this page. */
  private async saysNo() {
    for (const question of await this.widget.locator('[part~=question]').all()) {
      const mild = question
        .locator('label')
        .filter({ hasText: /^\s*(No|Never|None of these|None|Nothing|0|All over)\b/ });
      if (await mild.count()) await mild.first().locator('input').check({ force: true });
      else if (await question.locator('input[type=radio], input[type=checkbox]').count())
        await question.locator('input').first().check({ force: true });
    }
  }

  /** Takes a free time of the day that is shown. */
  async takesATime(which: 'first' | 'last' = 'first') {
    await this.isAsked('When can you come?');
    await this.widget.locator('[part~=time]')[which]().click();
    await this.sees(/We keep this time for you/);
  }

  async tellsWhoComes({ name = 'Maria Santos', phone = '(303) 555-0100', email = '' } = {}) {
    await this.isAsked('Who is coming?');
    await this.widget.getByLabel('Full name').fill(name);
    await this.widget.getByLabel('Mobile phone').fill(phone);
    if (email)
      await this.widget
        .getByLabel(/E-mail/)
        .first()
        .fill(email);
  }

  async agrees() {
    await this.isAsked('Is this right?');
    for (const box of await this.widget.getByRole('checkbox').all()) await box.check();
  }

  async confirms() {
    await this.button('Confirm booking').click();
  }

  /** From the first page to the review. */
  async comesToTheReview(service = 'Relaxation massage', which: 'first' | 'last' = 'first') {
    await this.isAsked('What can we help with?');
    await this.picks(service);
    await this.goesOn();
    await this.isHealthy();
    await this.takesATime(which);
    await this.goesOn();
    await this.tellsWhoComes();
    await this.goesOn();
    await this.agrees();
  }

  async reference() {
    await this.isAsked(/You are booked for/);
    return (await this.widget.locator('[part~=reference] [aria-hidden]').textContent())?.trim() ?? '';
  }
}
