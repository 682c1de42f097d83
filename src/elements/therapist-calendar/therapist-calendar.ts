import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../shared/property.ts';
import { chosenSlot, earliestDay, lastDay, therapistsFor } from '../../booking/selectors.ts';
import type { Month, Months, Remote } from '../../booking/state.ts';
import type { FirstFree, Phone, Slot, Therapist } from '../../contract/index.ts';
import { byDay } from '../../domain/availability.ts';
import { dayOf, monthOf } from '../../domain/day.ts';
import { MonthChangeEvent, RetryEvent, SlotSelectEvent, TherapistSelectEvent } from '../../events.ts';
import { Announcer } from '../shared/announcer.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { troubleNote } from '../shared/trouble.ts';
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
 * @csspart free - The bar under a day.
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
  @state() moreFirsts = false;
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

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('value') && this.value && this.own) this.day = dayOf(this.own.start);
    const before = changed.get('months');
    if (changed.get('month') || (before && !before[this.month]?.value)) this.#sayMonth();
  }

  override render() {
    const { text, loaded } = this;
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading" tabindex="-1">${text.calendar.heading}</h2></slot>
        ${this.asked && !this.value ? html`<p part="error" role="alert">${text.calendar.missing}</p>` : nothing}
        ${
          this.notBefore > this.today
            ? html`<p part="note">${text.calendar.notBefore(this.format.day(this.notBefore))}</p>`
            : nothing
        }
        ${firstTimes(this)} ${whom(this)}
        <div class="pair" aria-busy=${this.remote.status === 'pending'}>
          ${monthGrid(this)} ${loaded ? dayTimes(this) : this.#unloaded()}
        </div>
        ${this.announcer.region}
      </div>
    `;
  }

  #unloaded() {
    const { trouble } = this.remote;
    const { text, phone } = this;
    if (!trouble) return html`<p part="hint">${text.calendar.loading}</p>`;
    return troubleNote({ trouble, text, phone, retry: () => this.dispatchEvent(new RetryEvent()) });
  }

  get remote(): Remote<Month> {
    return this.months[this.month] ?? notAsked;
  }

  get loaded(): Month | undefined {
    return this.remote.value;
  }

  /** Free times of the month by day: what the endpoint lists, and the patient's own. */
  get days(): ReadonlyMap<string, readonly Slot[]> {
    const own = this.own && monthOf(this.own.start) === this.month ? [this.own] : [];
    const from = this.notBefore > this.today ? this.notBefore : this.today;
    return byDay([...(this.loaded?.slots ?? []), ...own], from);
  }

  /** The day whose times are shown: where the patient went, else the first with something free. */
  get shownDay(): string {
    return monthOf(this.day) === this.month ? this.day : (this.days.keys().next().value ?? '');
  }

  nameOf = (id: string | undefined) => this.therapists.find((therapist) => therapist.id === id)?.name ?? '';

  pick = (slot: Slot) => {
    this.asked = false;
    if (!this.dispatchEvent(new SlotSelectEvent(slot.id))) return;
    this.value = slot.id;
    this.own = slot;
  };

  wish = (therapistIds: readonly string[]) => {
    if (this.dispatchEvent(new TherapistSelectEvent(therapistIds))) this.therapistIds = therapistIds;
    this.requestUpdate(); // A refused wish must un-check its radio.
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

  /** Says once what a month has, when it is there. */
  #sayMonth() {
    const { month, text, format, loaded } = this;
    if (loaded) this.announcer.say(text.calendar.monthSays(format.month(month), this.days.size));
  }
}
