import { html, nothing } from 'lit';
import { property, state } from '../shared/property.ts';
import { noticeOf } from '../../booking/selectors.ts';
import type { FirstFree, Location, Notice, Phone, Service } from '../../contract/index.ts';
import type { Remote } from '../../booking/state.ts';
import type { Answers } from '../../domain/checklist/questionnaire.ts';
import { familiesOf, isAssessment, isFor, placesOf, topicsOf, type Family } from '../../domain/services.ts';
import { ServiceSelectEvent } from '../../events.ts';
import { BookingSlice } from '../shared/booking-slice.ts';
import { MyoElement } from '../shared/myo-element.ts';
import { serviceCard } from './service-card.ts';
import { styles } from './service-picker.styles.ts';
import { topicFilter } from './topic-filter.ts';

/**
 * Lets a patient choose one treatment, starting from what hurts.
 *
 * @tag myo-service-picker
 * @slot heading - Replaces the heading.
 * @slot empty - Shown instead of the list where nothing can be booked online.
 * @event {ServiceSelectEvent} myo-service-select - A treatment was picked, or its add-ons or its place changed. Cancel it
 *   to decide `value`, `addOnIds` and `location` yourself.
 * @parts heading, subheading, hint, note, calm, button, link, chip, control, selected, answer, error
 * @csspart topics - What the list can be narrowed to.
 * @csspart more - The button that shows all topics; its arrow is the `content` of its `::after`.
 * @csspart found - How many treatments fit a topic.
 * @csspart list - All treatments.
 * @csspart service - One treatment; also `selected`.
 * @csspart title - Its first line.
 * @csspart name - Its name, with its radio button.
 * @csspart price - What it costs.
 * @csspart promise - How long it takes, and when the first time is free.
 * @csspart extra - What can be added to it, and where it is given.
 */
export class ServicePicker extends MyoElement {
  static override styles = [MyoElement.styles, styles];

  /** What can be booked. */
  @property({ attribute: false }) services: readonly Service[] = [];

  /** Where the clinic is; a place is asked for only where a treatment is given at several. */
  @property({ attribute: false }) locations: readonly Location[] = [];

  /** What the clinic wants everybody to know now; `closed` stops online booking meanwhile. */
  @property({ attribute: false }) notice?: Notice | undefined;

  /** First free times by service id; a treatment without one promises nothing. */
  @property({ attribute: false }) firstFree: Readonly<Record<string, Remote<FirstFree>>> = {};

  /** Id of the picked service, empty until there is one. */
  @property() value = '';

  /** Ids of what the patient adds to it. */
  @property({ attribute: false }) addOnIds: readonly string[] = [];

  /** Id of the place where the patient wants to come; empty is any. */
  @property() location = '';

  /** Whom to call where nothing can be booked. */
  @property({ attribute: false }) phone?: Phone | undefined;

  /** Today at the clinic, `YYYY-MM-DD`. */
  @property() today = '';

  /** The code that the list is narrowed to. */
  @state() private topic = '';
  @state() more = false;
  @state() private missing = false;

  /** What the patient has said of themselves here, as the checklist would ask it; in no event. */
  said: Answers | undefined;

  protected booking = new BookingSlice<ServicePicker>(this, (booking) => {
    const { services = [], clinic } = booking.catalog.value ?? {};
    return {
      services,
      locations: clinic?.locations ?? [],
      notice: noticeOf(booking),
      phone: clinic?.phone,
      firstFree: booking.firstFree,
      value: booking.serviceId,
      addOnIds: booking.addOnIds,
      location: booking.locationId,
      today: booking.today,
    };
  });

  get #isPicked() {
    return this.services.some(({ id }) => id === this.value);
  }

  /** Whether a treatment is picked; if not, says so and moves the focus to the first one. */
  reportValidity(): boolean {
    this.missing = !this.#isPicked;
    if (this.missing) void this.focusOn('[name=service]');
    return !this.missing;
  }

  override render() {
    const { notice } = this;
    const { service: words } = this.text;
    const families = familiesOf(this.services, this.value);
    return html`
      <div class="stack">
        <slot name="heading"><h2 part="heading">${words.heading}</h2></slot>
        ${notice ? html`<p part="note calm">${notice.text}</p>` : nothing}
        ${families.length === 0 || notice?.closed ? this.#renderEmpty() : this.#renderList(families)}
      </div>
    `;
  }

  #renderEmpty() {
    return html`
      <slot name="empty"><p>${this.text.service.none}</p></slot>
      ${
        this.phone
          ? html`<div><a part="button" href="tel:${this.phone.tel}">${this.text.shared.callUs(this.phone.text)}</a></div>`
          : nothing
      }
    `;
  }

  #renderList(families: readonly Family[]) {
    const topics = topicsOf(families);
    const topic = topics.find(({ code }) => code === this.topic);
    const missing = this.missing && !this.#isPicked;
    const fits = (family: Family) => !topic || isFor(family, topic.code);
    const found = families.filter(fits).length;
    return html`
      ${topicFilter(this, topics, topic, found)}
      <fieldset part="list" role="radiogroup" aria-required="true" aria-invalid=${missing}>
        <legend class="unseen">${this.text.service.list}</legend>
        <p part="error" id="error">${missing ? this.text.service.missing : nothing}</p>
        ${families.map((family, index) => serviceCard(this, family, index, fits(family) || isAssessment(family)))}
      </fieldset>
    `;
  }

  /** Narrows the list to a code, or to none. */
  show = (code: string) => {
    // "Show all" goes away once it is pressed; the focus must not.
    if (!code) void this.focusOn('[part~=chip]');
    this.topic = code;
    this.said = { 'chosen-area': [{ code }] };
  };

  /** Keeps what the patient has added and where they want to come, as far as the service has it too. */
  pick = (service: Service, addOnIds = this.addOnIds, location = this.location) => {
    const added = service.addOns.map(({ id }) => id).filter((id) => addOnIds.includes(id));
    const places = placesOf(service, this.locations);
    const place = places.length > 1 && places.some(({ id }) => id === location) ? location : '';
    if (this.dispatchEvent(new ServiceSelectEvent(service.id, added, place))) {
      this.value = service.id;
      this.addOnIds = added;
      this.location = place;
    }
    this.requestUpdate(); // A refused pick must un-check its radio.
  };
}
