import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../shared/property.ts';
import { chosenSlot, earliestDay, lastDay, therapistsFor } from '../../booking/selectors.ts';
import type { Month, Months, Remote } from '../../booking/state.ts';
import type { FirstFree, Phone, Slot, Therapist } from '../../contract/index.ts';
import { byDay } from '../../domain/availability.ts';
import { dayOf, monthOf } from '../../domain/day.ts';
import { MonthChangeEvent, SlotSelectEvent, TherapistSelectEvent } from '../../events.ts';
import { Announcer } from '../shared/announcer.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { dayTimes } from './day-times.ts';
import { firstTimes } from './first-times.ts';
import { monthGrid } from './month-grid.ts';
import { styles } from './therapist-calendar.styles.ts';
import { whom } from './whom.ts';

const notAsked = { status: 'absent' } as const;

/**
 * From "when can I come?" to a time in two taps: the next free times first, then a month that shows how much is free.
 *
 * @tag myo-therapist-calendar
 * @slot heading - Instead of the heading.
 * @event {SlotSelectEvent} myo-slot-select - A time was picked. Cancel it to decide `value` yourself.
 * @event {TherapistSelectEvent} myo-therapist-select - The patient wants one therapist, or anybody.
 * @event {MonthChangeEvent} myo-month-change - Another month is looked at.
 * @event {RetryEvent} myo-retry - The month failed, and the patient wants it again.
 * @csspart first - A next free time; also `best`, `selected`.
 * @csspart face - A therapist's initials.
 * @csspart month - The grid of days.
 * @csspart weekday - Name of a column.
 * @csspart day - A day; also `selected`, `today`, and `free0` to `free4` for how much is free.
 * @csspart free - The dots under a day.
 * @csspart turn - The buttons to other months.
 * @csspart time - A free time; also `selected`.
 */
export class TherapistCalendar extends MyoElement {
  static override styles = [MyoElement.styles, styles];

  /** The clinic's zone, IANA. */
  @property({ attribute: 'time-zone' }) timeZone = '';

  /** Today at the clinic, `YYYY-MM-DD`; nothing earlier is shown as free. */
  @property() today = '';

  @property({ attribute: false }) therapists: readonly Therapist[] = [];

  /** Ids of those who are wanted; empty for anybody. */
  @property({ attribute: false }) therapistIds: readonly string[] = [];

  @property({ attribute: false }) firstFree: Remote<FirstFree> = notAsked;

  /** The month that is looked at, `YYYY-MM`. */
  @property() month = '';

  /** Free times by month. */
  @property({ attribute: false }) months: Months = {};

  /** Id of the picked slot. */
  @property() value = '';

  /** The slot that is the patient's own already; it stays visible whatever the endpoint lists. */
  @property({ attribute: false }) own: Slot | undefined;

  /** The first day that may be booked; earlier ones say why not. */
  @property({ attribute: 'not-before' }) notBefore = '';

  /** The last day that may be booked. */
  @property({ attribute: 'last-day' }) lastDay = '';

  @property({ attribute: false }) phone: Phone | undefined;

  /** The day whose times are shown, or the focus of the grid; empty until somebody goes there. */
  @state() day = '';
  @state() private asked = false;

  readonly announcer = new Announcer(this);

  protected slice = new BookingSlice<TherapistCalendar>(this, (state) => ({
    timeZone: state.catalog.value?.clinic.timeZone ?? '',
    today: state.today,
    therapists: therapistsFor(state),
    therapistIds: state.therapistIds,
    firstFree: state.firstFree[state.serviceId] ?? notAsked,
    month: state.month,
    months: state.months,
    value: chosenSlot(state)?.id ?? '',
    own: chosenSlot(state),
    notBefore: earliestDay(state) ?? '',
    lastDay: lastDay(state),
    phone: state.catalog.value?.clinic.phone,
  }));

  /** Whether a time is picked; if not, says so and goes to the days. */
  reportValidity(): boolean {
    this.asked = !this.value;
    if (this.asked) void this.focusOn('[part~=day][tabindex="0"]');
    return !this.asked;
  }

  /** Free times of the month by day: what the endpoint lists, and the patient's own. */
  days: ReadonlyMap<string, readonly Slot[]> = new Map();

  /** The day whose times are shown: where the patient went, else the first with something free. */
  shownDay = '';

  /** The times of that day, those among them that were free until a moment ago. */
  times: readonly Slot[] = [];
  gone: readonly Slot[] = [];

  override willUpdate(changed: PropertyValues<this>) {
    const { own, month, notBefore, today, remote } = this;
    if (own && this.value && changed.has('value')) this.day = dayOf(own.start);
    const ours = own && monthOf(own.start) === month ? [own] : [];
    this.days = byDay([...(remote.value?.slots ?? []), ...ours], notBefore > today ? notBefore : today);
    const stays = this.times[0] && monthOf(this.shownDay) === month ? this.shownDay : [...this.days.keys()][0];
    this.shownDay = monthOf(this.day) === month ? this.day : (stays ?? '');
    this.#keepPlaces();
    const before = changed.get('months');
    if (changed.get('month') || (before && !before[month]?.value)) this.#sayMonth();
  }

  override render() {
    const { text, notBefore } = this;
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading" tabindex="-1">${text.calendar.heading}</h2></slot>
        ${this.asked && !this.value ? html`<p part="error" role="alert">${text.calendar.missing}</p>` : nothing}
        ${notBefore > this.today ? html`<p part="note">${text.calendar.notBefore(this.format.day(notBefore))}</p>` : nothing}
        ${firstTimes(this)} ${whom(this)}
        <div class="stack pair">${monthGrid(this)} ${dayTimes(this)}</div>
        ${this.announcer.region}
      </div>
    `;
  }

  /** What is known of the month. */
  get remote(): Remote<Month> {
    return this.months[this.month] ?? notAsked;
  }

  therapist = (id: string | undefined) => this.therapists.find((therapist) => therapist.id === id);

  /** Whether a month has days that can be booked. */
  isOpen = (month: string) => month >= monthOf(this.today) && (!this.lastDay || month <= monthOf(this.lastDay));

  pick = (slot: Slot) => {
    this.asked = false;
    if (!this.dispatchEvent(new SlotSelectEvent(slot.id))) return;
    this.value = slot.id;
    this.own = slot;
  };

  wish = (therapistIds: readonly string[]) => {
    if (this.dispatchEvent(new TherapistSelectEvent(therapistIds))) this.therapistIds = therapistIds;
    this.requestUpdate(); // Another one may have been refused.
  };

  /** Turns to a month, and to a day in it where one is named. */
  turn = (month: string, day = '') => {
    if (month !== this.month && this.dispatchEvent(new MonthChangeEvent(month))) this.month = month;
    if (day && month === this.month) this.day = day;
  };

  /** Moves to a day, in another month too, and takes the focus there. */
  goTo = async (day: string) => {
    this.turn(monthOf(day), day);
    await this.updateComplete;
    await this.focusOn(`[data-day="${day}"]`);
  };

  /** What is no longer free keeps its place until the patient moves on: no other time slips under their finger. */
  #keepPlaces() {
    const free = this.days.get(this.shownDay) ?? [];
    const kept = this.remote.value ? this.times.filter(({ start }) => dayOf(start) === this.shownDay) : [];
    const gone = kept.filter(({ id }) => !free.some((slot) => slot.id === id));
    const { format, text } = this;
    if (gone.length > this.gone.length)
      this.announcer.say(text.calendar.gone(format.list(gone.map(({ start }) => format.time(start)))));
    this.gone = gone;
    this.times = byDay([...free, ...gone]).get(this.shownDay) ?? [];
  }

  /** Says once what a month has, when it is there. */
  #sayMonth() {
    const { month, text, format, remote } = this;
    if (remote.value) this.announcer.say(text.calendar.monthSays(format.month(month), this.days.size));
  }
}
