import { check } from '../check.ts';
import type { Reply } from '../client.ts';
import { newKey } from '../client.ts';
import { must } from '../fault.ts';

const CLIENTS = 20;
const crowd = <Result>(act: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: CLIENTS }, (_, index) => act(index)));

function mustBeOne(replies: readonly Reply[]) {
  const won = replies.filter(({ status }) => status === 201);
  must(won.length === 1, `${CLIENTS} wanted it at once; ${won.length} were told that they have it`, ...won.slice(0, 3));
  const odd = replies.find(
    ({ status, named }) => status !== 201 && named !== 'slot-taken' && named !== 'too-many-holds',
  );
  must(!odd, `whoever is too late should hear 409 slot-taken, not ${odd?.status} ${odd?.named}`, ...(odd ? [odd] : []));
}

export const races = [
  check('of many who want one time at once, one has it', async (kit) => {
    for (let round = 0; round < 3; round++) {
      const [slot] = await kit.free(1);
      mustBeOne(await crowd(() => kit.client.hold([slot])));
      await kit.client.letGo();
    }
  }),
  check('of many who want two times at once, in either order, one has both', async (kit) => {
    const [one, other] = await kit.free(2);
    mustBeOne(await crowd((index) => kit.client.hold(index % 2 === 0 ? [one, other!] : [other!, one])));
  }),
  check('one hold confirmed many times at once is one booking', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    const body = await kit.request();
    const replies = await crowd(() => kit.client.book(token, body));
    const good = replies.filter(({ status }) => status === 200 || status === 201);
    must(good.length > 0, 'nobody was told of a booking', replies[0]!);
    const ids = new Set(good.map((reply) => reply.body.id));
    must(ids.size === 1, `${ids.size} bookings came of one hold`, ...good.slice(0, 2));
    const odd = replies.find(({ status, named }) => status > 201 && named !== 'in-progress');
    must(!odd, `the others should hear of the same booking, not ${odd?.status} ${odd?.named}`, ...(odd ? [odd] : []));
  }),
  check('the same request many times at once is done once, and never called a lost time', async (kit) => {
    const [slot] = await kit.free(1);
    const key = newKey();
    const replies = await crowd(() => kit.client.hold([slot], { key }));
    const good = replies.filter(({ status }) => status === 201);
    const tokens = new Set(good.map(({ body }) => body.token));
    must(tokens.size === 1, `${tokens.size} holds came of one key`, ...replies.slice(0, 2));
    for (const reply of replies.filter(({ status }) => status !== 201)) {
      const right = reply.status === 409 && reply.named === 'in-progress';
      must(right, `should be 201 again, or 409 in-progress; it is ${reply.status} ${reply.named}`, reply);
      must(reply.headers.has('Retry-After'), 'in-progress has to come with Retry-After', reply);
    }
  }),
];
