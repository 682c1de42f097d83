import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../shared/property.ts';
import { chosenSlot, earliestDay, lastDay, therapistsFor } from '../../booking/selectors.ts';
import type { Month, Months, Remote } from '../../booking/state.ts';
import type { FirstFree, Phone, Slot, Therapist } from '../../contract/index.ts';
import { byDay, gregorian } from '../../domain/availability.ts';
import { dayOf, daysOf, monthOf } from '../../domain/day.ts';
import { MonthChangeEvent, SlotSelectEvent, TherapistSelectEvent } from '../../events.ts';
import { Announcer } from '../shared/announcer.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { late } from '../shared/late.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { dayTimes } from './day-times.ts';
import { firstsOf, firstTimes, type First } from './first-times.ts';
import { monthGrid } from './month-grid.ts';
import { styles } from './therapist-calendar.styles.ts';
import { whom } from './whom.ts';

const notAsked = { status: 'absent' } as const;
const none: readonly Slot[] = [];

/**
 * From "when can I come?" to a time in two taps: the next free times first, then a month that shows how much is free.
 *
 * @tag myo-therapist-calendar
 * @slot heading - Instead of the heading.
 * @slot previous - Instead of the arrow to the month before.
 * @slot next - Instead of the arrow to the month after.
 * @slot empty - Instead of the words that nothing is free in a month.
 * @event {SlotSelectEvent} myo-slot-select - A time was picked. Cancel it to decide `value` yourself.
 * @event {TherapistSelectEvent} myo-therapist-select - The patient wants one therapist, or anybody.
 * @event {MonthChangeEvent} myo-month-change - Another month is looked at.
 * @event {RetryEvent} myo-retry - The month failed, and the patient wants it again.
 * @parts heading, subheading, hint, note, trouble, retry, button, phone, chip, selected, answer, label, error, zone
 * @csspart firsts - The next free times.
 * @csspart first - One of them; also `best`, `selected`.
 * @csspart best - The first free time of all.
 * @csspart face - A therapist's photo, or their initials.
 * @csspart about - The button with a face, which opens the card.
 * @csspart card - Who a therapist is.
 * @csspart wishes - Which times and people are wanted.
 * @csspart when - Day and time of a next free time.
 * @csspart who - With whom.
 * @csspart whom - The choice of a therapist.
 * @csspart bar - The month's name between the buttons to others.
 * @csspart turn - A button to another month.
 * @csspart years - The buttons to the same month of other years.
 * @csspart year - One of them.
 * @csspart caption - The month's name.
 * @csspart month - The grid of days.
 * @csspart weekday - Name of a column.
 * @csspart day - A day; also `selected`, `today`, and `free0` to `free4`.
 * @csspart number - The number of a day.
 * @csspart free - The dots under it.
 * @csspart today - The day of today.
 * @csspart free0 - A day on which nothing is free.
 * @csspart free1 - A day on which little is free.
 * @csspart free2 - A day on which some times are free.
 * @csspart free3 - A day on which many times are free.
 * @csspart free4 - A day on which nearly everything is free.
 * @csspart times - The times of a day.
 * @csspart loading - That free times are on their way.
 * @csspart period - Name of a part of the day.
 * @csspart time - A free time; also `selected`, `gone`.
 * @csspart gone - A time that is no longer free.
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

  /** Where months begin and end, in the calendar that the patient counts by. */
  almanac = gregorian;

  /** The days of the month that is looked at; in a calendar of other months it lies in two Gregorian ones. */
  page: readonly string[] = [];

  /** Free times of the page by day: what the endpoint lists, and the patient's own. */
  days: ReadonlyMap<string, readonly Slot[]> = new Map();

  /** What is known of the page. */
  remote: Remote<Month> = notAsked;

  /** The day whose times are shown: where the patient went, else the first with something free. */
  shownDay = '';

  /** The times of that day, and the next free times of all. */
  times: readonly Slot[] = none;
  firsts: readonly First[] = [];

  /** Ids of those among them that were free until a moment ago. */
  gone: ReadonlySet<string> = new Set();

  #heard = '';

  override willUpdate(changed: PropertyValues<this>) {
    const { own, extras } = this;
    if (own && this.value && changed.has('value')) this.turn(monthOf(own.start), dayOf(own.start));
    this.almanac = extras?.almanacFor(this) ?? gregorian;
    this.page = extras?.pageOf(this) ?? daysOf(this.month);
    this.remote = extras?.remoteOf(this) ?? this.months[this.month] ?? notAsked;
    this.days = new Map(this.page.map((day) => [day, this.#free(day)] as const).filter(([, slots]) => slots[0]));
    const stays = this.times[0] && this.onPage(this.shownDay) ? this.shownDay : [...this.days.keys()][0];
    this.shownDay = this.onPage(this.day) ? this.day : (stays ?? '');
    this.times = this.days.get(this.shownDay) ?? none;
    this.firsts = firstsOf(this.firstFree.value ?? {}, this);
    extras?.keepPlaces(this, firstsOf);
    const heard = this.remote.value ? this.page[0]! : '';
    if (heard && heard !== this.#heard) this.say();
    this.#heard = heard;
  }

  override render() {
    const { text, notBefore } = this;
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading">${text.calendar.heading}</h2></slot>
        ${this.asked && !this.value ? html`<p part="error" role="alert">${text.calendar.missing}</p>` : nothing}
        ${notBefore > this.today ? html`<p part="note">${text.calendar.notBefore(this.format.day(notBefore))}</p>` : nothing}
        ${firstTimes(this)} ${whom(this)} ${this.extras?.wishes(html, this)}
        <div class="stack pair">${monthGrid(this)} ${dayTimes(this)}</div>
        ${this.announcer.region}
      </div>
    `;
  }

  /** What helps many and keeps nobody from booking, once its file is there. */
  get extras() {
    return late(this, 'calendar');
  }

  therapist = (id: string | undefined) => this.therapists.find((therapist) => therapist.id === id);

  /** Whether a day can be booked as far as the calendar goes: what the checklist postpones is in sight. */
  isOpen = (day: string) => day >= this.today && (!this.lastDay || day <= this.lastDay);

  canBook = (day: string) => day >= this.notBefore && this.isOpen(day);

  onPage = (day: string) => this.page.includes(day);

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

  /** Turns to a month, `YYYY-MM`, and to a day in it where one is named. */
  turn = (month: string, day = '') => {
    if (month !== this.month && this.dispatchEvent(new MonthChangeEvent(month))) this.month = month;
    if (day && month === this.month) this.day = day;
  };

  /** Turns to the month of these days. */
  turnTo = (page: readonly string[]) => this.extras?.turnTo(this, page) ?? this.turn(monthOf(page[0]!));

  /** Moves to a day, in another month too, and takes the focus there. */
  goTo = async (day: string) => {
    this.turn(monthOf(day), day);
    await this.updateComplete;
    await this.focusOn(`[data-day="${day}"]`);
  };

  #free(day: string) {
    const { own, extras } = this;
    const listed = this.months[monthOf(day)]?.value?.slots ?? none;
    const free = (this.canBook(day) && byDay(listed).get(day)) || none;
    const wanted = extras?.suiting(this, free) ?? free;
    return own && dayOf(own.start) === day ? (byDay([...wanted, own]).get(day) ?? none) : wanted;
  }

  /** Says something aloud; what the month has, if nothing else. */
  say(words = this.text.calendar.monthSays(this.format.month(this.page), this.days.size)) {
    this.announcer.say(words);
  }
}
