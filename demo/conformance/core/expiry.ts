import { check } from '../check.ts';
import { must, mustAnswer, mustRefuse } from '../fault.ts';

export const expiry = [
  check('a hold that ran out keeps nobody from its place', async (kit) => {
    const [slot] = await kit.free(1);
    const late = await kit.holds([slot]);
    await kit.untilExpired(late);
    must(await kit.isFree(slot), `${slot} is still taken by a hold that ran out`);
    mustRefuse(await kit.client.held(late), 410, 'hold-expired');
    await kit.holds([slot]);
    mustRefuse(await kit.client.book(late, await kit.request()), 410, 'hold-expired');
    mustRefuse(await kit.client.extend(late), 410, 'hold-expired');
  }),
  check('a late hold whose place nobody took is honoured', async (kit) => {
    const [slot] = await kit.free(1);
    const late = await kit.holds([slot]);
    await kit.untilExpired(late);
    const booked = await kit.books(late);
    mustAnswer(booked, 201);
    must(!(await kit.isFree(slot)), `${slot} is booked, and shown as free`, booked);
  }),
];
