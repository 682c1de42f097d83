import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readClinic } from '../../../../demo/endpoint/clinic/load-clinic.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, cedarData, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';

/** Half an hour more than the notice after the tests begin. */
const soon = 's2~t1~2026-11-24T16:30Z';
const later = 's2~t1~2026-12-01T16:00Z';

onEveryDatabase('A hold that is used late', (db) => {
  const near = () => testEndpoint(db(), { clinic: cedar((data) => (data.policy.minNoticeMinutes = 24 * 60)) });
  type Held = { token: string };
  const ways: readonly (readonly [string, (endpoint: TestEndpoint, held: Held, manage: string) => Promise<unknown>])[] =
    [
      ['be booked', async (endpoint, { token }) => (await endpoint.patient().books(token)).status],
      ['be extended', async (endpoint, { token }) => (await endpoint.patient().extends(token)).status],
      [
        'move a booking',
        async (endpoint, { token }, manage) =>
          (await endpoint.patient().changes(manage, 'reschedule', { body: { hold: token } })).status,
      ],
    ];
  const begin = async (endpoint: TestEndpoint, slot: string) => {
    const maria = endpoint.patient();
    const booked = await maria.books((await maria.holds(later)).body.token);
    const held = await maria.holds(slot);
    assert.deepEqual([booked.status, held.status], [201, 201]);
    return { held: held.body as Held, manage: booked.body.manageToken as string };
  };

  for (const [what, use] of ways) {
    it(`may ${what} within the notice, as long as it lasts`, async () => {
      const endpoint = near();
      endpoint.passes(25);
      const { held, manage } = await begin(endpoint, soon);
      endpoint.passes(9);
      assert.ok([200, 201].includes((await use(endpoint, held, manage)) as number));
    });

    it(`may ${what} once it has run out, where it could still be had anew`, async () => {
      const endpoint = near();
      const { held, manage } = await begin(endpoint, soon);
      endpoint.passes(15);
      assert.ok([200, 201].includes((await use(endpoint, held, manage)) as number));
    });

    it(`may not ${what} within the notice once it has run out`, async () => {
      const endpoint = near();
      const { held, manage } = await begin(endpoint, soon);
      endpoint.passes(35);
      assert.equal(await use(endpoint, held, manage), 410);
    });

    it(`may not ${what} on a day that the clinic has closed meanwhile`, async () => {
      const endpoint = near();
      const { held, manage } = await begin(endpoint, 's2~t1~2026-12-02T16:00Z');
      const data = cedarData();
      data.clinic.id = endpoint.clinic.id;
      data.closures = [...(data.closures ?? []), { from: '2026-12-02', to: '2026-12-02' }];
      const reopened = testEndpoint(db(), { clinic: readClinic(data) });
      assert.equal(await use(reopened, held, manage), 410);
    });

    for (const [passed, kept] of [
      [9, true],
      [11, false],
    ] as const)
      it(`may${kept ? '' : ' not'} ${what} after ${passed} minutes where the clinic stops its bookings meanwhile`, async () => {
        const endpoint = near();
        const { held, manage } = await begin(endpoint, 's2~t1~2026-12-02T16:00Z');
        const data = cedarData();
        data.clinic.id = endpoint.clinic.id;
        data.clinic.notice = {
          text: 'Closed.',
          from: '2026-11-20T00:00:00-07:00',
          to: '2026-12-20T00:00:00-07:00',
          closed: true,
        };
        const closed = testEndpoint(db(), { clinic: readClinic(data) });
        closed.passes(passed);
        assert.equal((await closed.patient().holds('s2~t1~2026-12-03T16:00Z')).problem, 'not-bookable');
        const status = (await use(closed, held, manage)) as number;
        assert.equal(status < 300, kept, `${status}`);
      });
  }
});
