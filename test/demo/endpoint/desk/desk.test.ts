import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { ENVIRONMENT, followEnvironment, revokeKeys } from '../../../../demo/endpoint/desk/keys.ts';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { checklist } from '../helpers/checklist.ts';
import { keepCallback } from '../../../../demo/endpoint/db/callbacks.ts';
import { transact } from '../../../../demo/endpoint/db/transact.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';
import { Receptionist, receptionist } from '../helpers/receptionist.ts';

const nine = 's2~t1~2026-12-01T16:00Z';

/** Somebody who has booked. */
async function booked({ patient }: TestEndpoint, slot = nine, ...yes: readonly string[]) {
  const maria = patient();
  const { token } = (await maria.holds(slot)).body;
  const reply = await maria.books(token, {
    ...booking(...yes),
    note: 'The bell is hard to hear',
    changedAnswers: ['sore', 'no question'],
  });
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return reply.body;
}

onEveryDatabase('The desk', (db) => {
  it('opens to who has a key of this clinic, until it is revoked', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const elsewhere = await receptionist(testEndpoint(db()));
    const { status, body } = await noor.signsIn();
    assert.deepEqual([status, body.person, body.today], [200, 'Noor', '2026-11-23']);
    const maria = endpoint.patient();
    const { token } = (await maria.holds(nine)).body;
    const manage = (await maria.books(token)).body.manageToken;
    const wrong = [elsewhere.key, token, manage, 'x', `${noor.key}x`, noor.key.slice(1), ENVIRONMENT];
    for (const path of [
      '/desk',
      '/desk/appointments',
      '/desk/clearances',
      '/desk/callbacks',
      '/desk/messages',
      '/desk/log',
    ]) {
      for (const key of wrong)
        assert.equal((await new Receptionist(maria, key).looksAt(path)).problem, 'unauthorized', path);
      assert.equal((await maria.asks(path)).problem, 'unauthorized', path);
      const reply = await noor.looksAt(path);
      assert.deepEqual([reply.status, reply.headers.get('Cache-Control')], [200, 'no-store'], path);
    }
    for (const path of ['/desk/clearances', '/desk/callbacks/done', '/desk/links'])
      assert.equal((await new Receptionist(maria, 'x').posts(path, {})).problem, 'unauthorized', path);
    await revokeKeys(db(), endpoint.clinic.id, ['key of Noor'], new Date(endpoint.now()));
    assert.equal((await noor.signsIn()).problem, 'unauthorized');
    assert.equal((await elsewhere.signsIn()).status, 200);
  });

  it('shows what was answered by a checklist that has been changed since, in the words that were read', async () => {
    const before = testEndpoint(db());
    const sent = booking('sore');
    const sore = sent.checklist!.item.find(({ linkId }) => linkId === 'sore')!;
    Object.assign(sore, { text: 'Are you sore all over?' });
    Object.assign(sore.answer![0]!.valueCoding!, { display: 'Yes' });
    const maria = before.patient();
    assert.equal((await maria.books((await maria.holds(nine)).body.token, sent)).status, 201);
    const now = loadChecklist({ ...checklist, version: '9' }, before.clinic.languages);
    for (const endpoint of [before, testEndpoint(db(), { clinic: before.clinic, checklist: now })]) {
      const noor = await receptionist(endpoint, `Noor ${endpoint === before}`);
      const [visit] = (await noor.day('2026-12-01')).body.appointments;
      assert.deepEqual(
        visit.answers.filter(({ question }: { question: string }) => question.startsWith('Are you sore')),
        [{ question: 'Are you sore all over?', answers: ['Yes'] }],
      );
    }
  });

  it('opens by the key of the environment for as long as there is one', async () => {
    const endpoint = testEndpoint(db());
    const { id } = endpoint.clinic;
    const [first, second] = ['a key of twenty characters', 'another of twenty characters'].map(
      (key) => new Receptionist(endpoint.patient(), key.replaceAll(' ', '-')),
    ) as [Receptionist, Receptionist];
    const opened = async () => [(await first.signsIn()).status, (await second.signsIn()).status];
    for (const [key, expected] of [
      [first.key, [200, 401]],
      [second.key, [401, 200]],
      [undefined, [401, 401]],
      [first.key, [200, 401]],
    ] as const) {
      await followEnvironment(db(), id, key, endpoint.now());
      assert.deepEqual(await opened(), expected);
    }
    await assert.rejects(followEnvironment(db(), id, 'short', endpoint.now()), /20 characters/);
  });

  it('keeps no key that anybody could use', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const { rows } = await sql`select to_jsonb(k) from desk_key as k`.execute(db());
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(noor.key));
  });

  it('shows who comes on a day, and what their therapist has to know', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    await booked(endpoint, 's2~t1~2026-12-01T18:00Z', 'sore');
    await booked(endpoint, nine);
    await booked(endpoint, 's2~t1~2026-12-03T16:00Z');
    await endpoint.patient().holds('s2~t4~2026-12-02T18:00Z');
    const { body } = await noor.day('2026-12-01');
    assert.deepEqual(
      body.appointments.map((one: (typeof body.appointments)[0]) => one.appointments[0].start),
      ['2026-12-01T09:00:00-07:00', '2026-12-01T11:00:00-07:00'],
    );
    const [, sore] = body.appointments;
    assert.deepEqual(sore.notes, [{ outcome: 'adapt', text: 'Start light.' }]);
    const texts = cedar().data.policy.consents;
    assert.deepEqual(
      sore.consents,
      booking().consents.map(({ id, version }) => ({
        id,
        version,
        agreedAt: '2026-11-23T09:00:00-07:00',
        text: texts.find((one) => one.id === id)?.text,
        signedName: 'Maria Santos',
      })),
    );
    assert.deepEqual([sore.patient.name, sore.patient.phone], ['Maria Santos', '+1 303 555 0100']);
    assert.deepEqual([sore.note, sore.status], ['The bell is hard to hear', 'booked']);
    assert.deepEqual(sore.changedAnswers, ['Are you sore all over?'], 'whatever is no question is passed over');
    const { service, therapist, location } = sore.appointments[0];
    assert.deepEqual([service, therapist, location], ['Medical massage', 'Ana Reyes', 'Cedar Ridge']);
    assert.deepEqual(sore.answers[2], { question: 'Are you sore all over?', answers: ['Yes'] });
    assert.deepEqual((await noor.day('2026-12-02')).body.appointments, [], 'a hold is nobody who comes');
    assert.equal((await noor.day()).body.date, '2026-11-23');
    assert.equal((await noor.day('2026-02-30')).problem, 'invalid');
    assert.equal((await noor.day('tomorrow')).problem, 'invalid');
  });

  it('shows what only this clinic asks for, and nobody else does', async () => {
    const fields = [
      { id: 'claim', label: 'Claim number', pattern: '[A-Z]-\\d+', required: false },
      { id: 'payer', label: 'Who pays', choices: ['I do', 'My insurance'], required: true },
      { id: 'referral', label: 'Who has referred you', required: false },
    ];
    const endpoint = testEndpoint(db(), { clinic: cedar((data) => (data.policy.fields = fields)) });
    const maria = endpoint.patient();
    assert.deepEqual((await maria.catalog()).body.policy.fields, fields);
    const { token } = (await maria.holds(nine)).body;
    const wrong = await maria.books(token, { ...booking(), fields: { claim: 'C-1x', payer: 'Nobody', other: 'x' } });
    assert.deepEqual(
      [wrong.status, wrong.body.errors.map((one: { pointer: string }) => one.pointer)],
      [422, ['/fields/claim', '/fields/payer', '/fields']],
    );
    assert.deepEqual(
      (await maria.books(token)).body.errors[0].pointer,
      '/fields/payer',
      'the clinic cannot do without',
    );
    for (const fields of [{ ['other'.repeat(200)]: 'x' }, { other: 5 }] as const) {
      const { status, body } = await maria.books(token, { ...booking(), fields: fields as object });
      assert.deepEqual([status, body.errors[0].pointer], [422, '/fields'], 'names of the sender are not repeated');
    }
    const given = { claim: ' C-17 ', payer: 'My insurance', referral: ' ' };
    const booked = await maria.books(token, { ...booking(), fields: given });
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    assert.doesNotMatch(JSON.stringify(booked.body), /C-17|insurance/);
    const [visit] = (await (await receptionist(endpoint)).day('2026-12-01')).body.appointments;
    assert.deepEqual(visit.fields, [
      { label: 'Claim number', value: 'C-17' },
      { label: 'Who pays', value: 'My insurance' },
    ]);
  });

  it('shows by which of the clinic’s own words a booking came, and keeps no other', async () => {
    const endpoint = testEndpoint(db(), { clinic: cedar((data) => (data.policy.sources = ['map', 'newsletter'])) });
    const maria = endpoint.patient();
    assert.deepEqual((await maria.catalog()).body.policy.sources, ['map', 'newsletter']);
    const { token } = (await maria.holds(nine)).body;
    assert.equal((await maria.books(token, { ...booking(), source: 'newsletter' })).status, 201);
    const noor = await receptionist(endpoint);
    const [visit] = (await noor.day('2026-12-01')).body.appointments;
    assert.equal(visit.source, 'newsletter');

    const other = endpoint.patient();
    const held = (await other.holds('s2~t1~2026-12-01T21:00Z')).body;
    const unknown = { ...booking(), source: 'breast cancer' };
    assert.equal((await other.books(held.token, unknown)).status, 201, 'no patient pays for what their page sends');
    const { appointments } = (await noor.day('2026-12-01')).body;
    assert.deepEqual(appointments.map(({ source }: { source: string }) => source).toSorted(), ['', 'newsletter']);
    const rows = await db().selectFrom('booking').select('body').execute();
    assert.doesNotMatch(JSON.stringify(rows), /breast cancer/);
  });

  it('tells of changed answers that screen, or decide what else is asked, and of no others', async () => {
    const goal = { linkId: 'goal', type: 'string', text: 'What is your goal?' };
    const swollen = { linkId: 'swollen', type: 'boolean', text: 'Is it swollen?' };
    const where = {
      ...goal,
      linkId: 'where',
      enableWhen: [{ question: 'swollen', operator: '=', answerBoolean: true }],
    };
    const asked = loadChecklist({ ...checklist, item: [...checklist.item, goal, swollen, where] }, ['en']);
    const endpoint = testEndpoint(db(), { checklist: asked });
    const maria = endpoint.patient();
    const { token } = (await maria.holds(nine)).body;
    const changedAnswers = ['goal', 'sore', 'where', 'swollen'];
    assert.equal((await maria.books(token, { ...booking(), changedAnswers })).status, 201);
    const [visit] = (await (await receptionist(endpoint)).day('2026-12-01')).body.appointments;
    assert.deepEqual(visit.changedAnswers, ['Are you sore all over?', 'Is it swollen?']);
  });

  it('says that the checklist is a draft until the clinic names who has reviewed this version', async () => {
    const draftOf = async (version?: string) => {
      const clinic = cedar((data) => {
        if (version) data.checklistReview = { by: 'Dr. Osei', date: '2026-11-01', version };
      });
      const { body } = await (await receptionist(testEndpoint(db(), { clinic }))).signsIn();
      return body.checklist.draft;
    };
    assert.deepEqual([await draftOf(), await draftOf('2'), await draftOf('3')], [true, true, false]);
  });

  it('knows whom to call, until somebody has', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const wish = { name: 'John', phone: '+1 303 555 0123', when: 'after four' };
    assert.equal((await endpoint.patient().sends('/callbacks', wish)).status, 202);
    const [call, ...others] = (await noor.looksAt('/desk/callbacks')).body.callbacks;
    assert.deepEqual(
      [others, call.name, call.when, call.asked],
      [[], 'John', 'after four', '2026-11-23T09:00:00-07:00'],
    );
    for (const status of [204, 204])
      assert.equal((await noor.posts('/desk/callbacks/done', { id: call.id })).status, status);
    assert.deepEqual((await noor.looksAt('/desk/callbacks')).body, { callbacks: [], more: false });
    const { log } = (await noor.looksAt('/desk/log')).body;
    assert.equal(log.filter(({ action }: { action: string }) => action === 'called back').length, 1);
  });

  it('shows those who have waited longest, and that others wait too', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const at = Date.parse('2026-11-23T16:00:00Z');
    await transact(db(), async (transaction) => {
      for (let index = 0; index <= 200; index++)
        await keepCallback(
          transaction,
          endpoint.clinic.id,
          `call-${index}`,
          { name: `John ${index}`, phone: '+1 303 555 0123', when: 'any time' },
          new Date(at + index),
        );
    });
    const seen = async () => {
      const { callbacks, more } = (await noor.looksAt('/desk/callbacks')).body;
      return [callbacks.length, callbacks[0].name, more];
    };
    assert.deepEqual(await seen(), [200, 'John 0', true]);
    await noor.posts('/desk/callbacks/done', { id: 'call-0' });
    assert.deepEqual(await seen(), [200, 'John 1', false]);
  });

  it('tells what may not have arrived', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const { id, reference } = await booked(endpoint);
    const settle = (outcome: 'in doubt' | 'sent', topic: 'booked' | 'cancelled') =>
      db()
        .insertInto('message')
        .values({
          clinic: endpoint.clinic.id,
          id: `${outcome} ${id}`,
          topic,
          channel: 'email',
          recipient: 'patient',
          booking: id,
          detail: null,
          created_at: new Date(endpoint.now()),
          due_at: new Date(endpoint.now()),
          lapses_at: null,
          taken_until: null,
          handed_over_at: null,
          settled_at: new Date(endpoint.now()),
          outcome,
        })
        .execute();
    await settle('in doubt', 'booked');
    await settle('sent', 'cancelled');
    const { messages } = (await noor.looksAt('/desk/messages')).body;
    assert.deepEqual(
      messages.map(({ topic, to, outcome, reference: of, patient }: (typeof messages)[0]) => [
        topic,
        to,
        outcome,
        of,
        patient.name,
      ]),
      [['booked', 'patient', 'in doubt', reference, 'Maria Santos']],
    );
  });
});

onEveryDatabase('A new link from the desk', (db) => {
  const wishes: readonly (readonly [
    patient: object,
    channels: readonly ('email' | 'sms')[],
    ways: readonly string[],
  ])[] = [
    [{}, ['email'], ['email']],
    [{}, [], []],
    [{ reach: ['sms', 'email'] }, ['email', 'sms'], ['email', 'sms']],
    [{ reach: ['sms'] }, ['email', 'sms'], ['sms']],
    [{ reach: ['sms'] }, ['email'], []],
    [{ email: undefined }, ['email', 'sms'], []],
  ];
  for (const [patient, channels, ways] of wishes)
    it(`goes by ${ways.join(' and ') || 'no way'} where ${JSON.stringify(patient)} may be told by ${channels.join(' and ') || 'nothing'}`, async () => {
      const endpoint = testEndpoint(db(), { channels });
      const noor = await receptionist(endpoint);
      const maria = endpoint.patient();
      const { token } = (await maria.holds(nine)).body;
      const made = booking();
      const { id } = (
        await maria.books(token, { ...made, patient: { ...made.patient, email: 'maria@example.org', ...patient } })
      ).body;
      const { status, body } = await noor.posts('/desk/links', { booking: id });
      assert.deepEqual([status, body], [200, { ways }]);
      const sent = (await messagesOf(endpoint)).filter(({ topic }) => topic === 'links');
      assert.deepEqual(sent.map(({ channel }) => channel).toSorted(), ways);
    });

  it('opens the booking, which none that went out before does; and the log says who sent it', async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint);
    const { outbox, delivers } = worker(endpoint, {});
    const maria = endpoint.patient();
    const { token } = (await maria.holds(nine)).body;
    const patient = { ...booking().patient, email: 'maria@example.org' };
    const { id, manageToken, reference } = (await maria.books(token, { ...booking(), patient })).body;
    await delivers();
    const thief = endpoint.patient();
    assert.equal((await thief.sees(manageToken)).status, 200);
    await noor.posts('/desk/links', { booking: id });
    assert.equal((await thief.sees(manageToken)).problem, 'unauthorized');
    assert.equal((await thief.changes(manageToken, 'cancel')).problem, 'unauthorized');
    assert.equal((await thief.downloads(manageToken)).status, 401);
    await delivers();
    const tokens = outbox!.shown.flatMap(({ links }) => links.flatMap(({ url }) => url.split('#manage=')[1] ?? []));
    assert.ok(tokens.includes(manageToken), 'the letter of the booking brought the old one');
    const [fresh = ''] = tokens;
    assert.notEqual(fresh, manageToken);
    assert.equal((await thief.sees(fresh)).body.reference, reference);
    await noor.posts('/desk/links', { booking: id });
    assert.equal((await thief.sees(fresh)).problem, 'unauthorized', 'as often as it has to be');
    const { log } = (await noor.looksAt('/desk/log')).body;
    assert.deepEqual([log[0].action, log[0].person, log[0].references], ['sent new link', 'Noor', [reference]]);
  });

  it('is not sent where no visit is to come, and says so', async () => {
    const endpoint = testEndpoint(db(), { clinic: cedar((data) => (data.policy.undoMinutes = 0)) });
    const noor = await receptionist(endpoint);
    const maria = endpoint.patient();
    const made = { ...booking(), patient: { ...booking().patient, email: 'maria@example.org' } };
    const books = async (slot: string) => (await maria.books((await maria.holds(slot)).body.token, made)).body;
    const [over, cancelled] = [await books(nine), await books('s2~t1~2026-12-08T16:00Z')];
    await maria.changes(cancelled.manageToken, 'cancel');
    endpoint.passes(9 * 24 * 60);
    for (const { id, manageToken } of [over, cancelled]) {
      assert.deepEqual((await noor.posts('/desk/links', { booking: id })).body, { ways: [] });
      assert.equal((await maria.sees(manageToken)).problem, 'unauthorized', 'though the old one is spent');
    }
  });

  it('is for a booking of this clinic', async () => {
    const endpoint = testEndpoint(db());
    const elsewhere = await booked(testEndpoint(db()));
    const { token } = (await endpoint.patient().holds(nine)).body;
    const noor = await receptionist(endpoint);
    for (const id of [elsewhere.id, 'nothing', token.split('.')[0]])
      assert.equal((await noor.posts('/desk/links', { booking: id })).status, 404, id);
  });
});

onEveryDatabase('The log of the desk', (db) => {
  it('says who has read what', async () => {
    const endpoint = testEndpoint(db());
    const [noor, sam] = [await receptionist(endpoint), await receptionist(endpoint, 'Sam')];
    const { id, reference } = await booked(endpoint);
    await noor.signsIn();
    await sam.day('2026-12-01');
    const { log } = (await noor.looksAt('/desk/log')).body;
    assert.deepEqual(log, [
      { at: '2026-11-23T09:00:00-07:00', person: 'Sam', action: 'read day', bookings: 1, references: [reference] },
      { at: '2026-11-23T09:00:00-07:00', person: 'Noor', action: 'signed in', bookings: 0, references: [] },
    ]);
    const rows = await db().selectFrom('desk_log').selectAll().where('clinic', '=', endpoint.clinic.id).execute();
    assert.deepEqual(rows.find(({ action }) => action === 'read day')?.bookings, [id]);
    assert.doesNotMatch(JSON.stringify(rows), /Santos|555|bell/, 'nothing of the patient but the id of a booking');
  });

  it('is only ever added to', async () => {
    const endpoint = testEndpoint(db());
    await (await receptionist(endpoint)).signsIn();
    const rows = async () => (await sql`select * from desk_log order by clinic, id`.execute(db())).rows;
    const before = await rows();
    assert.ok(before.length > 0);
    for (const statement of [
      sql`update desk_log set person = 'Nobody'`,
      sql`delete from desk_log`,
      sql`truncate desk_log`,
    ])
      await assert.rejects(statement.execute(db()), /append-only/);
    assert.deepEqual(await rows(), before);
  });
});
