import type { Slot } from '../../../src/contract/index.ts';
import { addDays, dayOf } from '../../../src/domain/day.ts';
import { check } from '../check.ts';
import { LeftOut, must, mustAnswer } from '../fault.ts';
import type { Kit } from '../kit.ts';

/** Everything that one therapist has free on a day, whichever treatment it is. */
async function freeOf(kit: Kit, therapist: string, from: string) {
  const { services, therapists } = await kit.catalog();
  const able = therapists.find(({ id }) => id === therapist)?.serviceIds ?? [];
  const slots: Slot[] = [];
  for (const { id: service } of services.filter((one) => !one.parts && able.includes(one.id))) {
    const reply = await kit.client.availability({ service, therapist, from, to: addDays(from, 1) });
    mustAnswer(reply, 200);
    slots.push(...reply.body.slots);
  }
  return slots;
}

const overlap = ({ appointments: [one] }: Slot, { appointments: [other] }: Slot) =>
  one?.therapistId === other?.therapistId &&
  Date.parse(one!.start) < Date.parse(other!.end) &&
  Date.parse(other!.start) < Date.parse(one!.end);

const rivalsOf = (slot: Slot, all: readonly Slot[]) => all.filter((one) => one.id !== slot.id && overlap(slot, one));

/** A free time of somebody, and all others of theirs that overlap it; such as begin at another time, where there are any. */
async function rivals(kit: Kit) {
  const { id: service } = await kit.service();
  const [last] = await kit.free(1);
  const day = dayOf(kit.slot(last).start);
  const able = (await kit.catalog()).therapists.filter(({ serviceIds }) => serviceIds.includes(service));
  const later = (slot: Slot, others: readonly Slot[]) => others.filter(({ start }) => start !== slot.start).length;
  const [most] = (await Promise.all(able.map(({ id }) => freeOf(kit, id, day))))
    .flatMap((all) => all.map((slot) => ({ slot, others: rivalsOf(slot, all) })))
    .filter(({ others }) => others.length > 0)
    .sort((one, other) => later(other.slot, other.others) - later(one.slot, one.others));
  if (!most) throw new LeftOut('no free times of one therapist overlap');
  return { ...most, therapist: most.slot.appointments[0]!.therapistId, day };
}

export const overlaps = [
  check('whoever is busy is free for nothing that overlaps', async (kit) => {
    const { slot, others, therapist, day } = await rivals(kit);
    const both = await kit.client.hold([slot.id, others[0]!.id]);
    must(both.status === 422 || both.status === 409, `one hold has two times that overlap: ${both.status}`, both);
    await kit.holds([slot.id]);
    const left = await freeOf(kit, therapist, day);
    const shown = rivalsOf(slot, left)[0];
    must(!shown, `${slot.id} is held, and ${shown?.id} is shown as free, which overlaps it`);
    for (const { id } of others) {
      const reply = await kit.client.hold([id]);
      must(
        reply.status === 409 || reply.status === 422,
        `${slot.id} is held, and so is ${id}, which overlaps it`,
        reply,
      );
    }
  }),
];
