import type { Frame, Locator, Page } from 'playwright-core';

/** Answers to give beside "no", and who comes. */
interface Visit {
  readonly but?: readonly string[];
  readonly name?: string;
  readonly phone?: string;
}

/** A patient in front of the widget, in the words that the widget says to them. */
export class Patient {
  readonly widget: Locator;

  constructor(
    /** The page, or the frame that holds the booking. */
    readonly page: Page | Frame,
    /** Whether they tap rather than click. */
    readonly touches = false,
  ) {
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

  async presses(target: Locator) {
    await (this.touches ? target.tap() : target.click());
  }

  async goesOn() {
    await this.presses(this.button('Continue'));
  }

  /** Picks a treatment by its name, or a length of it. */
  async picks(name: string) {
    const radio = this.page.getByRole('radio', { name });
    await this.presses(this.widget.locator('label', { has: radio }).first());
  }

  /**
   * Says no to everything, page after page, until the calendar is there, and has some words for whoever asks for words;
   * `but` are answers to give where they are offered.
   */
  async isHealthy(words?: string, but: readonly string[] = []) {
    await this.isAsked('Is it safe to treat you now?');
    while (!(await this.heading('When can you come?').first().isVisible())) {
      const page = await this.widget.locator('h3').first().textContent();
      await this.saysNo(but);
      const lines = this.widget.locator('[part~=question] :is(textarea, input[type=text]:not([inputmode]))');
      if (words) for (const line of await lines.all()) await line.fill(words);
      await this.goesOn();
      await this.page.waitForFunction((before) => {
        const flow = document.querySelector('myo-booking')?.shadowRoot;
        const list = flow?.querySelector('myo-intake-checklist')?.shadowRoot;
        return !list || list.querySelector('h3')?.textContent !== before;
      }, page);
    }
  }

  /** Takes the first free time of the day that is shown, perhaps after turning to another month. */
  async takesATime(month?: string) {
    await this.isAsked('When can you come?');
    if (month) {
      await this.presses(this.button(new RegExp(`^${month}`)));
      await this.heading(new RegExp(`, ${month} `)).waitFor();
    }
    const time = this.widget.locator('[part~=time][aria-disabled=false]').first();
    await this.presses(time);
    const isKept = this.text(/We keep this time for you/).first();
    await isKept.waitFor({ timeout: 5000 }).catch(async () => {
      console.log(`pressed twice, for ${await this.widget.innerText()}`);
      await this.presses(time);
      await isKept.waitFor();
    });
  }

  async tellsWhoComes({ name = 'Maria Santos', phone = '(303) 555-0100' } = {}) {
    await this.isAsked('Who is coming?');
    await this.widget.getByLabel('Full name').fill(name);
    await this.widget.getByLabel('Mobile phone').fill(phone);
    await this.saysWhenBorn();
  }

  async saysWhenBorn() {
    for (const [part, typed] of Object.entries({ Month: '4', Day: '2', Year: '1957' }))
      await this.widget.getByLabel(part, { exact: true }).fill(typed);
  }

  async agrees() {
    await this.isAsked('Is this right?');
    for (const consent of await this.widget.locator('[part~=consent]').all()) await this.presses(consent);
    await this.widget.getByLabel('Sign here').fill('Maria Santos');
  }

  async confirms() {
    await this.presses(this.button('Confirm booking'));
  }

  /** From the first page to the review. */
  async comesToTheReview(service = 'Relaxation massage', month?: string, { but, ...who }: Visit = {}) {
    await this.isAsked('What can we help with?');
    await this.picks(service);
    await this.goesOn();
    await this.isHealthy(undefined, but);
    await this.takesATime(month);
    await this.goesOn();
    await this.tellsWhoComes(who);
    await this.goesOn();
    await this.agrees();
  }

  async reference() {
    await this.isAsked(/You are booked for/);
    return (await this.widget.locator('[part~=reference] [aria-hidden]').textContent())?.trim() ?? '';
  }

  /** The mildest answer to every question of this page, or the one that is to be given instead. */
  /** Says no to everything on this page but `but`: an answer by its words, or behind the words that its question begins with and a bar. */
  async saysNo(but: readonly string[] = []) {
    const questions = this.widget.locator('[part~=question]');
    // An answer may bring further questions.
    for (let at = 0; at < (await questions.count()); at++) {
      const question = questions.nth(at);
      const asked = but.length > 0 ? await question.innerText() : '';
      const given = but
        .map((one) => one.split(' | '))
        .filter(([start = '', answer]) => !answer || asked.startsWith(start));
      const labels = question.locator('label:has(input[type=radio], input[type=checkbox])');
      const mild = labels.filter({ hasText: /^\s*(No|Never|None of these|None|Nothing|0|All over)\b/ });
      const offered = (await labels.allInnerTexts()).findIndex((label) =>
        given.some((one) => one.at(-1) === label.trim()),
      );
      const answer = offered >= 0 ? labels.nth(offered) : (await mild.count()) ? mild.first() : labels.first();
      if (!(await answer.count()) || (await answer.locator('input').isChecked())) continue;
      await (this.touches ? answer.tap() : answer.dispatchEvent('click'));
    }
  }
}
