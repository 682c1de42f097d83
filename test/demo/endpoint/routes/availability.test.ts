import assert from 'node:assert/strict';
import { it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import type { Json } from '../helpers/patient.ts';

interface Slot {
  readonly id: string;
  readonly start: string;
  readonly appointments: readonly { readonly therapistId: string; readonly locationId: string; readonly end: string }[];
}
const slots = (body: Json): readonly Slot[] => body.slots;
const times = (body: Json) => slots(body).map(({ start }) => start.slice(0, 16));
const therapists = (body: Json) =>
  [...new Set(slots(body).flatMap(({ appointments }) => appointments.map((one) => one.therapistId)))].sort();

const december = 'service=s2&from=2026-12-01&to=2027-01-01';

onEveryDatabase('Availability', (db) => {
  it('lists each start once, in order, whoever treats', async () => {
    const { patient } = testEndpoint(db());
    const { body } = await patient().looksFor(december);
    assert.equal(body.timeZone, 'America/Denver');
    assert.deepEqual(times(body), [...new Set(times(body))].sort());
    assert.deepEqual(therapists(body), ['t1', 't4', 't5', 't6']);
    assert.ok(!times(body).some((time) => time.startsWith('2026-12-25')), 'closed on Christmas Day');
    assert.equal(body.next, '2027-01-02');
  });

  it('keeps a month under 10 kB compressed', async () => {
    const { app, clinic } = testEndpoint(db());
    const address = `http://endpoint.test/clinics/${clinic.id}/availability?${december}`;
    const response = await app.fetch(new Request(address, { headers: { 'Accept-Encoding': 'br, gzip' } }));
    assert.equal(response.headers.get('Content-Encoding'), 'gzip');
    assert.match(response.headers.get('Vary')!, /Accept-Encoding/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.ok(bytes.length < 10_000, `${bytes.length} bytes`);
    assert.ok(JSON.parse(gunzipSync(bytes).toString()).slots.length > 700);
  });

  it('gives everybody their share', async () => {
    const { body } = await testEndpoint(db()).patient().looksFor(december);
    for (const id of therapists(body))
      assert.ok(slots(body).filter((slot) => slot.appointments[0]?.therapistId === id).length > 50);
  });

  it('can be asked for some therapists, one place, and with add-ons', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    assert.deepEqual(therapists((await maria.looksFor(`${december}&therapist=t1&therapist=t6`)).body), ['t1', 't6']);
    const north = (await maria.looksFor(`${december}&location=l2`)).body;
    assert.ok(slots(north).every(({ appointments }) => appointments[0]?.locationId === 'l2'));
    const warm = (await maria.looksFor(`${december}&addOn=a1&therapist=t1`)).body;
    assert.equal(slots(warm)[0]?.id, 's2~t1~2026-12-01T15:00Z~a1');
    assert.equal(slots(warm)[0]?.appointments[0]?.end, '2026-12-01T09:10:00-07:00');
    assert.ok(!times(warm).includes('2026-12-01T11:00'), 'as the break at noon is too near');
    const { token } = (await maria.holds('s2~t1~2026-12-01T15:00Z~a1')).body;
    const [kept] = (await maria.hasHeld(token)).body.slots;
    assert.deepEqual(kept.appointments[0].addOnIds, ['a1'], 'so that a reload keeps them');
  });

  it('respects notice and horizon', async () => {
    const { patient } = testEndpoint(db());
    const { body } = await patient().looksFor('service=s2&from=2026-11-01&to=2026-12-01');
    assert.equal(times(body)[0], '2026-11-23T11:00');
    const far = await patient().looksFor('service=s2&from=2027-02-01&to=2027-03-20');
    assert.equal(times(far.body).at(-1)?.slice(0, 10), '2027-02-20');
    assert.equal(far.body.next, null);
  });

  it('finds the first time of all and of each therapist', async () => {
    const { patient } = testEndpoint(db());
    const { body } = await patient().looksForFirst('service=s2');
    assert.equal(body.first.start, '2026-11-23T11:00:00-07:00');
    const own = body.therapists.map(({ therapistId, slot }: Json) => [therapistId, slot.start.slice(0, 16)]);
    assert.deepEqual(own, [
      ['t1', '2026-11-23T11:00'],
      ['t4', '2026-11-23T11:00'],
      ['t5', '2026-11-23T11:00'],
      ['t6', '2026-11-23T11:00'],
    ]);
    const away = testEndpoint(db(), {
      clinic: cedar((data) => (data.therapists[2].timeOff = [{ from: '2026-01-01', to: '2028-01-01' }])),
    });
    const nobody = await away.patient().looksForFirst('service=s5');
    assert.deepEqual(nobody.body, { first: null, therapists: [{ therapistId: 't3', slot: null }] });
  });

  it('lists nothing while the clinic is closed', async () => {
    const clinic = cedar((data) => (data.clinic.notice.closed = true));
    const { patient } = testEndpoint(db(), { clinic });
    assert.deepEqual((await patient().looksFor(december)).body.slots, []);
    assert.equal((await patient().holds('s2~t1~2026-12-01T16:00Z')).problem, 'not-bookable');
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['service=s2', '/from'],
    ['service=s99&from=2026-12-01&to=2026-12-02', '/service'],
    ['service=s2&from=2026-12-01&to=2026-12-01', '/to'],
    ['service=s2&from=2026-12-01&to=2027-02-02', '/to'],
    ['service=s2&from=2026-02-30&to=2026-03-02', '/from'],
    ['service=s2&from=yesterday&to=2026-03-02', '/from'],
    ['service=s2&from=2026-12-01&to=2026-12-02&therapist=t99', '/therapist'],
    ['service=s2&from=2026-12-01&to=2026-12-02&addOn=a99', '/addOn'],
    ['service=s2&from=2026-12-01&to=2026-12-02&location=l99', '/location'],
  ];
  for (const [query, pointer] of wrong)
    it(`refuses ${query}`, async () => {
      const refused = await testEndpoint(db()).patient().looksFor(query);
      assert.deepEqual([refused.status, refused.problem, refused.body.errors[0].pointer], [422, 'invalid', pointer]);
    });

  it('has an ETag that changes with the answer, and lasts no longer than the next hold', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const before = await maria.looksFor(december);
    const etag = before.headers.get('ETag')!;
    assert.match(etag, /^"[\w-]+"$/);
    assert.equal(before.headers.get('Cache-Control'), 'private, max-age=10');
    const same = await maria.looksFor(december, { 'If-None-Match': `"other", ${etag}` });
    assert.deepEqual([same.status, same.headers.get('ETag'), same.body], [304, etag, {}]);

    await patient().holds('s2~t1~2026-12-01T16:00Z');
    const held = await maria.looksFor(december, { 'If-None-Match': etag });
    assert.equal(held.status, 200);
    passes(9 + 56 / 60);
    assert.equal((await maria.looksFor(december)).headers.get('Cache-Control'), 'private, max-age=4');
    passes(1);
    assert.equal((await maria.looksFor(december)).headers.get('ETag'), etag);
  });
});

onEveryDatabase('Days on which the clocks change', (db) => {
  /** A therapist who works through the night, on the very days. */
  const night = () =>
    cedar((data) => {
      data.policy.horizonDays = 400;
      data.therapists[0].roster = [{ days: [7], from: '00:00', to: '05:00', locationId: 'l1' }];
    });
  const onDay = async (day: string, next: string) =>
    times(
      (
        await testEndpoint(db(), { clinic: night() })
          .patient()
          .looksFor(`service=s1&therapist=t1&from=${day}&to=${next}`)
      ).body,
    );

  it('offers no time that they skip', async () => {
    const spring = await onDay('2027-03-14', '2027-03-15');
    assert.ok(!spring.some((time) => time.startsWith('2027-03-14T02')));
    assert.deepEqual(spring.slice(7, 9), ['2027-03-14T01:45', '2027-03-14T03:00']);
    assert.equal(spring.length, 15);
  });

  it('offers a time that they show twice once', async () => {
    const autumn = await onDay('2027-11-07', '2027-11-08');
    assert.equal(autumn.length, new Set(autumn).size);
    assert.equal(autumn.filter((time) => time.startsWith('2027-11-07T01')).length, 4);
    assert.equal(autumn.length, 19);
  });

  it('books across the change by the hours that pass', async () => {
    const { patient } = testEndpoint(db(), { clinic: night() });
    const spring = await patient().holds('s1~t1~2027-03-14T08:45Z');
    assert.equal(spring.body.slots[0].start, '2027-03-14T01:45:00-07:00');
    assert.equal(spring.body.slots[0].appointments[0].end, '2027-03-14T03:15:00-06:00');
    const second = await patient().holds('s1~t1~2027-11-07T08:30Z');
    assert.equal(second.problem, 'not-bookable', 'the second half past one is not offered');
    assert.equal((await patient().holds('s1~t1~2027-11-07T07:30Z')).body.slots[0].start, '2027-11-07T01:30:00-06:00');
  });
});
