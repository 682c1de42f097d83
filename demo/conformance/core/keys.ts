import { check } from '../check.ts';
import { newKey } from '../client.ts';
import { must, mustAnswer, mustRefuse } from '../fault.ts';

export const keys = [
  check('the same hold under the same key is answered the same', async (kit) => {
    const [slot] = await kit.free(1);
    const key = newKey();
    const held = await kit.client.hold([slot], { key });
    const again = await kit.client.hold([slot], { key });
    must(again.status === held.status, `first ${held.status}, then ${again.status}`, held, again);
    must(again.body.token === held.body.token, 'the second answer has another token', held, again);
  }),
  check('the same booking under the same key is answered the same', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    const [body, key] = [await kit.request(), newKey()];
    const booked = await kit.client.book(token, body, key);
    mustAnswer(booked, 201);
    const again = await kit.client.book(token, body, key);
    mustAnswer(again, 200, 201);
    must(again.body.id === booked.body.id, 'there are two bookings now', booked, again);
    must(again.body.reference === booked.body.reference, 'the second answer has another reference', booked, again);
  }),
  check('extending twice under the same key extends once', async (kit) => {
    const [slot] = await kit.free(1);
    const token = await kit.holds([slot]);
    const key = newKey();
    const first = await kit.client.extend(token, key);
    const again = await kit.client.extend(token, key);
    must(first.body.extensions === again.body.extensions, 'it was extended twice', first, again);
  }),
  check('a key that was used for something else is refused', async (kit) => {
    const [slot, other] = await kit.free(2);
    const key = newKey();
    mustAnswer(await kit.client.hold([slot], { key }), 201);
    const reply = await kit.client.hold([other!], { key });
    mustRefuse(reply, 422, 'key-reused');
    must(await kit.isFree(other!), `${other} was refused, and is taken`, reply);
  }),
  check('a refusal is not kept under its key: the same is done once it can be', async (kit) => {
    const [slot] = await kit.free(1);
    const [older, key] = [await kit.holds([slot]), newKey()];
    mustRefuse(await kit.client.hold([slot], { key }), 409, 'slot-taken');
    await kit.client.release(older);
    mustAnswer(await kit.client.hold([slot], { key }), 201);
  }),
  check('a key counts within its route and its bearer', async (kit) => {
    const [one, other] = await kit.free(2);
    const key = newKey();
    const held = await kit.client.hold([one], { key });
    mustAnswer(held, 201);
    mustAnswer(await kit.client.extend(held.body.token!, key), 200);
    const second = await kit.holds([other!]);
    const extended = await kit.client.extend(second, key);
    mustAnswer(extended, 200);
    must(extended.body.slots?.[0]?.id === other, 'one bearer got the answer of another', extended);
  }),
];
