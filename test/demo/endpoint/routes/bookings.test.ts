import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BookingRequest } from '../../../../src/contract/index.ts';
import { answers } from '../helpers/checklist.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { booking, newKey, type Json } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const stones = 's8~t4~2026-12-02T17:00Z';

onEveryDatabase('A booking', (db) => {
  it('is made of a hold', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(nine)).body;
    const booked = await maria.books(token);
    assert.equal(booked.status, 201);
    assert.equal(booked.body.status, 'booked');
    assert.match(booked.body.reference, /^[CDFGHJKMNPQRTVWX34679]{3}-[CDFGHJKMNPQRTVWX34679]{3}$/);
    assert.equal(booked.body.appointments[0].start, '2026-12-01T09:00:00-07:00');
    assert.ok(booked.body.manageToken);
    assert.ok(booked.body.next.length > 0);
    assert.deepEqual((await maria.hasHeld(token)).body, booked.body);
    passes(11);
    const { manageToken: _, undoFor: __, ...later } = booked.body;
    assert.deepEqual(
      (await maria.hasHeld(token)).body,
      later,
      'whoever sent the link to a hold does not manage the booking',
    );
    assert.equal((await maria.books(token)).body.manageToken, undefined);
    assert.equal((await patient().holds(nine)).problem, 'slot-taken');
    assert.equal((await maria.givesBack(token)).status, 204, 'which gives no booking up');
    assert.equal((await patient().holds(nine)).problem, 'slot-taken');
  });

  it('is the same for the same key, and for any other key too', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(nine)).body;
    const key = newKey();
    const booked = await maria.books(token, booking(), key);
    passes(23 * 60);
    const again = await maria.books(token, booking(), key);
    assert.deepEqual([again.status, again.body], [201, booked.body]);
    const otherKey = await maria.books(token, booking());
    assert.deepEqual([otherKey.status, otherKey.body.id], [200, booked.body.id]);
    const otherBody = await maria.books(token, { ...booking(), note: 'By bus' }, key);
    assert.equal(otherBody.problem, 'key-reused');
  });

  it('is made once, however often it is confirmed at the same time', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(nine)).body;
    const key = newKey();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => maria.books(token, booking(), index < 10 ? key : undefined)),
    );
    const busy = all.filter(({ problem }) => problem === 'in-progress');
    assert.ok(busy.length > 0);
    assert.ok(busy.every(({ headers }) => headers.get('Retry-After') === '1'));
    const made = all.filter(({ status }) => status === 200 || status === 201);
    assert.equal(made.length + busy.length, 20);
    assert.equal(made.filter(({ status }) => status === 201).length, 1);
    assert.equal(new Set(made.map(({ body }) => body.reference)).size, 1);
  });

  it('keeps no refusal: what was refused may be asked again', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(nine)).body;
    const key = newKey();
    assert.equal((await maria.books(token, booking('fever'), key)).problem, 'not-bookable');
    assert.equal((await maria.books(token, booking(), key)).status, 201);
    passes(1);
  });

  it('honours a late hold that nobody took, and refuses one that somebody has', async () => {
    const { patient, passes } = testEndpoint(db());
    const [maria, ben] = [patient(), patient()];
    const late = (await maria.holds(nine)).body;
    const lost = (await ben.holds('s2~t1~2026-12-01T20:00Z')).body;
    passes(30);
    await patient().holds('s2~t1~2026-12-01T20:30Z');
    assert.equal((await maria.books(late['token'])).status, 201);
    assert.equal((await ben.books(lost['token'])).problem, 'hold-expired');
  });

  it('honours a live hold whatever comes between, and a late one only as far as it could be made again', async () => {
    const eleven = 's2~t1~2026-11-23T18:00Z';
    for (const [before, after, honoured] of [
      [61, 2, true],
      [65, 9, true],
      [75, 11, true],
      [69, 11, false],
    ] as const) {
      const clinic = cedar(({ policy }) => Object.assign(policy, { minNoticeMinutes: 60, holdMinutes: 10 }));
      const { patient, passes } = testEndpoint(db(), { clinic });
      const maria = patient();
      passes(120 - before);
      const { token } = (await maria.holds(eleven)).body;
      passes(after);
      const what = `${before} minutes before, then ${after} later`;
      if (!honoured) {
        assert.equal((await maria.extends(token)).problem, 'hold-expired', what);
        assert.equal((await maria.books(token)).problem, 'hold-expired', what);
      } else assert.equal((await maria.books(token)).status, 201, what);
    }
  });

  it('keeps every wrong token out in the same way', async () => {
    const { patient } = testEndpoint(db());
    const { token } = (await patient().holds(nine)).body;
    const other = (await testEndpoint(db()).patient().holds(nine)).body.token;
    const booked = (await patient().books(token)).body.manageToken;
    const wrong = ['x', `${token}x`, token.replace('.1.', '.2.'), other, booked];
    const refused = await Promise.all(wrong.map((one) => patient().books(one)));
    assert.ok(refused.every(({ status }) => status === 401));
    assert.equal(new Set(refused.map(({ body }) => JSON.stringify(body))).size, 1);
  });
});

onEveryDatabase('What a patient sends', (db) => {
  const book = async (change: (body: Json) => void, slot = nine, clinic = cedar()) => {
    const maria = testEndpoint(db(), { clinic }).patient();
    const body = structuredClone<BookingRequest>(booking());
    change(body);
    return maria.books((await maria.holds(slot)).body.token, body);
  };

  const invalid: readonly (readonly [string, string, (body: Json) => void])[] = [
    ['no name', '/patient/name', ({ patient }) => delete patient.name],
    ['a NUL in the name', '/patient/name', ({ patient }) => (patient.name = 'Ma\0ria')],
    ['half a character', '/patient/name', ({ patient }) => (patient.name = 'Ma\ud800ria')],
    ['a line break in the name', '/patient/name', ({ patient }) => (patient.name = 'Maria\r\nBcc: x')],
    ['no phone', '/patient/phone', ({ patient }) => delete patient.phone],
    ['a wrong e-mail address', '/patient/email', ({ patient }) => (patient.email = 'maria@')],
    ['a day that there is not', '/patient/birthDate', ({ patient }) => (patient.birthDate = '1957-02-30')],
    ['a birth in the future', '/patient/birthDate', ({ patient }) => (patient.birthDate = '2027-01-01')],
    ['a minor alone', '/patient/guardian', ({ patient }) => (patient.birthDate = '2015-01-01')],
    [
      'a guardian whom nobody can call',
      '/patient/guardian/phone',
      ({ patient, consents }) => {
        Object.assign(patient, { birthDate: '2015-01-01', guardian: { name: 'José Santos', relation: 'father' } });
        for (const consent of consents) consent.signedName = 'José Santos';
      },
    ],
    [
      'a guardian who is nobody in particular',
      '/patient/guardian/relation',
      ({ patient, consents }) => {
        Object.assign(patient, { birthDate: '2015-01-01', guardian: { name: 'José Santos', phone: patient.phone } });
        for (const consent of consents) consent.signedName = 'José Santos';
      },
    ],
    [
      'a minor who signs alone',
      '/consents/1/signedName',
      ({ patient, consents }) => {
        Object.assign(patient, {
          birthDate: '2015-01-01',
          guardian: { name: 'José Santos', relation: 'father', phone: patient.phone },
        });
        consents[0].signedName = 'Jose  Santos';
        consents[1].signedName = 'maria santos ';
      },
    ],
    ['a NUL in the note', '/note', (body) => (body.note = '\0')],
    ['no consent', '/consents', (body) => (body.consents = [])],
    ['an old consent', '/consents/0/version', ({ consents }) => (consents[0].version = '1')],
    ['no checklist', '/checklist', (body) => delete body.checklist],
    ['a question left open', '/checklist/item/-', ({ checklist }) => checklist.item.pop()],
    [
      'an answer that there is not',
      '/checklist/item/1',
      ({ checklist }) => (checklist.item[1].answer = [{ valueCoding: { code: 'maybe' } }]),
    ],
  ];
  it('is booked for a minor whose guardian signs, of the same name even', async () => {
    for (const [name, slot] of [
      ['José Santos', nine],
      ['Maria Santos', 's4~t1~2026-12-03T16:00Z'],
    ] as const) {
      const minor = await book(({ patient, consents }) => {
        Object.assign(patient, {
          birthDate: '2015-01-01',
          guardian: { name, relation: 'mother', phone: patient.phone },
        });
        for (const consent of consents) consent.signedName = name;
      }, slot);
      assert.equal(minor.status, 201, JSON.stringify(minor.body));
    }
  });

  for (const [what, pointer, change] of invalid)
    it(`${what} is pointed at`, async () => {
      const refused = await book(change);
      assert.equal(refused.problem, 'invalid');
      assert.equal(refused.status, 422);
      assert.deepEqual([...new Set(refused.body.errors.map((error: { pointer: string }) => error.pointer))], [pointer]);
      assert.ok(refused.body.errors[0].detail);
    });

  it('may come without a phone where an e-mail address is enough', async () => {
    const clinic = () => cedar((data) => (data.policy.details.phone = 'optional'));
    const byMail = (patient: Json) => (delete patient.phone, (patient.email = 'maria@example.org'));
    assert.equal((await book(({ patient }) => byMail(patient), nine, clinic())).status, 201);
    assert.equal(
      (await book(({ patient }) => delete patient.phone, nine, clinic())).body.errors[0].pointer,
      '/patient/phone',
    );
  });
});

onEveryDatabase('The screening', (db) => {
  const book = async (yes: readonly string[], slot = nine, change = {}) => {
    const maria = testEndpoint(db()).patient();
    return maria.books((await maria.holds(slot)).body.token, { ...booking(...yes), ...change });
  };

  it('lets a patient book', async () => assert.equal((await book([])).body.status, 'booked'));
  it('lets a patient book who needs an adapted treatment', async () =>
    assert.equal((await book(['sore'])).body.status, 'booked'));

  it('holds the time until a doctor agrees', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const pending = await maria.books((await maria.holds(nine)).body.token, booking('clot', 'sore'));
    assert.equal(pending.status, 201);
    assert.equal(pending.body.status, 'pending');
    assert.equal(pending.body.clearance.deadline, '2026-11-30T09:00:00-07:00');
    assert.match(pending.body.next[0], /doctor.*November 30, 2026/);
    assert.equal((await patient().holds(nine)).problem, 'slot-taken');
    passes(7 * 24 * 60);
    assert.equal((await patient().holds(nine)).status, 201, 'and no longer');
  });

  it('wants the doctor to have time, and to agree before the appointment', async () => {
    const early = await book(['clot'], 's2~t1~2026-11-24T16:00Z');
    assert.equal(early.problem, 'not-bookable');
    assert.match(early.body.detail, /November 26, 2026/);
    const soon = await book(['clot'], 's2~t4~2026-11-28T16:00Z');
    assert.equal(soon.body.clearance.deadline, '2026-11-27T09:00:00-07:00');
  });

  it('stops a patient who has to call, whatever else is open', async () => {
    const stopped = await book(['chest', 'clot', 'fever'], nine);
    assert.equal(stopped.status, 422);
    assert.equal(stopped.problem, 'call-clinic');
    assert.match(stopped.body.detail, /Call 911 now\..*\(303\) 555-0142/);
  });

  it('rules out one treatment, not another', async () => {
    const hot = await book(['numb'], stones);
    assert.equal(hot.problem, 'not-bookable');
    assert.match(hot.body.detail, /not safe/);
    assert.equal((await book(['numb'])).status, 201);
  });

  it('postpones', async () => {
    const early = await book(['fever']);
    assert.equal(early.problem, 'not-bookable');
    assert.match(early.body.detail, /December 3, 2026/);
    assert.equal((await book(['fever'], 's2~t1~2026-12-03T16:00Z')).status, 201);
  });

  it('wants the present questions', async () => {
    const checklist = { ...answers(), questionnaire: 'https://cedar.example/Questionnaire/short|2' };
    assert.equal((await book([], nine, { checklist })).problem, 'checklist-changed');
  });
});
