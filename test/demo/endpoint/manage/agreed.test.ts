import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import type { QuestionnaireResource } from '../../../../src/contract/index.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';
import { receptionist } from '../helpers/receptionist.ts';

const DAY = 24 * 60;

/** A rule of a doctor's agreement, for surgery so many days before the visit. */
const rule = (fields: Readonly<Record<string, number>>) => ({
  url: 'https://myo-booking.example/fhir/screening-outcome',
  extension: [
    { url: 'outcome', valueCode: 'clearance' },
    ...Object.entries(fields).map(([url, valueInteger]) => ({ url, valueInteger })),
  ],
});
const surgery: QuestionnaireResource = {
  resourceType: 'Questionnaire',
  url: 'https://cedar.example/Questionnaire/surgery',
  version: '1',
  status: 'active',
  item: [
    {
      linkId: 'when',
      text: 'When was your surgery?',
      type: 'date',
      required: true,
      extension: [rule({ withinDays: 41 }), rule({ beforeDays: 41, withinDays: 83 })],
    },
  ],
};

onEveryDatabase('What a doctor has agreed to', (db) => {
  /** Surgery on 22 October; whoever comes on 8 December comes in the seventh week. */
  const open = async (until?: string) => {
    const clinic = cedar();
    const endpoint = testEndpoint(db(), { clinic, checklist: loadChecklist(surgery, clinic.languages) });
    const maria = endpoint.patient();
    const noor = await receptionist(endpoint);
    const { token } = (await maria.holds('s2~t1~2026-12-08T16:00Z')).body;
    const checklist = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: `${surgery.url}|1`,
      status: 'completed',
      item: [{ linkId: 'when', text: 'When was your surgery?', answer: [{ valueDate: '2026-10-22' }] }],
    };
    const { status, body } = await maria.books(token, { ...booking(), checklist });
    assert.equal(status, 201, JSON.stringify(body));
    const [waiting] = await noor.waiting();
    assert.equal((await noor.answers(waiting, 'no-objection', until ? { until } : {})).status, 200);
    let revision = 2;
    const moves = async (to: string) => {
      const hold = (await maria.holds(to)).body.token;
      const moved = await maria.changes((body as { manageToken: string }).manageToken, 'reschedule', {
        body: { hold },
        revision: revision++,
      });
      return [moved.body.status ?? moved.problem, moved.body.clearance?.deadline] as const;
    };
    return { endpoint, noor, moves };
  };

  it('holds for another day of the same weeks, and not for earlier ones, which are stricter', async () => {
    const { moves } = await open();
    assert.deepEqual(await moves('s2~t1~2026-12-09T17:00Z'), ['booked', undefined]);
    assert.equal((await moves('s2~t1~2026-11-30T16:00Z'))[0], 'pending');
  });

  it('holds for half a year where nobody has named an end', async () => {
    const endpoint = testEndpoint(db());
    const [maria, noor] = [endpoint.patient(), await receptionist(endpoint)];
    const { token } = (await maria.holds('s2~t1~2026-12-08T16:00Z')).body;
    const { manageToken } = (await maria.books(token, booking('clot'))).body;
    const [waiting] = await noor.waiting();
    assert.equal((await noor.answers(waiting, 'no-objection', {})).status, 200);
    const moves = async (to: string, revision: number) => {
      const { token: hold } = (await maria.holds(to)).body;
      return (await maria.changes(manageToken, 'reschedule', { body: { hold }, revision })).body.status;
    };
    endpoint.passes(10 * DAY);
    assert.equal(await moves('s2~t1~2027-02-23T16:00Z', 2), 'booked');
    endpoint.passes(75 * DAY);
    assert.equal(await moves('s2~t1~2027-05-11T15:00Z', 3), 'booked');
    endpoint.passes(75 * DAY);
    assert.equal(await moves('s2~t1~2027-06-15T15:00Z', 4), 'pending', 'then somebody has to be asked again');
  });

  it('gives who has to be asked again the clinic’s days from then on, however often it moves', async () => {
    const { endpoint, noor, moves } = await open('2026-12-10');
    endpoint.passes(10 * DAY);
    assert.deepEqual(await moves('s2~t1~2026-12-15T16:00Z'), ['pending', '2026-12-10T09:00:00-07:00']);
    endpoint.passes(DAY);
    assert.deepEqual(await moves('s2~t1~2026-12-16T17:00Z'), ['pending', '2026-12-10T09:00:00-07:00']);
    assert.equal((await noor.waiting()).length, 1);
  });

  /** Surgery on the first of October: in the ninth week a doctor is asked, after the twelfth nobody. */
  const twoVisits = async (slots: readonly string[]) => {
    const clinic = cedar();
    const endpoint = testEndpoint(db(), { clinic, checklist: loadChecklist(surgery, clinic.languages) });
    const [maria, noor] = [endpoint.patient(), await receptionist(endpoint)];
    const { token } = (await maria.holds(slots)).body;
    const checklist = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: `${surgery.url}|1`,
      status: 'completed',
      item: [{ linkId: 'when', text: 'When was your surgery?', answer: [{ valueDate: '2026-10-01' }] }],
    };
    const { body } = await maria.books(token, { ...booking(), checklist });
    assert.equal(body.status, 'pending', JSON.stringify(body));
    const ids: readonly string[] = body.appointments.map(({ id }: { id: string }) => id);
    const cancels = (id: string | undefined, revision: number) =>
      maria.changes(body.manageToken, 'cancel', { body: { appointmentIds: [id] }, revision });
    const moves = async (to: string, revision: number) =>
      maria.changes(body.manageToken, 'reschedule', {
        body: { hold: (await maria.holds(to)).body.token },
        revision,
      });
    return { endpoint, maria, noor, ids, cancels, moves, manage: body.manageToken as string };
  };
  const ninthWeek = 's2~t1~2026-12-01T16:00Z';
  const fourteenthWeek = 's2~t1~2027-01-05T16:00Z';

  it('is nothing where no doctor was asked: what is cancelled is no agreement', async () => {
    const { ids, cancels, moves } = await twoVisits([ninthWeek, fourteenthWeek]);
    assert.equal((await cancels(ids[0], 1)).body.status, 'booked', 'what stands needs nobody');
    assert.equal((await moves('s2~t1~2027-01-07T16:00Z', 2)).body.status, 'booked');
    assert.equal((await moves('s2~t1~2026-12-03T17:00Z', 3)).body.status, 'pending');
  });

  it('is not waited for once what needed it is cancelled, and is again where that is taken back', async () => {
    const { endpoint, maria, ids, cancels, manage } = await twoVisits([ninthWeek, fourteenthWeek]);
    await cancels(ids[0], 1);
    const back = await maria.changes(manage, 'undo', { revision: 2 });
    assert.deepEqual([back.status, back.body.status], [200, 'pending']);
    await cancels(ids[0], 3);
    endpoint.passes(8 * DAY);
    assert.equal(await endpoint.app.freeOverdue(), 0);
    const { status, appointments } = (await maria.sees(manage)).body;
    assert.deepEqual([status, appointments[1].status], ['booked', 'booked']);
    assert.equal((await endpoint.patient().holds(fourteenthWeek)).problem, 'slot-taken');
  });

  it('may end before what is cancelled anyway', async () => {
    const { noor, ids, cancels } = await twoVisits([ninthWeek, 's2~t1~2026-12-08T16:00Z']);
    assert.equal((await cancels(ids[1], 1)).body.status, 'pending');
    const [waiting] = await noor.waiting();
    const { status, body } = await noor.answers(waiting, 'no-objection', { until: '2026-12-02' });
    assert.deepEqual([status, body.status], [200, 'booked'], JSON.stringify(body));
  });
});
