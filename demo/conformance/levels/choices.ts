import type { AddOn, Of, Service, Slot } from '../../../src/contract/index.ts';
import { addDays, dayOf } from '../../../src/domain/day.ts';
import { check } from '../check.ts';
import { LeftOut, must, mustAnswer, mustRefuse } from '../fault.ts';
import type { Kit } from '../kit.ts';

const MINUTE = 60_000;
type Query = Readonly<Record<string, string>>;

/** The free times of two weeks, from the first day that has one. */
async function freeTimes(kit: Kit, service: Service, more: Query) {
  const { first } = await kit.firstFree(service);
  const from = first ? dayOf(first.start) : await kit.today();
  return kit.client.availability({ service: service.id, from, to: addDays(from, 14), ...more });
}

interface Extended {
  readonly service: Service;
  readonly addOn: Of<typeof AddOn>;
}
async function withAddOn(kit: Kit): Promise<Extended> {
  const all = await kit.treatments();
  const [found] = all.flatMap((service) => service.addOns.map((addOn) => ({ service, addOn })));
  if (!found) throw new LeftOut('no treatment has an add-on');
  return found;
}

const lasts = ({ appointments: [one] }: Pick<Slot, 'appointments'>) =>
  one ? (Date.parse(one.end) - Date.parse(one.start)) / MINUTE : 0;

/** A hold of a slot, and the booking that it becomes. */
async function takes(kit: Kit, slot: Slot) {
  const held = await kit.client.hold([slot.id]);
  mustAnswer(held, 201);
  const booked = await kit.books(held.body.token!);
  return [
    { what: 'the hold', reply: held, taken: held.body.slots[0]! },
    { what: 'the booking', reply: booked, taken: booked.body },
  ];
}

export const choices = [
  check('an add-on or a place that there is not is refused', async (kit) => {
    for (const name of ['addOn', 'location']) {
      const reply = await freeTimes(kit, await kit.service(), { [name]: `none-${crypto.randomUUID()}` });
      must(reply.status === 422 || reply.status === 404, `${name}: it was answered ${reply.status}`, reply);
    }
  }),
  check('an add-on makes its treatment longer, in what is free, held and booked', async (kit) => {
    const { service, addOn } = await withAddOn(kit);
    const minutes = service.minutes + addOn.minutes;
    const reply = await freeTimes(kit, service, { addOn: addOn.id });
    mustAnswer(reply, 200);
    const wrong = reply.body.slots.find((slot) => lasts(slot) !== minutes);
    must(!wrong, `${wrong?.id} takes ${wrong && lasts(wrong)} minutes; with ${addOn.id} it is ${minutes}`, reply);
    const slot = reply.body.slots.at(-1);
    if (!slot) throw new LeftOut('nothing is free with an add-on');
    for (const { what, reply: answer, taken } of await takes(kit, slot)) {
      must(lasts(taken) === minutes, `${what} is of ${lasts(taken)} minutes, not of ${minutes}`, answer);
      must(taken.appointments[0]?.addOnIds?.includes(addOn.id), `${what} does not name ${addOn.id}`, answer);
    }
  }),
  check('an add-on is screened for too: whoever must not have it does not book it', async (kit) => {
    await withAddOn(kit);
    const { answering, occasion } = await kit.checklist();
    for (const service of await kit.treatments())
      for (const addOn of service.addOns) {
        const checklist = answering.against(addOn.screening, { ...occasion, services: service.screening });
        const slot = checklist && (await freeTimes(kit, service, { addOn: addOn.id })).body.slots.at(-1);
        if (!slot) continue;
        const token = await kit.holds([slot.id]);
        mustRefuse(
          await kit.client.book(token, { ...(await kit.request()), checklist }),
          422,
          'not-bookable',
          'call-clinic',
        );
        return void (await kit.client.release(token));
      }
    throw new LeftOut('no answer to this checklist is about an add-on alone');
  }),
  check('an add-on is paid in the money of its treatment', async (kit) => {
    await withAddOn(kit);
    const reply = await kit.client.catalog();
    for (const { id, price, addOns } of reply.body.services)
      for (const addOn of addOns ?? []) {
        const other = price && addOn.price && addOn.price.currency !== price.currency;
        must(!other, `${addOn.id} of ${id} costs ${addOn.price?.currency}, ${id} ${price?.currency}`, reply);
      }
  }),
  check('what is free at one place is there, and held and booked there', async (kit) => {
    const service = await kit.service();
    const places = service.locationIds ?? (await kit.catalog()).clinic.locations.map(({ id }) => id);
    for (const location of places) {
      const reply = await freeTimes(kit, service, { location });
      mustAnswer(reply, 200);
      const elsewhere = reply.body.slots.find(({ appointments }) => appointments[0]?.locationId !== location);
      must(!elsewhere, `${elsewhere?.id} is at ${elsewhere?.appointments[0]?.locationId}, not ${location}`, reply);
      const slot = reply.body.slots.at(-1);
      for (const { what, reply: answer, taken } of slot ? await takes(kit, slot) : [])
        must(taken.appointments[0]?.locationId === location, `${what} is not at ${location}`, answer);
    }
  }),
  check('a treatment is free at its own places only', async (kit) => {
    const places = (await kit.catalog()).clinic.locations.map(({ id }) => id);
    const rare = (await kit.treatments()).filter(({ locationIds = places }) => locationIds.length < places.length);
    if (rare.length === 0) throw new LeftOut('every treatment is given at every place');
    for (const service of rare) {
      const anywhere = await freeTimes(kit, service, {});
      const slots = [...anywhere.body.slots];
      const outside = places.filter((id) => !service.locationIds?.includes(id));
      for (const location of outside) slots.push(...((await freeTimes(kit, service, { location })).body.slots ?? []));
      const wrong = slots.find(({ appointments }) => outside.includes(appointments[0]?.locationId ?? ''));
      must(
        !wrong,
        `${wrong?.id} is at ${wrong?.appointments[0]?.locationId}, where ${service.id} is not given`,
        anywhere,
      );
    }
  }),
];
