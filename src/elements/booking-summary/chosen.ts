import { html, nothing } from 'lit';
import { chosenAddOns, chosenLocation, chosenPrice, chosenService, chosenSlot } from '../../booking/selectors.ts';
import type { BookingState } from '../../booking/state.ts';
import type { AddOn, Location, Money, Service, SlotAppointment, Therapist } from '../../contract/index.ts';
import type { Messages } from '../../locales/index.ts';
import type { Formats } from '../shared/format.ts';

/** What was chosen, as far as it was. */
export interface Chosen {
  readonly service?: Service | undefined;
  readonly addOns?: readonly AddOn[] | undefined;
  readonly appointments?: readonly SlotAppointment[] | undefined;
  readonly therapists?: readonly Therapist[] | undefined;
  readonly location?: Location | undefined;
  readonly price?: Money | undefined;
}

interface Words {
  readonly text: Messages;
  readonly format: Formats;
}

export const chosenFrom = (state: BookingState): Chosen => ({
  service: chosenService(state),
  addOns: chosenAddOns(state),
  appointments: chosenSlot(state)?.appointments,
  therapists: state.catalog.value?.therapists,
  location: chosenSlot(state) && chosenLocation(state),
  price: chosenPrice(state),
});

/** "Thursday 5 November, 9:00 to 10:35 AM". */
export function timeOf(appointments: readonly SlotAppointment[], { format }: Words) {
  const [first, last] = [appointments[0], appointments.at(-1)];
  return first && last ? `${format.day(first.start)}, ${format.range(first.start, last.end)}` : '';
}

/** "Ana Reyes, then Ben Kowalski". */
export const namesOf = (appointments: readonly SlotAppointment[], therapists: readonly Therapist[], { text }: Words) =>
  text.summary.then(
    appointments.flatMap(({ therapistId }) => therapists.find(({ id }) => id === therapistId)?.name ?? []),
  );

/** "Cedar Ridge, 12 Juniper Street", or "By video" where nobody comes to the clinic. */
export const whereOf = ([first]: readonly SlotAppointment[], location: Location | undefined, { text }: Words) =>
  text.summary.modes[first?.mode ?? ''] ?? (location && [location.name, location.address].filter(Boolean).join(', '));

/** One fact with its name; nothing where there is no fact. */
export const row = (term: string, fact: unknown, extra: unknown = nothing) =>
  fact ? html`<div part="row"><dt part="term">${term}</dt><dd part="fact">${fact} ${extra}</dd></div>` : nothing;

/** What was chosen so far, row by row; what is not known yet has no row. `change` adds something to each. */
export function chosen(
  { service, addOns = [], appointments = [], therapists = [], location, price }: Chosen,
  words: Words,
  change: (step: 'service' | 'calendar', what: string) => unknown = () => nothing,
) {
  const { text, format } = words;
  return html`
    <dl part="facts">
      ${row(text.summary.treatment, service && format.list([service.name, ...addOns.map(({ name }) => name)]), change('service', text.summary.treatment))}
      ${row(text.summary.time, timeOf(appointments, words), change('calendar', text.summary.time))}
      ${row(text.summary.who, namesOf(appointments, therapists, words))}
      ${row(text.summary.where, whereOf(appointments, location, words))}
      ${row(text.summary.price, price && format.money(price))}
    </dl>
  `;
}
