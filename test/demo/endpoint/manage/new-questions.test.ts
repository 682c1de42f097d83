import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import type { BookingRequest } from '../../../../src/contract/index.ts';
import { answers as answersOf, checklist } from '../helpers/checklist.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking, type Json } from '../helpers/patient.ts';
import { receptionist } from '../helpers/receptionist.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const later = 's2~t1~2026-12-08T16:00Z';
const latest = 's2~t1~2026-12-15T16:00Z';

/** The next version: one question more, and one whose name means something else by now. */
const published = {
  ...checklist,
  version: '4',
  item: [
    ...checklist.item.map((item) => (item.linkId === 'sore' ? { ...item, text: 'Do you take blood thinners?' } : item)),
    { ...checklist.item[1]!, linkId: 'pregnant', text: 'Are you pregnant?' },
  ],
};

/** Answers to the new version: "no" but for those named. */
function newAnswers(...yes: readonly string[]): Json {
  const answer = (code: string) => [{ valueCoding: { code } }];
  return {
    ...answersOf(...yes),
    questionnaire: `${published.url}|4`,
    item: published.item.map(({ linkId, text }) => ({
      linkId,
      text,
      answer: answer(yes.includes(linkId) ? 'yes' : 'no'),
    })),
  };
}

onEveryDatabase('A booking whose clinic asks other questions by now', (db) => {
  /** Booked by the old version; whoever moves it finds the new one. */
  const open = async (slots: string | readonly string[] = nine, ...yes: readonly string[]) => {
    const clinic = cedar();
    const before = testEndpoint(db(), { clinic });
    const booked = await before.patient().books((await before.patient().holds(slots)).body.token, booking(...yes));
    assert.equal(booked.status, 201);
    const endpoint = testEndpoint(db(), { clinic, checklist: loadChecklist(published, clinic.languages) });
    const { manageToken, appointments } = booked.body as { manageToken: string; appointments: { id: string }[] };
    const maria = endpoint.patient();
    const moves = async (to: string, body: object = {}, revision = 1) => {
      const { token } = (await maria.holds(to)).body;
      return maria.changes(manageToken, 'reschedule', { body: { hold: token, ...body }, revision });
    };
    return { endpoint, maria, manageToken, appointments, moves };
  };
  const stored = async ({ db: tables, clinic }: TestEndpoint): Promise<BookingRequest> =>
    (
      await tables
        .selectFrom('booking')
        .select('body')
        .where('clinic', '=', clinic.id)
        .where('status', '!=', 'held')
        .executeTakeFirstOrThrow()
    ).body!.request;

  it('does not move until they are answered, and stays where it is', async () => {
    const { maria, manageToken, moves } = await open();
    const refused = await moves(later);
    assert.deepEqual([refused.status, refused.problem], [422, 'checklist-changed']);
    assert.match(refused.body.detail, /your appointment stays as it is/);
    const seen = await maria.sees(manageToken);
    assert.deepEqual(
      [seen.body.status, seen.body.revision, seen.body.appointments[0].start],
      ['booked', 1, '2026-12-01T09:00:00-07:00'],
    );
  });

  const old = answersOf();
  const [first] = newAnswers().item;
  const wrong: readonly (readonly [name: string, answers: Json, problem: string])[] = [
    ['to the version before', old, 'checklist-changed'],
    ['of which one is missing', { ...newAnswers(), item: newAnswers().item.slice(0, -1) }, 'invalid'],
    ['of which only one is there', { ...newAnswers(), item: [first] }, 'invalid'],
    ['that call for a call', newAnswers('chest'), 'screening-changed'],
    ['that the new date comes too soon for', newAnswers('fever'), 'screening-changed'],
  ];
  for (const [name, checklist, problem] of wrong)
    it(`does not move by answers ${name}`, async () => {
      const { moves, endpoint } = await open();
      const refused = await moves('s2~t1~2026-12-02T16:00Z', { checklist });
      assert.equal(refused.problem, problem);
      assert.equal((await stored(endpoint)).checklist?.questionnaire, old.questionnaire);
    });

  it('moves once they are, for good, and its therapist reads what is true now', async () => {
    const { endpoint, maria, manageToken, moves } = await open();
    const moved = await moves(later, { checklist: newAnswers() });
    assert.deepEqual([moved.status, moved.body.status], [200, 'booked'], JSON.stringify(moved.body));
    assert.equal(
      (await maria.changes(manageToken, 'undo', { revision: 2 })).problem,
      'too-late',
      'what was said is not unsaid',
    );
    const [visit] = (await (await receptionist(endpoint)).day('2026-12-08')).body.appointments;
    assert.deepEqual(visit.answers.map(({ question, answers }: Json) => `${question} ${answers}`).slice(-1), [
      'Are you pregnant? No',
    ]);
    assert.equal((await moves(latest, {}, 2)).status, 200, 'and is not asked a third time');
  });

  it('waits for a doctor where the new answers want one, whatever else stays where it is', async () => {
    const { endpoint, appointments, moves } = await open([nine, latest]);
    const moved = await moves(later, { checklist: newAnswers('pregnant'), appointmentIds: [appointments[0]!.id] });
    assert.equal(moved.body.status, 'pending', JSON.stringify(moved.body));
    const [waiting] = await (await receptionist(endpoint)).waiting();
    assert.deepEqual(waiting.notes, [{ outcome: 'clearance', text: 'Are you pregnant?' }]);
  });

  it('does not move one appointment by answers that keep another from where it stays', async () => {
    const { appointments, moves } = await open(['s2~t1~2026-12-02T16:00Z', latest]);
    const refused = await moves(later, { checklist: newAnswers('fever'), appointmentIds: [appointments[1]!.id] });
    assert.equal(refused.problem, 'screening-changed');
    assert.match(refused.body.detail, /December 3/);
  });

  const asked = newAnswers('clot');
  const renamed = { ...asked, item: asked.item.map((one: Json) => ({ ...one, text: `${one.text} Or cancer?` })) };
  const inSpanish = {
    ...asked,
    item: asked.item.map((one: Json) => ({
      ...one,
      answer: one.answer.map(({ valueCoding }: Json) => ({ valueCoding: { ...valueCoding, display: 'Sí' } })),
    })),
  };
  const silent = { ...asked, item: asked.item.map(({ text: _, ...one }: Json) => one) };
  const again: readonly (readonly [about: string, answers: Json, status: string])[] = [
    ['not about what is asked and answered as before', asked, 'booked'],
    ['not about what is answered as before, in the words of another language', inSpanish, 'booked'],
    ['about what is not', newAnswers('clot', 'pregnant'), 'pending'],
    ['about a question that only has the name of another', renamed, 'pending'],
    ['about a question of which nobody says how it was asked', silent, 'pending'],
  ];
  for (const [about, answers, status] of again)
    it(`asks a doctor again ${about}`, async () => {
      const { endpoint, moves } = await open(nine, 'clot');
      const noor = await receptionist(endpoint);
      const [waiting] = await noor.waiting();
      assert.equal((await noor.answers(waiting, 'no-objection')).status, 200);
      const moved = await moves(later, { checklist: answers }, 2);
      assert.equal(moved.body.status, status, JSON.stringify(moved.body));
    });

  it('shows the desk why a doctor has to agree, though that is no question any more', async () => {
    const { endpoint } = await open(nine, 'clot');
    const others = { ...published, item: published.item.filter(({ linkId }) => linkId !== 'clot') };
    const now = testEndpoint(db(), { clinic: endpoint.clinic, checklist: loadChecklist(others, ['en']) });
    const [waiting] = await (await receptionist(now)).waiting();
    assert.deepEqual(waiting.notes, [{ outcome: 'clearance', text: 'Did you have a clot?' }]);
  });

  it('counts the days of new answers from when they were given', async () => {
    const { endpoint, moves } = await open();
    endpoint.passes(7 * 24 * 60);
    const tenDaysOn = 's2~t1~2026-12-10T16:00Z';
    assert.equal((await moves(tenDaysOn, { checklist: newAnswers('fever') })).status, 200);
    assert.equal((await moves(later, {}, 2)).problem, 'screening-changed', 'a fever of a week ago would be over');
  });
});
