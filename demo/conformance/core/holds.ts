import { check } from '../check.ts';
import { must, mustAnswer, mustRefuse } from '../fault.ts';

export const holds = [
  check('a hold takes its place, and shows it to whoever has the token', async (kit) => {
    const [slot] = await kit.free(1);
    const reply = await kit.client.hold([slot]);
    mustAnswer(reply, 201);
    const { token, expiresIn, slots } = reply.body;
    must(token && expiresIn > 0, 'a hold has a token, and some time', reply);
    must(slots.map(({ id }) => id).join() === slot, `the hold is of ${slots.map(({ id }) => id).join()}`, reply);
    must(!(await kit.isFree(slot)), `${slot} is still shown as free`, reply);
    const held = await kit.client.held(token);
    mustAnswer(held, 200);
    must(held.body.slots?.[0]?.id === slot, 'GET /holds shows something else', reply, held);
    must(held.body.expiresIn <= expiresIn, 'its time does not run', reply, held);
  }),
  check('what is held cannot be held again; what else is free is said', async (kit) => {
    const [slot] = await kit.free(1);
    await kit.holds([slot]);
    const reply = await kit.client.hold([slot]);
    mustRefuse(reply, 409, 'slot-taken');
    must(reply.problem.taken?.includes(slot), '`taken` has to name the slot', reply);
    const others = reply.problem.alternatives ?? [];
    must(!others.some(({ id }) => id === slot), 'it is its own alternative', reply);
    if (others[0]) mustAnswer(await kit.client.hold([others[0].id]), 201);
  }),
  check('what is given back is free at once', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    const released = await kit.client.release(token);
    mustAnswer(released, 204);
    must(await kit.isFree(slot), `${slot} is still taken`, released);
    const held = await kit.client.held(token);
    must(held.status === 410 || held.status === 401, `the token still opens something: ${held.status}`, held);
    await kit.holds([slot]);
  }),
  check('a hold can be extended, ten times at least', async (kit) => {
    const [slot] = await kit.free(1);
    const held = await kit.client.hold([slot]);
    must(held.body.extensions >= 10, `WCAG 2.2.1 asks for ten extensions; there are ${held.body.extensions}`, held);
    const extended = await kit.client.extend(held.body.token!);
    mustAnswer(extended, 200);
    must(extended.body.extensions === held.body.extensions - 1, '`extensions` has to count down', held, extended);
    must(extended.body.expiresIn + 2 >= held.body.expiresIn, 'extending made it shorter', held, extended);
    for (let left = extended.body.extensions; left > 0; left--) await kit.client.extend(held.body.token!);
    const last = await kit.client.extend(held.body.token!);
    must(last.status >= 400 || last.body.extensions === 0, 'there is no end to extending', last);
  }),
  check('another pick replaces the older one, which is free again', async (kit) => {
    const [older, newer] = await kit.free(2);
    const replaces = await kit.holds([older]);
    mustAnswer(await kit.client.hold([newer!], { replaces }), 201);
    must(await kit.isFree(older), `${older} was replaced and is still taken`);
    const held = await kit.client.held(replaces);
    must(held.status === 410 || held.status === 401, 'the older hold still lives', held);
  }),
  check('the older pick stays where the other one cannot be had', async (kit) => {
    const [older, taken] = await kit.free(2);
    const replaces = await kit.holds([older]);
    await kit.holds([taken!]);
    mustRefuse(await kit.client.hold([taken!], { replaces }), 409, 'slot-taken');
    const held = await kit.client.held(replaces);
    must(held.status === 200 && !(await kit.isFree(older)), 'the older hold is gone', held);
  }),
  check('a client may hold only so much at a time', async (kit) => {
    const slots = await kit.free(6);
    for (const slot of slots) {
      const reply = await kit.client.hold([slot]);
      if (reply.status === 201) continue;
      mustRefuse(reply, 429, 'too-many-holds');
      must(Number(reply.headers.get('Retry-After')) > 0, 'Retry-After has to say when to try again', reply);
      must(await kit.isFree(slot), `${slot} was refused, and is taken`, reply);
      return;
    }
    must(false, `one client holds ${slots.length} times at once`);
  }),
];
