import { addDays } from '../../../src/domain/day.ts';
import type { Waiting } from '../../../src/contract/index.ts';
import { check } from '../check.ts';
import { must, mustAnswer, mustRefuse } from '../fault.ts';
import type { Kit } from '../kit.ts';

async function wish(kit: Kit, more: object = {}) {
  const from = addDays(await kit.today(), 1);
  const contact = { name: 'Conformance Check', email: `check-${crypto.randomUUID()}@example.org` };
  return { serviceIds: [(await kit.service()).id], from, to: addDays(from, 7), contact, ...more };
}

export const waitlist = [
  check('somebody waits once, until they wait no longer', async (kit) => {
    const body = await wish(kit);
    const waiting = await kit.asksKindly<Waiting>('wait', body);
    mustAnswer(waiting, 201);
    const { token } = waiting.body;
    must(token, 'a place on the list comes with its token', waiting);
    mustRefuse(await kit.asksKindly('wait', body), 409, 'already-waiting');
    mustAnswer(await kit.client.call('stopWaiting', { token }), 204);
    const again = await kit.asksKindly<Waiting>('wait', body);
    mustAnswer(again, 201);
    mustAnswer(await kit.client.call('stopWaiting', { token: again.body.token }), 204);
  }),
  check('a wish that cannot come true is refused', async (kit) => {
    const { from } = await wish(kit);
    const wrong = [{ to: from }, { from: '2027-02-30' }, { serviceIds: ['no-such-service'] }, { serviceIds: [] }];
    for (const more of wrong)
      mustRefuse(await kit.client.call('wait', { body: await wish(kit, more) }), 422, 'invalid');
    const contact = { name: 'Conformance Check' };
    mustRefuse(await kit.client.call('wait', { body: await wish(kit, { contact }) }), 422, 'invalid');
  }),
  check('a wrong token gives up nobody’s place', async (kit) => {
    const [slot] = await kit.free(1);
    for (const token of ['x', await kit.holds([slot])])
      mustRefuse(await kit.client.call('stopWaiting', { token }), 401, 'unauthorized');
  }),
];
