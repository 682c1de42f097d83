import type { PropertyValues } from 'lit';
import type { Months } from '../../booking/state.ts';
import type { Slot } from '../../contract/availability.ts';
import type { Location } from '../../contract/catalog.ts';
import { isDay, monthOf } from '../../domain/day.ts';
import { property } from '../shared/property.ts';
import { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import { inForm } from './in-form.ts';
import { offerOf, withEmpty } from './months-of.ts';
import { refuse } from './refuse.ts';

const Field = inForm(TherapistCalendar, {
  pick: 'myo-slot-select',
  entries: ({ own, value, months }) => {
    const isListed =
      own?.id === value || Object.values(months).some((month) => month.value?.slots.some(({ id }) => id === value));
    return value && isListed ? { '': [value] } : undefined;
  },
  words: ({ text }) => text.calendar.missing,
  restore: (calendar, value) => {
    calendar.value = value;
  },
});

/**
 * `<myo-therapist-calendar>` by itself: all free times at once instead of month by month, and a field of the form around
 * it. Its name brings the id of the time.
 */
export class CalendarField extends Field {
  /** Every time that may be picked, in any order; unset inside `<myo-booking>`. */
  @property({ attribute: false }) slots: readonly Slot[] | undefined;

  /** The first day that may be picked, `YYYY-MM-DD`. */
  @property() min = '';

  /** The last day that may be picked, `YYYY-MM-DD`. */
  @property() max = '';

  /** Where patients come to, so that wishes name the places. */
  @property({ attribute: false }) locations: readonly Location[] = [];

  #offer: Offer | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    refuse(this, changed);
    if (this.min || changed.get('min')) this.#beginAt(isDay(this.min) ? this.min : '');
    if (this.max || changed.get('max')) this.lastDay = isDay(this.max) ? this.max : '';
    if (this.slots) this.#lay(this.slots);
    super.willUpdate(changed);
  }

  /** It is the page that keeps earlier days out, and no checklist. */
  #beginAt(day: string) {
    if (this.notBefore === day) return;
    const { text } = this;
    this.notBefore = day;
    this.text = { ...text, calendar: { ...text.calendar, tooEarly: text.calendar.full } };
  }

  #lay(slots: readonly Slot[]) {
    const { today, notBefore, lastDay } = this;
    const limits = [today, notBefore, lastDay].join();
    if (this.#offer?.slots !== slots || this.#offer.limits !== limits)
      this.#offer = { slots, limits, ...offerOf(slots, this.canBook) };
    const { byId, months, first } = this.#offer;
    this.own = byId.get(this.value);
    this.month ||= monthOf(this.own?.start ?? first ?? ([today, notBefore].sort().at(-1) || '2000-01'));
    this.months = months[this.month] ? months : (this.#offer.months = withEmpty(months, this.month));
  }
}

interface Offer {
  readonly slots: readonly Slot[];
  readonly limits: string;
  readonly byId: ReadonlyMap<string, Slot>;
  readonly first: string | undefined;
  months: Months;
}
