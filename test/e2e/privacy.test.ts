/** Words that only this patient says, planted in whatever can be typed, and looked for wherever they must not be. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

const planted = {
  name: 'Zqname Plantedname',
  phone: '(303) 555-7391',
  email: 'zqmail@planted.example',
  note: 'zqnote, planted',
  answer: 'zqanswer, planted',
};
/** Answers that are picked: one by its words and its code, and those behind which something is asked in words. */
const picked = [
  'Fibromyalgia, or pain all over',
  'Do you see a doctor for anything | Yes',
  'Strong pain pills (opioids)',
  'Latex',
  'How bad is the pain | 5',
  'Did a doctor or therapist send you | Yes',
];
/** Every question that is answered in words. */
const inWords = ['other-care-what', 'medicines-names', 'allergy-more', 'better', 'goal', 'referrer'];
const traces = /zq(name|mail|note|answer)|planted|7391|fibro/i;

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

/** The page of a clinic that listens to everything, with the booking inside a form of its own. */
const open = async (seen: string[]): Promise<Page> => {
  const page = await world.open();
  page.on('console', (message) => seen.push(`console ${message.text()}`));
  page.on('pageerror', (error) => seen.push(`error ${error.message}`));
  page.on('request', (request) => seen.push(`request ${request.url()} ${JSON.stringify(request.headers())}`));
  await page.addInitScript(`
    window.heard = [];
    const fire = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('myo-') && event.type !== 'myo-store')
        heard.push(event.type + ' ' + JSON.stringify(event) + JSON.stringify(event.detail ?? null));
      return fire.call(this, event);
    };
  `);
  const form = '<form id="theirs"><input name="own" value="own"><div id="here"></div></form>';
  await page.goto(world.write(`${form}<script src="TAG" data-endpoint="ENDPOINT" data-target="#here"></script>`));
  return page;
};

/** What the page, and any script on it, could find. */
const findIn = (page: Page) =>
  page.evaluate<string>(`JSON.stringify({
    heard, at: location.href, history: history.state, title: document.title, cookie: document.cookie,
    local: { ...localStorage }, session: { ...sessionStorage },
    form: [...new FormData(document.querySelector('#theirs'))],
    page: document.documentElement.outerHTML,
  })`);

interface Answered {
  readonly linkId: string;
  readonly item?: readonly Answered[] | undefined;
  readonly answer?: readonly { readonly item?: readonly Answered[] | undefined }[] | undefined;
}

/** What was answered to each question, however deep it lies. */
const answersIn = (items: readonly Answered[]): Map<string, string> =>
  new Map(
    items.flatMap(({ linkId, item = [], answer = [] }) => [
      [linkId, JSON.stringify(answer)] as const,
      ...answersIn([...item, ...answer.flatMap((one) => one.item ?? [])]),
    ]),
  );

describe('what a patient has typed', () => {
  it('reaches the endpoint, and neither the page nor a log', async () => {
    const seen: string[] = [];
    const page = await open(seen);
    const patient = new Patient(page);
    await patient.isAsked('What can we help with?');
    await patient.picks('Relaxation massage');
    await patient.goesOn();
    await patient.isHealthy(planted.answer, picked);
    await patient.takesATime();
    await patient.goesOn();
    await patient.tellsWhoComes(planted);
    await patient.widget.getByLabel('E-mail').first().fill(planted.email);
    await patient.widget.getByLabel('Anything your therapist should know?').fill(planted.note);
    await patient.goesOn();
    await patient.agrees();

    const failed = { kind: 'answer', status: 500, type: 'application/json', body: '{}' } as const;
    world.endpoint.break(/bookings/, failed);
    await patient.confirms();
    const trouble = patient.widget.locator('[part~=trouble]').first();
    assert.doesNotMatch((await trouble.textContent()) ?? '', traces);
    world.endpoint.mend();
    await patient.confirms();
    const reference = await patient.reference();

    const found = await findIn(page);
    assert.match(found, /myo-booking-confirm/, 'events were heard');
    assert.match(found, /own/, 'the form was read');
    assert.ok(seen.some((line) => line.startsWith('request')));
    for (const where of [found, ...seen, ...world.log]) assert.doesNotMatch(where, traces);

    const { body } = await world.db
      .selectFrom('booking')
      .select('body')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    for (const words of ['Zqname', 'zqmail', 'zqnote', 'zqanswer', '7391', '"fibro"'])
      assert.ok(JSON.stringify(body).includes(words), `${words} was kept for the clinic`);
    const kept = answersIn(body?.request.checklist?.item ?? []);
    for (const linkId of inWords)
      assert.ok(kept.get(linkId)?.includes(planted.answer), `${linkId} was asked, and kept for the clinic`);
    await page.context().close();
  });
});
