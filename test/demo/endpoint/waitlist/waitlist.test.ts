import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WaitlistRequest } from '../../../../src/contract/index.ts';
import type { Shown } from '../../../../demo/endpoint/messages/demo-outbox.ts';
import { suits } from '../../../../demo/endpoint/waitlist/first-fit.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { bearer, booking, newKey } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';

/** Nine o'clock on one day, by one therapist: one slot and no other. */
const wish = (name: string, more: Partial<WaitlistRequest> = {}): WaitlistRequest => ({
  serviceIds: ['s2'],
  therapistIds: ['t1'],
  from: '2026-12-01',
  to: '2026-12-02',
  times: [{ from: '09:00', to: '09:15' }],
  contact: { name, email: `${name}@example.org` },
  ...more,
});

onEveryDatabase('The waiting list', (db) => {
  async function open() {
    const endpoint = testEndpoint(db());
    const { outbox, delivers } = worker(endpoint, {});
    const holder = endpoint.patient();
    const { token } = (await holder.holds(nine)).body;
    const waits = (name: string, more?: Partial<WaitlistRequest>, key = newKey()) =>
      endpoint.patient().sends('/waitlist', wish(name, more), { key });
    const offers = async () => {
      await endpoint.app.offerFreed();
      await delivers();
      return outbox!.shown.filter(({ to }) => to.includes('@example.org'));
    };
    return { endpoint, waits, offers, frees: () => holder.givesBack(token) };
  }
  const holdIn = ({ links }: Shown) => /^https:\/\/cedar.example\/#hold=(.+)$/.exec(links[0]!.url)?.[1] ?? '';

  it('keeps a freed time for the first whom it suits, who takes it by a link', async () => {
    const { endpoint, waits, offers, frees } = await open();
    const { status, body } = await waits('ana');
    assert.deepEqual([status, typeof body.id, typeof body.token], [201, 'string', 'string']);
    endpoint.passes(1);
    await waits('ben');
    assert.deepEqual(await offers(), [], 'nothing is free yet');
    await frees();
    const [offer, ...others] = await offers();
    assert.deepEqual(others, []);
    assert.equal(offer!.to, 'ana <ana@example.org>');
    assert.match(offer!.text, /A time has become free[\s\S]*Tuesday, December 1, 2026 at 9:00 AM[\s\S]*Take this time/);
    assert.equal((await endpoint.patient().holds(nine)).problem, 'slot-taken', 'for nobody else');

    const ana = endpoint.patient();
    const held = await ana.hasHeld(holdIn(offer!));
    assert.equal(held.body.slots[0].id, nine);
    assert.equal((await ana.books(holdIn(offer!), booking())).status, 201);
    assert.equal((await offers()).length, 1);
    assert.equal((await waits('ana')).status, 201, 'who has waited and booked may wait again');
  });

  it('goes on to the next one, and comes back to nobody with the same time', async () => {
    const { endpoint, waits, offers, frees } = await open();
    await waits('ana');
    endpoint.passes(1);
    await waits('ben');
    await frees();
    await offers();
    endpoint.passes(119);
    assert.equal((await offers()).length, 1, 'she has two hours');
    endpoint.passes(1);
    assert.deepEqual(
      (await offers()).map(({ to }) => to[0]),
      ['b', 'a'],
    );
    endpoint.passes(120);
    assert.equal((await offers()).length, 2);
    assert.equal((await endpoint.patient().holds(nine)).status, 201, 'then it is anybody’s');
  });

  it('waits for who takes more time for an offer, which is never less, and offers them nothing else meanwhile', async () => {
    const { endpoint, waits, offers, frees } = await open();
    const other = endpoint.patient();
    const { manageToken } = (await other.books((await other.holds('s2~t1~2026-12-02T16:00Z')).body.token)).body;
    await waits('ana', { to: '2026-12-03' });
    endpoint.passes(1);
    await waits('ben');
    await frees();
    const [offer] = await offers();
    const ana = endpoint.patient();
    const extended = async () => {
      const { body } = await ana.extends(holdIn(offer!));
      return [body.expiresIn, body.extensions];
    };
    assert.deepEqual(await extended(), [120 * 60, 9]);
    endpoint.passes(116);
    assert.equal((await other.changes(manageToken, 'cancel')).status, 200);
    endpoint.passes(3);
    assert.deepEqual(await extended(), [10 * 60, 8]);
    endpoint.passes(9);
    assert.equal((await offers()).length, 1, 'her time is over, but for what she has added');
    assert.equal((await ana.hasHeld(holdIn(offer!))).status, 200);
    endpoint.passes(1);
    const named = (await offers()).map(({ to, text }) => `${to[0]} ${/December \d/.exec(text)?.[0]}`);
    assert.deepEqual(named.toSorted(), ['a December 1', 'a December 2', 'b December 1'], 'then both are offered');
  });

  it('offers one client as much at a time as they could hold, however often they joined, and the next one more', async () => {
    const { endpoint, offers } = await open();
    const days = { from: '2026-12-01', to: '2026-12-20', times: undefined } as const;
    const greedy = endpoint.patient();
    for (let count = 0; count < 5; count++) {
      assert.equal((await greedy.sends('/waitlist', wish(`greedy${count}`, days), { key: newKey() })).status, 201);
      endpoint.passes(1);
    }
    await endpoint.patient('9.9.9.9').sends('/waitlist', wish('ben', days), { key: newKey() });
    assert.deepEqual((await offers()).map(({ to }) => to.split(' ')[0]!).toSorted(), ['ben', 'greedy0', 'greedy1']);
    assert.equal((await offers()).length, 3, 'and no more while those stand');
    assert.equal((await greedy.holds('s9~t2~2026-12-03T20:00Z')).status, 201, 'what they hold themselves is apart');
    endpoint.passes(120);
    assert.equal((await offers()).length, 6);
  });

  it('lets go of who exchanged an offer for another time and booked that', async () => {
    const { endpoint, waits, offers, frees } = await open();
    await waits('ana', { to: '2026-12-20', times: undefined });
    const [offer] = await offers();
    const ana = endpoint.patient();
    const other = (await ana.holds('s2~t1~2026-12-08T17:00Z', { replaces: holdIn(offer!) })).body.token;
    assert.equal((await ana.books(other, booking())).status, 201);
    await frees();
    endpoint.passes(121);
    assert.equal((await offers()).length, 1);
    const left = await db().selectFrom('waiting').select('id').where('clinic', '=', endpoint.clinic.id).execute();
    assert.deepEqual(left, []);
  });

  it('has room for twenty of one client, so that nobody fills it alone', async () => {
    const { endpoint } = await open();
    const greedy = endpoint.patient();
    const joins = async (name: string) => (await greedy.sends('/waitlist', wish(name), { key: newKey() })).status;
    for (let hour = 0; hour < 2; hour++) {
      for (let count = 0; count < 10; count++) assert.equal(await joins(`ana${hour}${count}`), 201);
      endpoint.passes(60);
    }
    assert.equal(await joins('late'), 429);
    assert.equal((await endpoint.patient().sends('/waitlist', wish('ben'), { key: newKey() })).status, 201);
  });

  it('makes one offer, however many servers look', async () => {
    const { endpoint, waits, frees } = await open();
    for (const name of ['ana', 'ben', 'eva']) await waits(name);
    await frees();
    const made = await Promise.all(Array.from({ length: 8 }, () => endpoint.app.offerFreed()));
    assert.equal(
      made.reduce((sum, count) => sum + count),
      1,
    );
    const held = await db().selectFrom('booking').select('id').where('clinic', '=', endpoint.clinic.id).execute();
    assert.equal(held.length, 1);
  });

  it('offers only what suits: the service, the therapist, the days, the time of day, and not too soon', async () => {
    const { endpoint, waits, offers, frees } = await open();
    await waits('service', { serviceIds: ['s6'], therapistIds: ['t1'], times: [{ from: '06:00', to: '06:15' }] });
    await waits('therapist', { therapistIds: ['t2'] });
    await waits('day', { from: '2026-12-05', to: '2026-12-06' });
    await waits('time', { times: [{ from: '07:00', to: '07:30' }] });
    await frees();
    assert.deepEqual(await offers(), []);
    endpoint.passes(8 * 24 * 60 - 60);
    await waits('late');
    assert.deepEqual(await offers(), [], 'in an hour nobody could take it');
  });

  it('has everybody once, and the same answer for the same key', async () => {
    const { waits } = await open();
    const key = newKey();
    const first = await waits('ana', {}, key);
    assert.deepEqual((await waits('ana', {}, key)).body, first.body);
    const again = await waits('ana', { serviceIds: ['s1'] });
    assert.deepEqual([again.status, again.problem], [409, 'already-waiting']);
    assert.equal(
      (await waits('ana', { contact: { name: 'Ana', email: 'ANA@example.org' } })).problem,
      'already-waiting',
    );
    assert.equal((await waits('ben')).status, 201);
  });

  it('lets go of who waits no longer, with their own token only', async () => {
    const { endpoint, waits, offers, frees } = await open();
    const { body } = await waits('ana');
    const leave = (token: string) =>
      endpoint.patient().request('/waitlist', { method: 'DELETE', headers: bearer(token) });
    assert.equal((await leave((await endpoint.patient().holds('s2~t1~2026-12-03T16:00Z')).body.token)).status, 401);
    assert.equal((await leave(body.token)).status, 204);
    assert.equal((await leave(body.token)).status, 204);
    await frees();
    assert.deepEqual(await offers(), []);
  });

  it('forgets who has waited in vain', async () => {
    const { endpoint, waits, offers } = await open();
    await waits('ana');
    endpoint.passes(10 * 24 * 60);
    await offers();
    const left = await db().selectFrom('waiting').select('id').where('clinic', '=', endpoint.clinic.id).execute();
    assert.deepEqual(left, []);
  });

  const wrong: readonly (readonly [string, Partial<WaitlistRequest>])[] = [
    ['/serviceIds/1', { serviceIds: ['s2', 's99'] }],
    ['/therapistIds/0', { therapistIds: ['t99'] }],
    ['/from', { from: '2026-02-30' }],
    ['/to', { to: '2026-12-01' }],
    ['/to', { from: '2026-01-01', to: '2026-01-02' }],
    ['/contact', { contact: { name: 'Ana' } }],
    ['/contact', { contact: { name: 'Ana', phone: '+1 303 555 0100', reach: ['sms'] } }],
    ['/contact/name', { contact: { name: 'Ana\r\nBcc: x@y.zz', email: 'ana@example.org' } }],
    ['/times', { times: [] }],
  ];
  for (const [pointer, more] of wrong)
    it(`refuses ${JSON.stringify(more)}`, async () => {
      const { waits } = await open();
      const refused = await waits('ana', more);
      assert.deepEqual([refused.problem, refused.body.errors[0].pointer], ['invalid', pointer]);
    });

  it('is nothing that a clinic without one offers', async () => {
    const { patient, app } = testEndpoint(db(), { clinic: cedar((data) => delete data.waitlist) });
    assert.equal((await patient().sends('/waitlist', wish('ana'))).problem, 'not-found');
    assert.equal(await app.offerFreed(), 0);
  });
});

describe('A time of day', () => {
  const cases: readonly (readonly [boolean, string, WaitlistRequest['times']])[] = [
    [true, '09:00', undefined],
    [true, '09:00', [{ from: '09:00', to: '09:15' }]],
    [false, '09:15', [{ from: '09:00', to: '09:15' }]],
    [false, '08:45', [{ from: '09:00', to: '09:15' }]],
    [
      true,
      '17:00',
      [
        { from: '07:00', to: '09:00' },
        { from: '16:00', to: '23:59' },
      ],
    ],
  ];
  for (const [expected, time, times] of cases)
    it(`${time} ${expected ? 'suits' : 'does not suit'} ${JSON.stringify(times)}`, () =>
      assert.equal(suits(`2026-12-01T${time}:00-07:00`, times), expected));
});
