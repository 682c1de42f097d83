import { addDays, dayOf, daysBetween } from '../../../src/domain/day.ts';
import type { Slot } from '../../../src/contract/index.ts';
import { check } from '../check.ts';
import { LeftOut, must, mustAnswer, mustRefuse } from '../fault.ts';
import type { Kit } from '../kit.ts';
import { offsetFault } from '../offsets.ts';

const byStart = (slots: readonly Slot[]) => slots.map(({ start }) => Date.parse(start));

const asked = async (kit: Kit, more: Record<string, string | readonly string[]>) => {
  const from = await kit.today();
  return kit.client.availability({ service: (await kit.service()).id, from, to: addDays(from, 14), ...more });
};

export const reading = [
  check('free times come in order, one for each start, within the days that were asked for', async (kit) => {
    const from = await kit.today();
    const to = addDays(from, 14);
    const reply = await asked(kit, {});
    mustAnswer(reply, 200);
    const starts = byStart(reply.body.slots);
    must(
      starts.every((start, index) => index === 0 || start > starts[index - 1]!),
      'the slots have to come in order, each start once',
      reply,
    );
    const outside = reply.body.slots.find(({ start }) => dayOf(start) < from || dayOf(start) >= to);
    must(!outside, `${outside?.start} is not from ${from} to before ${to}`, reply);
  }),
  check('a slot is as long as its service, and done by somebody who does it', async (kit) => {
    const service = await kit.service();
    const { therapists } = await kit.catalog();
    const reply = await asked(kit, {});
    for (const { id, start, appointments } of reply.body.slots) {
      const [one] = appointments;
      must(one && one.start === start && one.serviceId === service.id, `${id} does not begin with its service`, reply);
      const minutes = (Date.parse(one.end) - Date.parse(one.start)) / 60_000;
      must(minutes === service.minutes, `${id} takes ${minutes} minutes, the service ${service.minutes}`, reply);
      const able = therapists.find((each) => each.id === one.therapistId)?.serviceIds.includes(service.id);
      must(able, `${one.therapistId} of ${id} does not do ${service.id}`, reply);
    }
  }),
  check('every time stands in the clinic’s own offset, also after its clocks change', async (kit) => {
    const { clinic, policy } = await kit.catalog();
    const until = addDays(await kit.today(), policy.horizonDays);
    for (let from = await kit.today(); from < until; from = addDays(from, 62)) {
      const reply = await kit.month({}, from);
      for (const { appointments } of reply.body.slots)
        for (const { start, end, locationId } of appointments) {
          const zone = clinic.locations.find(({ id }) => id === locationId)?.timeZone ?? clinic.timeZone;
          const fault = offsetFault(start, zone) ?? offsetFault(end, zone);
          must(!fault, fault ?? '', reply);
        }
    }
  }),
  check('`next` leads from days with nothing to the first one with something', async (kit) => {
    const day = await kit.today();
    const empty = await asked(kit, { from: addDays(day, -40), to: addDays(day, -30) });
    mustAnswer(empty, 200);
    const { next } = empty.body;
    must(next && daysBetween(addDays(day, -30), next) >= 0, '`next` has to be a day at or after `to`', empty);
    const found = await asked(kit, { from: next, to: addDays(next, 1) });
    must(found.body.slots?.length > 0, `nothing is free on ${next}`, empty, found);
  }),
  check('the first free time of all is the first of the free times', async (kit) => {
    const first = await kit.client.first((await kit.service()).id);
    const month = await kit.month();
    const [earliest] = month.body.slots;
    must(first.body.first?.start === earliest?.start, 'they begin at different times', first, month);
  }),
  check('free times can be asked for by therapist, one or several', async (kit) => {
    const service = await kit.service();
    const able = (await kit.catalog()).therapists.filter(({ serviceIds }) => serviceIds.includes(service.id));
    if (able.length < 2) throw new LeftOut('only one therapist does this service');
    const [one = '', other = ''] = able.map(({ id }) => id);
    const starts = [];
    for (const therapist of [[one], [other], [one, other]]) {
      const reply = await asked(kit, { therapist });
      mustAnswer(reply, 200);
      const stray = reply.body.slots.find(({ appointments }) => !therapist.includes(appointments[0]!.therapistId));
      must(!stray, `${stray?.id} is by nobody who was asked for`, reply);
      starts.push(new Set(byStart(reply.body.slots)));
    }
    const [first, second, both] = starts;
    must(
      [...first!, ...second!].every((start) => both!.has(start)),
      'asking for both leaves out a time of one',
    );
  }),
  check('a range that cannot be answered is refused, not guessed at', async (kit) => {
    const from = await kit.today();
    mustRefuse(await asked(kit, { to: addDays(from, 63) }), 422, 'invalid');
    mustRefuse(await asked(kit, { to: addDays(from, -1) }), 422, 'invalid');
    mustRefuse(await asked(kit, { from: '2027-02-30', to: '2027-03-04' }), 422, 'invalid');
    mustRefuse(await asked(kit, { from: 'tomorrow' }), 422, 'invalid');
  }),
  check('a service that there is not is refused', async (kit) => {
    const reply = await asked(kit, { service: `none-${crypto.randomUUID()}` });
    must(reply.status === 422 || reply.status === 404, `it was answered ${reply.status}`, reply);
  }),
  check('a field of a query that the endpoint does not know is passed over', async (kit) => {
    mustAnswer(await asked(kit, { 'from-the-future': 'yes' }), 200);
  }),
  check('the checklist is understood to its last rule', async (kit) => {
    const { answering, occasion } = await kit.checklist();
    must(answering.harmless(occasion), 'no answers to it let anybody book', await kit.client.checklist());
  }),
];
