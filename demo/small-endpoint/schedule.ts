import { parseDateTime, toZoned } from '@internationalized/date';
import type { Catalog, Slot } from '../../src/contract/index.ts';
import { addDays, isDay, weekday } from '../../src/domain/day.ts';

/** When work begins. */
const hours = ['09:00', '10:00', '11:00', '13:00', '14:00', '15:00', '16:00'];

/** Every slot of a service that somebody works, taken or not, in order. `from` is included, `to` is not. */
export function workingSlots({ clinic, services, therapists }: Catalog, serviceId: string, from: string, to: string) {
  const { minutes = 0 } = services.find(({ id }) => id === serviceId) ?? {};
  const able = therapists.filter(({ serviceIds }) => serviceIds.includes(serviceId));
  const slots: Slot[] = [];
  for (let day = from; day < to; day = addDays(day, 1))
    for (const hour of weekday(day) <= 5 ? hours : []) {
      // The clinic's offset changes twice a year, so it is looked up for every time.
      const begins = toZoned(parseDateTime(`${day}T${hour}`), clinic.timeZone);
      const [start, end] = [`${begins}`.slice(0, 25), `${begins.add({ minutes })}`.slice(0, 25)];
      for (const { id: therapistId } of able) {
        const id = [serviceId, therapistId, day, hour].join('~');
        slots.push({ id, start, appointments: [{ serviceId, therapistId, start, end }] });
      }
    }
  return slots;
}

/** The slot that an id stands for: it is made of what it means, so nothing has to be kept to read it back. */
export function slotOf(catalog: Catalog, slotId: string): Slot | undefined {
  const [serviceId = '', , day = ''] = slotId.split('~');
  if (!isDay(day)) return undefined;
  return workingSlots(catalog, serviceId, day, addDays(day, 1)).find(({ id }) => id === slotId);
}

/** Whoever has times until an instant, in milliseconds; for good once they are booked. */
export type Holder = { expires: number };

const QUARTER = 15 * 60_000;
/** The quarters of an hour that a slot takes of its therapist: two that overlap have one in common. */
const quartersOf = ({ appointments }: Slot) =>
  appointments.flatMap(({ therapistId, start, end }) => {
    const [first, last] = [Math.floor(Date.parse(start) / QUARTER), Math.ceil(Date.parse(end) / QUARTER)];
    return Array.from({ length: last - first }, (_, index) => `${therapistId} ${first + index}`);
  });

/** Whether some of these slots are in the way of each other. */
export function overlap(slots: readonly Slot[]): boolean {
  const quarters = slots.flatMap(quartersOf);
  return new Set(quarters).size < quarters.length;
}

/** Who has which quarter of an hour. With a database each method is one transaction. */
export class Calendar {
  protected readonly holders = new Map<string, Holder>();
  isFree(slot: Slot, now: number, ...own: readonly (Holder | undefined)[]): boolean {
    const others = quartersOf(slot).map((quarter) => this.holders.get(quarter));
    return others.every((holder) => !holder || holder.expires <= now || own.includes(holder));
  }
  /** Takes all of the slots or none, and answers those that are lost. Nothing comes between looking and writing. */
  async take(slots: readonly Slot[], holder: Holder, now: number, older?: Holder): Promise<readonly Slot[]> {
    const lost = slots.filter((slot) => !this.isFree(slot, now, holder, older));
    if (lost.length === 0 && older) this.giveBack(older);
    if (lost.length === 0) for (const quarter of slots.flatMap(quartersOf)) this.holders.set(quarter, holder);
    return lost;
  }
  giveBack(holder: Holder): void {
    for (const [quarter, one] of this.holders) if (one === holder) this.holders.delete(quarter);
  }
}
