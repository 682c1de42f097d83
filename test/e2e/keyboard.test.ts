import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

/** What has the focus, inside every shadow root: its role or tag, and its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const words = at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent ?? '';
    const label = at?.id ? (at.getRootNode() as ShadowRoot).querySelector(`label[for="${at.id}"]`)?.textContent : '';
    return {
      kind: at instanceof HTMLInputElement ? at.type : (at?.localName ?? ''),
      name: (label || words).replace(/\s+/g, ' ').trim(),
      part: at?.getAttribute('part') ?? '',
      group: at instanceof HTMLInputElement ? at.name : '',
      checked: at instanceof HTMLInputElement && at.checked,
    };
  });

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(
  page: Page,
  found: (at: Awaited<ReturnType<typeof focused>>) => boolean,
  visit?: (at: Awaited<ReturnType<typeof focused>>) => Promise<void>,
) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (found(at)) return at;
    await visit?.(at);
  }
  throw new Error('the focus never came there');
}

const isButton = (name: string) => (at: Awaited<ReturnType<typeof focused>>) =>
  at.kind === 'button' && at.name.startsWith(name);

describe('by keyboard alone', () => {
  it('a patient books, and the database has it', async () => {
    const page = await world.open();
    const patient = new Patient(page);
    await patient.isAsked('What can we help with?');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

    await tabTo(page, (at) => at.kind === 'radio' && at.group === 'service');
    await page.keyboard.press('ArrowDown');
    assert.equal((await focused(page)).checked, true);
    await tabTo(page, isButton('Continue'));
    await page.keyboard.press('Enter');

    await patient.isAsked('Is it safe to treat you now?');
    const mild = /^(No|Never|None of these|None|Nothing|0|All over)\b/;
    for (let turned = 0; turned < 20 && !(await patient.heading('When can you come?').isVisible()); turned++) {
      await tabTo(page, isButton('Continue'), async (at) => {
        if (at.kind === 'checkbox' && mild.test(at.name)) await page.keyboard.press('Space');
        if (at.kind !== 'radio' || at.checked) return;
        for (let moves = 0; moves < 12; moves++) {
          const now = await focused(page);
          if (mild.test(now.name)) return void (now.checked || (await page.keyboard.press('Space')));
          await page.keyboard.press('ArrowDown');
        }
      });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(100);
    }

    await patient.isAsked('When can you come?');
    await patient.widget.locator('[part~=day][tabindex="0"]').waitFor();
    await tabTo(page, (at) => at.part.includes('day'));
    await page.keyboard.press('ArrowRight');
    assert.match((await focused(page)).name, /November 24/);
    await page.keyboard.press('Enter');
    await tabTo(page, (at) => at.part.includes('time'));
    await page.keyboard.press('Enter');
    await patient.sees(/We keep this time for you/);
    await tabTo(page, isButton('Continue'));
    await page.keyboard.press('Enter');

    await patient.isAsked('Who is coming?');
    await tabTo(page, (at) => at.name.startsWith('Full name'));
    await page.keyboard.type('Maria Santos');
    await tabTo(page, (at) => at.name.startsWith('Mobile phone'));
    await page.keyboard.type('(303) 555-0100');
    for (const [part, typed] of Object.entries({ Month: '4', Day: '2', Year: '1957' })) {
      await tabTo(page, (at) => at.name.startsWith(part));
      await page.keyboard.type(typed);
    }
    await tabTo(page, isButton('Continue'));
    await page.keyboard.press('Enter');

    await patient.isAsked('Is this right?');
    await tabTo(page, isButton('Confirm booking'), async (at) => {
      if (at.kind === 'checkbox') await page.keyboard.press('Space');
      if (at.name.startsWith('Sign here')) await page.keyboard.type('Maria Santos');
    });
    await page.keyboard.press('Enter');
    const reference = await patient.reference();
    const booking = await world.db
      .selectFrom('booking')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirst();
    assert.equal(booking?.status, 'booked');
    assert.match(booking.appointments[0] ? new Date(booking.appointments[0].start).toISOString() : '', /^2026-11-24/);
    await page.context().close();
  });
});
