import { byDay } from '../../domain/availability.ts';
import { dayOf, monthOf } from '../../domain/day.ts';
import type { FirstFree, Slot } from '../../contract/availability.ts';
import type { First, firstsOf } from '../therapist-calendar/first-times.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import { firstsWanted } from './wish-list.ts';

/** What was on screen when the patient last looked. */
interface Seen {
  /** First day of the page, the shown day. */
  readonly page: string;
  readonly day: string;
  readonly times: readonly Slot[];
  readonly firsts: readonly First[];
  readonly gone: ReadonlySet<string>;
}
const seen = new WeakMap<TherapistCalendar, Seen>();
const nothing: Seen = { page: '', day: '', times: [], firsts: [], gone: new Set() };

/** The patient looks for something else: what is not listed now was not taken by anybody. */
export const lookAnew = (calendar: TherapistCalendar) => seen.delete(calendar);

/**
 * What is no longer free keeps its place, struck out, until the patient moves on, so that no other time slips under their
 * finger; it is said aloud once. The patient's own time is laid over the next free ones.
 */
export function keepPlaces(calendar: TherapistCalendar, toFirsts: typeof firstsOf) {
  const { remote, shownDay, page, firstFree, format, today } = calendar;
  const before = seen.get(calendar) ?? nothing;
  const stays = before.page === page[0];
  const gone = new Set<string>();
  const looked = remote.value && before.day === shownDay && calendar.canBook(shownDay);
  calendar.times = timesInPlace(looked ? before.times : [], calendar, gone);
  const firsts = toFirsts(firstsWanted(calendar) ?? withOwn(firstFree.value, calendar), calendar);
  calendar.firsts = firstsInPlace(stays && firstFree.value ? before : nothing, firsts, calendar, gone);
  calendar.gone = gone;
  seen.set(calendar, { page: page[0] ?? '', day: shownDay, times: calendar.times, firsts: calendar.firsts, gone });
  const missed = [...calendar.times, ...calendar.firsts.map(({ slot }) => slot)]
    .filter(({ id }) => gone.has(id) && !before.gone.has(id))
    .map(({ start }) => (dayOf(start) === shownDay ? '' : `${format.nearDay(start, today)} `) + format.time(start));
  if (missed[0]) calendar.say(calendar.text.calendar.gone(format.list([...new Set(missed)])));
}

function timesInPlace(before: readonly Slot[], { times, shownDay }: TherapistCalendar, gone: Set<string>) {
  const free = new Set(times.map(({ id }) => id));
  const missing = before.filter(({ id }) => !free.has(id));
  for (const { id } of missing) gone.add(id);
  return missing[0] ? (byDay([...times, ...missing]).get(shownDay) ?? times) : times;
}

/** One whose place a later time has taken is gone; an earlier one that has become free takes nothing from it. */
function firstsInPlace(
  { firsts, gone: wereGone }: Seen,
  now: readonly First[],
  { months, canBook }: TherapistCalendar,
  gone: Set<string>,
): readonly First[] {
  const isThere = ({ slot }: First) =>
    now.some((one) => one.slot.id === slot.id) ||
    byDay(months[monthOf(slot.start)]?.value?.slots ?? [])
      .get(dayOf(slot.start))
      ?.some(({ id }) => id === slot.id);
  const isTaken = (one: First) =>
    canBook(dayOf(one.slot.start)) &&
    !isThere(one) &&
    (wereGone.has(one.slot.id) ||
      !now.some(
        ({ slot, therapistId }) =>
          Date.parse(slot.start) <= Date.parse(one.slot.start) &&
          (therapistId === one.therapistId || withWhom(slot) === one.therapistId),
      ));
  const taken = firsts.filter(isTaken);
  if (!taken[0]) return now;
  for (const { slot } of taken) gone.add(slot.id);
  const kept = firsts.flatMap((one) =>
    taken.includes(one)
      ? { ...one, therapistId: withWhom(one.slot) }
      : (now.find(({ slot }) => slot.id === one.slot.id) ?? []),
  );
  return [...kept, ...now.filter((one) => !kept.includes(one))];
}

const withWhom = ({ appointments }: Slot) => appointments[0]!.therapistId;

/** The endpoint lists the patient's own time no more; it comes first where it is the earliest that they can have. */
function withOwn(known: FirstFree | undefined, { own, value }: TherapistCalendar): Partial<FirstFree> {
  if (!known || !own || !value) return known ?? {};
  const earlier = (slot: Slot | null) => (slot && Date.parse(own.start) < Date.parse(slot.start) ? own : slot);
  const therapists = known.therapists.map(({ therapistId, slot }) => ({
    therapistId,
    slot: therapistId === withWhom(own) ? earlier(slot) : slot,
  }));
  return { first: earlier(known.first), therapists };
}
