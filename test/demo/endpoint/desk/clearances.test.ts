import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import type { Message } from '../../../../demo/endpoint/messages/message.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';
import { Receptionist, receptionist } from '../helpers/receptionist.ts';
import { clinicFile, startServer } from '../helpers/server-process.ts';

/** Eight days ahead, so the deadline is seven days from now. */
const slot = 's2~t1~2026-12-01T18:00Z';
const DAYS = 24 * 60;

/** Somebody whose doctor has to agree, and who is told by mail. */
async function waits({ patient }: TestEndpoint, language = 'en') {
  const maria = patient();
  const { token } = (await maria.holds(slot)).body;
  const sent = booking('clot', 'sore');
  const reply = await maria.books(token, {
    ...sent,
    patient: { ...sent.patient, email: 'maria@example.org', language },
  });
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return { ...reply.body, token };
}

const isFree = async ({ patient }: TestEndpoint) => {
  const reply = await patient().holds(slot);
  return reply.status === 201;
};
const toPatient = (messages: readonly Message[]) =>
  messages.filter(({ recipient, settled_at }) => recipient === 'patient' && !settled_at).map(({ topic }) => topic);

onEveryDatabase('A time that waits for a doctor', (db) => {
  const outcomes = [
    ['no-objection', {}, 'booked', ['confirmed', 'reminder', 'reminder']],
    ['no-objection', { until: '2026-12-01' }, 'booked', ['confirmed', 'reminder', 'reminder']],
    ['with-limits', { limits: 'Not the left calf.' }, 'booked', ['confirmed', 'reminder', 'reminder']],
    ['advises-against', {}, 'cancelled', ['freed']],
  ] as const;
  for (const [answer, more, status, topics] of outcomes)
    it(`is ${status} by "${answer}"${'until' in more ? ' until the day itself' : ''}`, async () => {
      const endpoint = testEndpoint(db());
      const noor = await receptionist(endpoint);
      const { id, token } = await waits(endpoint);
      await worker(endpoint, {}).delivers();
      const [waiting, ...others] = await noor.waiting();
      assert.deepEqual([waiting.booking, waiting.status, others], [id, 'pending', []]);
      assert.equal(waiting.deadline, '2026-11-30T09:00:00-07:00');
      const reply = await noor.answers(waiting, answer, more);
      assert.deepEqual([reply.status, reply.body.status], [200, status], JSON.stringify(reply.body));
      assert.deepEqual(reply.body.clearance, {
        answer,
        by: 'Dr. Osei',
        ...more,
        at: '2026-11-23T09:00:00-07:00',
        person: 'Noor',
      });
      assert.deepEqual(
        reply.body.notes.map(({ text }: { text: string }) => text),
        ['Did you have a clot?', 'Start light.'],
        'no note is lifted',
      );
      assert.deepEqual(await noor.waiting(), []);
      assert.deepEqual(toPatient(await messagesOf(endpoint)), topics);
      endpoint.passes(7 * DAYS + 1);
      await endpoint.app.freeOverdue();
      assert.equal((await endpoint.patient().hasHeld(token)).body.status, status);
      assert.equal(await isFree(endpoint), status === 'cancelled');
      const { log } = (await noor.looksAt('/desk/log')).body;
      const noted = log.find(({ action }: { action: string }) => action === answer);
      assert.deepEqual([noted?.person, noted?.bookings], ['Noor', 1]);
    });

  it('is free at its deadline, and the patient hears of it, once', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const { token } = await waits(endpoint);
    const [waiting] = await noor.waiting();
    endpoint.passes(7 * DAYS - 1);
    assert.equal(await endpoint.app.freeOverdue(), 0);
    assert.equal(await isFree(endpoint), false);
    endpoint.passes(1);
    assert.equal((await noor.answers(waiting, 'no-objection')).problem, 'changed-meanwhile');
    await worker(endpoint, {}).delivers();
    assert.deepEqual(await noor.waiting(), []);
    const freed = await Promise.all([endpoint.app.freeOverdue(), endpoint.app.freeOverdue()]);
    assert.deepEqual(
      freed.toSorted((one, other) => one - other),
      [0, 1],
    );
    assert.equal((await endpoint.patient().hasHeld(token)).body.status, 'cancelled');
    const open = (await messagesOf(endpoint)).filter(({ settled_at }) => !settled_at);
    assert.deepEqual(toPatient(open), ['freed']);
    assert.deepEqual(
      open.map(({ topic }) => topic).filter((topic) => topic === 'reminder'),
      [],
    );
    assert.equal(await isFree(endpoint), true);
  });

  it('is not confirmed, nor moved on, by who comes late, once somebody else has its therapist', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const [maria, ben] = [endpoint.patient(), endpoint.patient()];
    const waitsAt = ['s2~t5~2026-12-01T16:00Z', 's2~t1~2026-12-02T17:00Z'];
    const { token } = (await maria.holds(waitsAt)).body;
    const { manageToken, appointments } = (await maria.books(token, booking('clot'))).body;
    const [waiting] = await noor.waiting();
    const later = (await maria.holds('s2~t1~2026-12-03T17:00Z')).body.token;
    endpoint.passes(7 * DAYS);
    // In another room, which Maria's booking never had.
    const hold = (await ben.holds('s9~t5~2026-12-01T16:00Z')).body.token;
    assert.equal((await ben.books(hold)).status, 201);
    // What was asked just before the deadline and is done after it, by a clock that is behind or a line that was long.
    endpoint.passes(-1);
    assert.equal((await noor.answers(waiting, 'no-objection')).problem, 'changed-meanwhile');
    const body = { hold: later, appointmentIds: [appointments[1].id] };
    assert.equal((await maria.changes(manageToken, 'reschedule', { body })).problem, 'changed-meanwhile');
    endpoint.passes(1);
    assert.equal(await endpoint.app.freeOverdue(), 1);
    assert.equal((await maria.sees(manageToken)).body.status, 'cancelled');
  });

  it('is nobody else’s while it is kept, and not lost to who answers first of two', async () => {
    const endpoint = testEndpoint(db());
    const [noor, sam] = [await receptionist(endpoint), await receptionist(endpoint, 'Sam')];
    await waits(endpoint);
    const [waiting] = await noor.waiting();
    const replies = await Promise.all([noor.answers(waiting, 'no-objection'), sam.answers(waiting, 'advises-against')]);
    assert.deepEqual(
      replies.map(({ status }) => status).toSorted((one, other) => one - other),
      [200, 412],
    );
    const won = replies.find(({ status }) => status === 200)!.body;
    assert.equal(await isFree(endpoint), won.status === 'cancelled');
  });

  it('stays confirmed on another day for as long as the doctor’s answer is good, and is not undone by its patient', async () => {
    for (const [until, status] of [
      ['2026-12-31', 'booked'],
      ['2026-12-01', 'pending'],
    ] as const) {
      const endpoint = testEndpoint(db());
      const noor = await receptionist(endpoint);
      const { manageToken } = await waits(endpoint);
      const { body } = await noor.answers((await noor.waiting())[0], 'no-objection', { until });
      const maria = endpoint.patient();
      const change = (path: string, sent: object | undefined, revision: number) =>
        maria.sends(path, sent, { token: manageToken, headers: { 'If-Match': `"${revision}"` } });
      assert.equal((await change('/booking/undo', undefined, body.revision)).problem, 'too-late');
      const { token: hold } = (await maria.holds('s2~t1~2026-12-03T18:00Z')).body;
      const moved = await change('/booking/reschedule', { hold }, body.revision);
      assert.deepEqual([moved.status, moved.body.status], [200, status], JSON.stringify(moved.body));
    }
  });

  it('needs a whole answer', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    await waits(endpoint);
    const [waiting] = await noor.waiting();
    const wrong: readonly (readonly [string, object, string])[] = [
      ['with-limits', {}, '/limits'],
      ['with-limits', { limits: '  ' }, '/limits'],
      ['no-objection', { until: '2026-11-30' }, '/until'],
      ['no-objection', { by: ' ' }, '/by'],
      ['perhaps', {}, '/answer'],
    ];
    for (const [answer, more, pointer] of wrong) {
      const reply = await noor.answers(waiting, answer, more);
      assert.deepEqual(
        [reply.status, reply.body.errors?.map((one: { pointer: string }) => one.pointer)],
        [422, [pointer]],
      );
    }
    assert.equal((await noor.answers({ ...waiting, booking: 'x' }, 'no-objection')).problem, 'not-found');
    assert.equal((await noor.answers({ ...waiting, revision: 9 }, 'no-objection')).problem, 'changed-meanwhile');
    const other = testEndpoint(db());
    assert.equal((await (await receptionist(other)).answers(waiting, 'no-objection')).problem, 'not-found');
    assert.equal((await noor.waiting()).length, 1);
  });

  it('is proposed where the clinic rather phones', async () => {
    const clinic = cedar((data) => (data.policy.phoneFirst = ['clot']));
    const endpoint = testEndpoint(db(), { clinic });
    const noor = await receptionist(endpoint);
    const booked = await waits(endpoint);
    assert.equal(booked.status, 'proposed');
    assert.match(booked.next[0], /^We call you before /);
    assert.equal(await isFree(endpoint), false);
    const [waiting] = await noor.waiting();
    assert.equal((await noor.answers(waiting, 'no-objection', { by: 'Ana' })).body.status, 'booked');
  });
});

onEveryDatabase('A patient who waits for an answer', (db) => {
  for (const [language, confirmed, freed] of [
    ['en', /time that we kept for you is confirmed/, /cannot keep this time for you any longer/],
    ['es', /hora que le guardábamos está confirmada/, /No podemos guardarle esta hora más tiempo/],
  ] as const)
    it(`hears of it in "${language}", and nobody reads why`, async () => {
      for (const [answer, words] of [
        ['with-limits', confirmed],
        ['advises-against', freed],
      ] as const) {
        const endpoint = testEndpoint(db());
        const noor = await receptionist(endpoint);
        await waits(endpoint, language);
        const post = worker(endpoint, {});
        await post.delivers();
        const before = post.outbox!.shown.length;
        await noor.answers((await noor.waiting())[0], answer, { limits: 'Not the calf.' });
        await post.delivers();
        const letters = post.outbox!.shown.slice(0, post.outbox!.shown.length - before);
        const [own, ...others] = letters.filter(({ to }) => to.includes('maria@example.org'));
        assert.deepEqual(others, []);
        assert.match(own!.text, words);
        for (const { subject, text } of letters)
          assert.doesNotMatch(subject + text, /clot|doctor|médico|Osei|calf|massage\b.*\bagainst|limits/i);
        assert.ok(letters.length >= 3, 'the desk and the therapist hear of it too');
      }
    });
});

it('The log of a server has nothing of a desk but what was asked and when', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'myo-desk-'));
  const key = 'planted-key-of-the-desk-00';
  const server = await startServer({ CLINIC: clinicFile(folder), DESK_KEY: key });
  try {
    const maria = server.patient();
    const { token } = (await maria.holds(slot)).body;
    assert.equal((await maria.books(token, booking('clot'))).status, 201);
    const noor = new Receptionist(server.patient(), key);
    const [waiting] = await noor.waiting();
    const more = { limits: 'planted limits', by: 'Dr. Planted' };
    assert.equal((await noor.answers(waiting, 'with-limits', more)).status, 200);
    assert.equal((await noor.posts('/desk/clearances', '{"booking": "planted"')).status, 422);
    assert.equal((await new Receptionist(server.patient(), 'planted').signsIn()).status, 401);
    const events = server.log().filter(({ event, route }) => event === 'request' && route.startsWith('/desk'));
    assert.deepEqual(
      events.map(({ method, route, status }) => [method, route, status]),
      [
        ['GET', '/desk/clearances', 200],
        ['POST', '/desk/clearances', 200],
        ['POST', '/desk/clearances', 422],
        ['GET', '/desk', 401],
      ],
    );
    assert.doesNotMatch(server.said(), /planted|clot|Santos/i);
  } finally {
    await server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
});
