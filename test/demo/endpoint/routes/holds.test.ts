import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const quarterPast = 's2~t1~2026-12-01T16:15Z';
const ten = 's2~t1~2026-12-01T17:15Z';

onEveryDatabase('A hold', (db) => {
  it('keeps a time, which nobody else is then offered', async () => {
    const { patient } = testEndpoint(db());
    const held = await patient().holds(nine);
    assert.equal(held.status, 201);
    assert.equal(held.body.expiresIn, 600);
    assert.equal(held.body.extensions, 10);
    assert.equal(held.body.slots[0].start, '2026-12-01T09:00:00-07:00');

    const other = await patient().holds(quarterPast);
    assert.equal(other.status, 409);
    assert.equal(other.problem, 'slot-taken');
    assert.deepEqual(other.body.taken, [quarterPast]);
    assert.ok(other.body.alternatives.length > 0);
    assert.ok(other.body.alternatives[0].start.startsWith('2026-12-01'));

    const free = await patient().looksFor('service=s2&therapist=t1&from=2026-12-01&to=2026-12-02');
    const starts = free.body.slots.map(({ start }: { start: string }) => start.slice(11, 16));
    assert.deepEqual(starts.slice(0, 2), ['10:15', '10:30'], 'ten minutes to air the room are kept too');
  });

  it('takes all slots or none', async () => {
    const { patient } = testEndpoint(db());
    await patient().holds(nine);
    const both = await patient().holds(['s2~t4~2026-12-02T17:00Z', nine]);
    assert.deepEqual(both.body.taken, [nine]);
    assert.equal((await patient().holds('s2~t4~2026-12-02T17:00Z')).status, 201);
  });

  it('blocks nobody once it has expired', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(nine)).body;
    passes(11);
    const free = await maria.looksFor('service=s2&therapist=t1&from=2026-12-01&to=2026-12-02');
    assert.ok(free.body.slots.some(({ id }: { id: string }) => id === nine));
    assert.equal((await maria.hasHeld(token)).problem, 'hold-expired');
    assert.equal((await patient().holds(quarterPast)).status, 201);
    assert.equal((await maria.extends(token)).problem, 'hold-expired');
  });

  it('is extended ten times, even late where nobody took it', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const { token } = (await maria.holds(nine)).body;
    passes(12);
    for (let left = 9; left >= 0; left--) {
      const extended = await maria.extends(token);
      assert.equal(extended.status, 200);
      assert.equal(extended.body.extensions, left);
      assert.equal(extended.body.expiresIn, 600);
      passes(9);
    }
    assert.equal((await maria.extends(token)).body.expiresIn, 60);
  });

  it('can be asked for again, and be given back', async () => {
    const { patient } = testEndpoint(db());
    const maria = patient();
    const held = await maria.holds(nine);
    const again = await maria.hasHeld(held.body.token);
    assert.deepEqual(again.body, held.body);
    assert.equal((await maria.givesBack(held.body.token)).status, 204);
    assert.equal((await maria.givesBack(held.body.token)).status, 204);
    assert.equal((await maria.hasHeld(held.body.token)).problem, 'hold-expired');
    assert.equal((await patient().holds(nine)).status, 201);
  });

  it('replaces an older one, even one that overlaps, and only if it is had', async () => {
    const { patient } = testEndpoint(db());
    const [maria, ben] = [patient(), patient()];
    const first = await maria.holds(nine);
    const second = await maria.holds(quarterPast, { replaces: first.body.token });
    assert.equal(second.status, 201);
    assert.equal((await maria.hasHeld(first.body.token)).problem, 'hold-expired');

    await ben.holds('s2~t1~2026-12-01T20:00Z');
    const refused = await maria.holds('s2~t1~2026-12-01T20:15Z', { replaces: second.body.token });
    assert.equal(refused.problem, 'slot-taken');
    assert.equal((await maria.hasHeld(second.body.token)).status, 200);
    assert.equal((await maria.holds(ten, { replaces: 'not a token' })).body.errors[0].pointer, '/replaces');
  });

  it('is had twice by one client, and once more in place of an older one', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const asked = await Promise.all(
      ['15:00', '16:15', '17:30'].map((time) => maria.holds(`s2~t1~2026-12-01T${time}Z`)),
    );
    assert.deepEqual(
      asked.map(({ status }) => status).sort((a, b) => a - b),
      [201, 201, 429],
    );
    const refused = asked.find(({ status }) => status === 429)!;
    assert.equal(refused.problem, 'too-many-holds');
    assert.equal(refused.headers.get('Retry-After'), '600');
    const token = asked.find(({ status }) => status === 201)!.body.token;
    assert.equal((await maria.holds('s2~t4~2026-12-02T20:00Z', { replaces: token })).status, 201);
    passes(11);
    assert.equal((await maria.holds('s2~t4~2026-12-02T22:00Z')).status, 201);
  });

  it('is not had again by extending what has run out', async () => {
    const { patient, passes } = testEndpoint(db());
    const maria = patient();
    const takes = async (...times: readonly string[]) => {
      const tokens = [];
      for (const time of times) tokens.push((await maria.holds(`s2~t1~2026-12-01T${time}Z`)).body.token);
      return tokens;
    };
    const early = await takes('15:00', '16:15');
    passes(11);
    const late = await takes('17:30', '20:00');
    for (const token of early) assert.equal((await maria.extends(token)).problem, 'too-many-holds');
    assert.equal((await maria.extends(late[0])).status, 200, 'what is kept may be kept for longer');
    await maria.givesBack(late[1]);
    assert.equal((await maria.extends(early[0])).status, 200, 'nobody else took it');
  });

  it('is not had again under the next address of the same network', async () => {
    const { patient } = testEndpoint(db());
    const replies = [];
    for (const [index, time] of ['15:00', '16:15', '17:30'].entries())
      replies.push(await patient(`2001:db8::${index + 1}`).holds(`s2~t1~2026-12-01T${time}Z`));
    assert.deepEqual(
      replies.map(({ status }) => status),
      [201, 201, 429],
    );
    assert.equal((await patient('2001:db8:1::1').holds('s2~t1~2026-12-01T17:30Z')).status, 201);
  });

  it('finds another room where somebody was faster', async () => {
    const { patient } = testEndpoint(db());
    // Ana, Mei Lin and Rosa at the same time: three rooms for massage, and a fourth patient for nobody.
    const slots = [
      's4~t1~2026-12-04T17:00Z',
      's4~t3~2026-12-04T17:00Z',
      's4~t4~2026-12-04T17:00Z',
      's4~t6~2026-12-04T17:00Z',
    ];
    const asked = await Promise.all(slots.map((slot) => patient().holds(slot)));
    assert.deepEqual(
      asked.map(({ status }) => status),
      [422, 201, 201, 201],
    );
  });

  const refused: readonly (readonly [string, string])[] = [
    ['an id that we never made', 'nonsense'],
    ['a service that there is not', 's99~t1~2026-12-01T16:00Z'],
    ['a therapist who does not give it', 's5~t1~2026-12-01T16:00Z'],
    ['a time off the quarter hours', 's2~t1~2026-12-01T16:05Z'],
    ['a time in a break', 's2~t1~2026-12-01T18:45Z'],
    ['a day that the clinic is closed', 's2~t1~2026-11-26T16:00Z'],
    ['a time within the notice', 's2~t1~2026-11-23T17:00Z'],
    ['a day beyond the horizon', 's2~t1~2027-03-01T16:00Z'],
    ['an add-on that the service does not have', 's4~t1~2026-12-01T16:00Z~a1'],
  ];
  for (const [what, slot] of refused)
    it(`refuses ${what}`, async () => {
      const answer = await testEndpoint(db()).patient().holds(slot);
      assert.equal(answer.problem, 'not-bookable');
      assert.equal(answer.body.errors[0].pointer, '/slotIds/0');
    });

  it('refuses two slots that overlap, and everything while the clinic is closed', async () => {
    const { patient } = testEndpoint(db());
    assert.equal((await patient().holds([nine, quarterPast])).problem, 'not-bookable');
    assert.equal((await patient().holds([nine, nine])).problem, 'not-bookable');
  });

  it('makes room for add-ons', async () => {
    const { patient } = testEndpoint(db());
    const held = await patient().holds(`${nine}~a1`);
    assert.equal(held.body.slots[0].id, `${nine}~a1`);
    assert.equal(held.body.slots[0].appointments[0].end, '2026-12-01T10:10:00-07:00');
  });
});
