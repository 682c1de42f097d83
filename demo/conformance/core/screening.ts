import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { addDays, dayOf } from '../../../src/domain/day.ts';
import type { Ending } from '../answers.ts';
import { check } from '../check.ts';
import { LeftOut, must, mustAnswer, mustRefuse } from '../fault.ts';
import type { Kit } from '../kit.ts';

interface Answered {
  readonly slotId: string;
  readonly checklist: QuestionnaireResponse;
}

/** A free time, and answers that end so on its day. */
async function answered(kit: Kit, ending: Ending): Promise<Answered | undefined> {
  const [slotId] = await kit.free(1);
  const { answering, occasion } = await kit.checklist();
  const checklist = answering.endingIn(ending, { ...occasion, on: dayOf(kit.slot(slotId).start) });
  return checklist && { slotId, checklist };
}

/** The same on the first day that has something free, whichever treatment it is, and whatever day it is today. */
async function answeredSoon(kit: Kit, ending: Ending): Promise<Answered | undefined> {
  const { answering } = await kit.checklist();
  const earliest = await kit.earliestToday();
  for (const service of await kit.treatments()) {
    const { first } = await kit.firstFree(service);
    if (!first) continue;
    const on = dayOf(first.start);
    const occasion = { services: service.screening, today: on, on };
    const checklist = answering.endingIn(ending, occasion, { ...occasion, today: earliest });
    if (!checklist) continue;
    const day = await kit.client.availability({ service: service.id, from: on, to: addDays(on, 1) });
    mustAnswer(day, 200);
    return { slotId: day.body.slots.at(-1)?.id ?? first.id, checklist };
  }
  return undefined;
}

/** Asks for a booking with these answers, and for more than they allow. */
async function books(kit: Kit, { slotId, checklist }: Answered) {
  const token = await kit.holds([slotId]);
  const reply = await kit.asksToBook(token, { ...(await kit.request()), checklist, outcome: 'book' });
  return { token, reply };
}

export const screening = [
  check('the answers are screened again: whoever should call does not book', async (kit) => {
    const harmful = await answered(kit, 'call');
    if (!harmful) throw new LeftOut('no answer to this checklist leads to a call');
    const { token, reply } = await books(kit, harmful);
    mustRefuse(reply, 422, 'call-clinic');
    const held = await kit.client.held(token);
    must(held.status === 200 && held.body.slots, 'the hold is lost with what was refused', reply, held);
  }),
  check('whoever needs a doctor’s agreement waits for it, or does not book', async (kit) => {
    const unclear = await answered(kit, 'clearance');
    if (!unclear) throw new LeftOut('no answer to this checklist asks for a doctor');
    const { reply } = await books(kit, unclear);
    if (reply.status !== 201) return mustRefuse(reply, 422);
    const { status, clearance } = reply.body;
    must(status === 'pending' || status === 'proposed', `a doctor has to agree, and it is ${status}`, reply);
    must(status === 'proposed' || clearance?.deadline, '`clearance.deadline` has to say until when it waits', reply);
  }),
  check('whoever must not have a treatment, or not yet, does not book it', async (kit) => {
    const hindered = [await answeredSoon(kit, 'ruled out'), await answeredSoon(kit, 'too early')].filter(isThere);
    if (hindered.length === 0) throw new LeftOut('no answer to this checklist rules a treatment out, or puts it off');
    for (const one of hindered) {
      const { reply } = await books(kit, one);
      mustRefuse(reply, 422);
      await kit.client.letGo();
    }
  }),
];

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined;
