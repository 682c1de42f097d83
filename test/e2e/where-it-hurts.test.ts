/** Who has said where it hurts to find a treatment is not asked all of it again, and the clinic reads what they have said. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];
let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

const where = 'Where does it hurt, or where should we work?';
const closer = 'You picked “Knee or hip”. Where exactly?';

/** A patient on the last page of the checklist, who found their treatment in some way. */
async function comesToTheLastPage(topics: readonly string[], options = {}) {
  const page = await world.open(options);
  const heard: string[] = [];
  await page.exposeFunction('hear', (what: string) => heard.push(what));
  await page.evaluate(() => {
    for (const name of ['myo-service-select', 'myo-checklist-change', 'myo-step-change'])
      addEventListener(name, (event) => void hear(JSON.stringify((event as CustomEvent).detail)));
  });
  const patient = new Patient(page);
  await patient.isAsked('What can we help with?');
  for (const topic of topics) await patient.presses(patient.button(topic));
  await patient.picks('Scar and post-surgery massage');
  await patient.goesOn();
  await patient.isAsked('Is it safe to treat you now?');
  for (let turned = 1; turned < 4; turned++) {
    await patient.isAsked(`Page ${turned} of 4`);
    await patient.saysNo();
    await patient.goesOn();
  }
  await patient.isAsked('Page 4 of 4');
  return { page, patient, heard };
}
declare function hear(what: string): Promise<void>;

const asked = (patient: Patient, question: string) =>
  patient.widget.getByRole('group', { name: question, exact: true });

/** What was sent of where it hurts, by linkId. */
async function sent(patient: Patient) {
  await patient.confirms();
  const row = await world.db
    .selectFrom('booking')
    .selectAll()
    .where('reference', '=', await patient.reference())
    .executeTakeFirstOrThrow();
  const pages = row.body?.request.checklist?.item ?? [];
  return pages
    .flatMap(({ item = [] }) => item)
    .filter(({ linkId }) => /area/.test(linkId))
    .map(({ linkId, answer = [] }) => [linkId, answer.map(({ valueCoding }) => valueCoding?.code)]);
}

async function goesOnToBook(patient: Patient, ...said: readonly string[]) {
  await patient.saysNo(said);
  await patient.goesOn();
  await patient.takesATime();
  await patient.goesOn();
  await patient.tellsWhoComes();
  await patient.goesOn();
  await patient.agrees();
}

describe('Where it hurts', () => {
  it('is asked only closer of who has picked an area, and reaches the clinic', async () => {
    const { page, patient, heard } = await comesToTheLastPage(['Knee or hip'], {
      viewport: { width: 360, height: 740 },
    });
    await asked(patient, closer).waitFor();
    assert.equal(await asked(patient, where).count(), 0);
    assert.equal(
      await patient.widget.getByRole('checkbox', { checked: true }).count(),
      0,
      'nothing is ticked for them',
    );
    await patient.presses(asked(patient, closer).getByText('Left knee'));
    if (screenshots) await page.screenshot({ path: `${screenshots}/where-closer.png`, fullPage: true });
    await goesOnToBook(patient);
    assert.doesNotMatch(heard.join(), /knee/);
    assert.doesNotMatch(
      await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage, at: location.href })),
      /knee/,
    );
    assert.deepEqual(await sent(patient), [
      ['chosen-area', ['knee-hip']],
      ['area-knee-hip', ['left-knee']],
    ]);
    await page.context().close();
  });

  it('is asked of the whole body once the patient says that it is somewhere else', async () => {
    const { page, patient } = await comesToTheLastPage(['Knee or hip']);
    await patient.presses(asked(patient, closer).getByText('Somewhere else'));
    await patient.presses(asked(patient, where).getByText('Upper back'));
    if (screenshots) await page.screenshot({ path: `${screenshots}/where-elsewhere.png`, fullPage: true });
    await goesOnToBook(patient, 'Somewhere else', 'Upper back');
    assert.deepEqual((await sent(patient)).slice(1), [
      ['area-knee-hip', ['elsewhere']],
      ['area', ['upper-back']],
    ]);
    await page.context().close();
  });

  for (const [who, topics] of [
    ['has picked no area', []],
    ['has looked at all treatments again', ['Knee or hip', 'Show all']],
    ['has picked how it feels', ['More', 'Scar']],
  ] as const)
    it(`is asked of the whole body of who ${who}`, async () => {
      const { page, patient } = await comesToTheLastPage(topics);
      await asked(patient, where).waitFor();
      assert.equal(await asked(patient, closer).count(), 0);
      await page.context().close();
    });

  it('is said again where the patient comes back and picks another area', async () => {
    const { page, patient } = await comesToTheLastPage(['Knee or hip']);
    for (let turned = 0; turned < 4; turned++) await patient.presses(patient.button('Back'));
    await patient.isAsked('What can we help with?');
    await patient.presses(patient.button('Hand or arm'));
    await patient.picks('Lymphatic drainage');
    await patient.picks('Scar and post-surgery massage');
    await patient.goesOn();
    for (let turned = 1; turned < 4; turned++) {
      await patient.isAsked(`Page ${turned} of 4`);
      await patient.goesOn();
    }
    await asked(patient, 'You picked “Hand or arm”. Where exactly?').waitFor();
    assert.equal(await asked(patient, closer).count(), 0);
    await page.context().close();
  });
});
