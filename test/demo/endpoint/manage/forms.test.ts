import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { findBooking } from '../../../../demo/endpoint/db/bookings.ts';
import { showVisit } from '../../../../demo/endpoint/desk/show-visit.ts';
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { booking, newKey } from '../helpers/patient.ts';

const questionnaire = {
  resourceType: 'Questionnaire',
  url: 'https://cedar.example/Questionnaire/before-your-visit',
  version: '1',
  status: 'active',
  item: [
    { linkId: 'goal', text: 'What would you like to do again?', type: 'string', required: true },
    { linkId: 'work', text: 'What do you do all day?', type: 'string' },
  ],
};
const filled = (...linkIds: readonly string[]) => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: `${questionnaire.url}|1`,
  status: 'in-progress',
  item: linkIds.map((linkId) => ({ linkId, answer: [{ valueString: `planted ${linkId}` }] })),
});

onEveryDatabase('The longer form before a visit', (db) => {
  const asking = (services?: readonly string[], version = '1') =>
    cedar((data) => (data.forms = [{ questionnaire: { ...questionnaire, version }, ...(services && { services }) }]));
  const open = async (services?: readonly string[]) => {
    const clinic = asking(services);
    const endpoint = testEndpoint(db(), { clinic });
    const maria = endpoint.patient();
    const { token } = (await maria.holds('s2~t1~2026-12-01T16:00Z')).body;
    const booked = (await maria.books(token, booking())).body as { manageToken: string; id: string };
    const { manageToken } = booked;
    const saves = (body: object) => maria.sends('/booking/forms', body, { token: manageToken });
    const sees = () => maria.asks('/booking/forms', { Authorization: `Bearer ${manageToken}` });
    return { endpoint, saves, sees, booked };
  };

  it('is kept once, however often it is saved, and answers a request that comes again', async () => {
    const { endpoint, booked } = await open();
    const maria = endpoint.patient();
    const sent = { token: booked.manageToken, key: newKey() };
    const [first, again] = [
      await maria.sends('/booking/forms', { response: filled('goal') }, sent),
      await maria.sends('/booking/forms', { response: filled('goal') }, sent),
    ];
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.deepEqual(again.body.forms[0].response, filled('goal'));
    const kept = await db()
      .selectFrom('idempotency')
      .select('answer')
      .where('clinic', '=', endpoint.clinic.id)
      .execute();
    assert.doesNotMatch(JSON.stringify(kept), /planted/);
  });

  it('is saved as it is filled in, and is there again', async () => {
    const { saves, sees, endpoint } = await open();
    assert.deepEqual((await sees()).body.forms, [{ questionnaire, complete: false }]);
    assert.equal((await saves({ response: filled('work') })).status, 200);
    assert.deepEqual((await sees()).body.forms[0].response, filled('work'));
    const whole = await saves({ response: filled('goal', 'work'), complete: true });
    assert.equal(whole.body.forms[0].complete, true);
    assert.ok(!endpoint.log.join().includes('planted'));
  });

  it('is at the desk as it was filled in, though the form has another version by now', async () => {
    const { saves, endpoint, booked } = await open();
    await saves({ response: filled('goal') });
    for (const clinic of [endpoint.clinic, asking(undefined, '2')]) {
      const row = await findBooking(db(), endpoint.clinic.id, booked.id);
      const { forms } = await showVisit(
        { db: db(), clinic: { ...clinic, id: endpoint.clinic.id }, checklist: loadChecklist(defaultChecklist, ['en']) },
        row!,
      );
      assert.deepEqual(
        forms.map(({ started, answers }) => [started, answers.map((one) => one.answers)]),
        [[true, [['planted goal']]]],
      );
    }
  });

  it('is called complete only with everything that is required', async () => {
    const { saves } = await open();
    const refused = await saves({ response: filled('work'), complete: true });
    assert.deepEqual([refused.problem, refused.body.errors[0].pointer], ['invalid', '/response/item']);
  });

  it('is asked for the treatments that want it, and no other is taken', async () => {
    const { sees, saves } = await open(['s8']);
    assert.deepEqual((await sees()).body.forms, []);
    assert.equal((await saves({ response: filled('goal') })).problem, 'invalid');
  });
});
