import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eraseBooking } from '../../../../demo/endpoint/db/erase.ts';
import { manageCalls } from '../../../../src/contract/index.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { bearer, newKey, type Reply } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const calls = Object.values(manageCalls);

onEveryDatabase('The token of a booking', (db) => {
  const open = async () => {
    const endpoint = testEndpoint(db());
    const maria = endpoint.patient();
    const hold = (await maria.holds(nine)).body.token as string;
    const { manageToken, id } = (await maria.books(hold)).body as { manageToken: string; id: string };
    return { endpoint, maria, hold, manageToken, id };
  };
  type Opened = Awaited<ReturnType<typeof open>>;
  /** Every call of a booking with this token, its body being whatever. */
  const asksAll = ({ maria }: Opened, headers: Record<string, string>): Promise<readonly Reply[]> =>
    Promise.all(
      calls.map(({ method, path }) =>
        maria.request(path, {
          method,
          headers: { 'If-Match': '"1"', ...headers, ...(method === 'POST' && { 'Content-Type': 'application/json' }) },
          ...(method === 'POST' && { body: '{}' }),
        }),
      ),
    );

  it('opens nothing else, and nothing else opens its booking: every wrong one gets one and the same answer', async () => {
    const one = await open();
    const other = await open();
    const [id, generation, signature] = one.manageToken.split('.');
    const wrong = [
      'x',
      one.hold,
      other.manageToken,
      `${id}.${Number(generation) + 1}.${signature}`,
      `${other.id}.${generation}.${signature}`,
      `${one.manageToken}x`,
      one.manageToken.slice(0, -1),
    ];
    const answers = await Promise.all([
      ...wrong.map((token) => asksAll(one, bearer(token))),
      asksAll(one, {}),
      asksAll(one, { Authorization: `Basic ${one.manageToken}` }),
    ]);
    const refused = answers.flat();
    assert.ok(refused.every(({ status, problem }) => status === 401 && problem === 'unauthorized'));
    assert.equal(new Set(refused.map(({ body }) => JSON.stringify(body))).size, 1);
    assert.equal((await one.maria.holds('s2~t1~2026-12-02T17:00Z', { replaces: other.manageToken })).status, 422);
    assert.equal((await one.maria.sees(one.manageToken)).body.revision, 1, 'and nothing has changed');
  });

  it('is spent once it is counted up, and opens nothing once the booking is erased', async () => {
    const spent = await open();
    const { db: tables, clinic } = spent.endpoint;
    await tables.updateTable('booking').set({ generation: 2 }).where('id', '=', spent.id).execute();
    assert.equal((await spent.maria.sees(spent.manageToken)).problem, 'unauthorized');
    await eraseBooking(tables, clinic.id, spent.id);
    assert.equal((await spent.maria.sees(spent.manageToken)).status, 410);
  });

  it('reads with an ETag, by which nothing new costs nothing', async () => {
    const { maria, manageToken } = await open();
    const seen = await maria.sees(manageToken);
    const etag = seen.headers.get('ETag')!;
    assert.match(etag, /^"[^"]+"$/);
    const read = () => maria.asks('/booking', { ...bearer(manageToken), 'If-None-Match': etag });
    const again = await read();
    assert.deepEqual([again.status, again.body], [304, {}]);
    await maria.changes(manageToken, 'coming');
    assert.equal((await read()).status, 200);
  });

  const matches: readonly (readonly [ifMatch: string | undefined, status: number])[] = [
    [undefined, 428],
    ['', 428],
    ['1', 428],
    ['*', 428],
    ['W/"1"', 428],
    ['"1", "2"', 428],
    ['"1e0"', 428],
    ['"-1"', 428],
    ['"99999999999999999999"', 428],
    ['"2"', 412],
    ['"0"', 412],
    ['"1"', 200],
  ];
  for (const [ifMatch, status] of matches)
    it(`changes a booking with If-Match ${ifMatch ?? 'absent'}: ${status}`, async () => {
      const { maria, manageToken } = await open();
      const headers: Record<string, string> = ifMatch === undefined ? {} : { 'If-Match': ifMatch };
      const changed = await maria.sends('/booking/cancel', {}, { token: manageToken, key: newKey(), headers });
      assert.equal(changed.status, status);
      assert.equal((await maria.sees(manageToken)).body.status, status === 200 ? 'cancelled' : 'booked');
    });

  const wrong: readonly (readonly [what: string, path: string, body: unknown, pointer: string])[] = [
    ['a NUL in the reason', 'cancel', { reason: 'a\0b' }, '/reason'],
    ['half a character in the reason', 'cancel', { reason: '\ud800' }, '/reason'],
    ['a reason without end', 'cancel', { reason: 'x'.repeat(2001) }, '/reason'],
    ['no appointment', 'cancel', { appointmentIds: [] }, '/appointmentIds'],
    ['too many appointments', 'cancel', { appointmentIds: Array.from({ length: 25 }, String) }, '/appointmentIds'],
    ['no hold', 'reschedule', {}, '/hold'],
    ['a hold that is none', 'reschedule', { hold: 7 }, '/hold'],
  ];
  for (const [what, path, body, pointer] of wrong)
    it(`points at ${what}`, async () => {
      const { maria, manageToken } = await open();
      const headers = { 'If-Match': '"1"' };
      const refused = await maria.sends(`/booking/${path}`, body, { token: manageToken, headers });
      assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, pointer]);
    });
});
