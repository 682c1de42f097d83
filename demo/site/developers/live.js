/** Each element by itself, as a page would use it: properties in, events out. The clinic's own data comes from the booking above. */
import { make } from './dom.js';
import { sampleForms } from './sample-forms.js';

/** The first free time of each therapist, for each treatment that was asked about. */
const slotsIn = (firstFree) =>
  Object.values(firstFree).flatMap(({ value }) => value?.therapists.flatMap(({ slot }) => slot ?? []) ?? []);

const samples = {
  'myo-service-picker': ({ catalog }) => ({ services: catalog.value.services }),
  'myo-intake-checklist': ({ checklist }) => ({ questionnaire: checklist.value }),
  'myo-therapist-calendar': ({ catalog, today, firstFree }) => {
    const slots = slotsIn(firstFree);
    const month = (slots[0]?.start ?? today).slice(0, 7);
    const inMonth = slots.filter(({ start }) => start.startsWith(month));
    const { clinic, therapists } = catalog.value;
    return {
      timeZone: clinic.timeZone,
      today,
      month,
      therapists,
      phone: clinic.phone,
      months: { [month]: { status: 'loaded', value: { slots: inMonth, next: null } } },
    };
  },
  'myo-patient-details': ({ today }) => ({ today }),
  'myo-booking-summary': ({ catalog, firstFree, details }) => {
    const { clinic, services, therapists, policy } = catalog.value;
    const [{ appointments }] = slotsIn(firstFree);
    const service = services.find(({ id }) => id === appointments[0].serviceId);
    return {
      clinic,
      services,
      consents: policy.consents,
      policyText: policy.text,
      details: { ...details, name: 'Maria Santos', phone: '(303) 555-0100' },
      chosen: {
        service,
        addOns: [],
        therapists,
        location: clinic.locations[0],
        price: service.price,
        appointments,
      },
    };
  },
  'myo-visit-forms': () => ({ endpoint: sampleForms(), token: 'a-sample' }),
};

/** The element with something to show, and a line that says which event it has fired last; nothing where it needs more. */
export function liveOne(tagName, events, state) {
  const sample = samples[tagName];
  if (!sample) return [];
  const heard = make('p', { class: 'heard', role: 'status' }, 'No event yet.');
  const element = Object.assign(make(tagName), sample(state));
  for (const { name } of events ?? [])
    element.addEventListener(name, ({ type, detail }) => {
      heard.textContent = `${type} ${JSON.stringify(detail ?? {})}`;
    });
  return [make('div', { class: 'panel live' }, element, heard)];
}

/** The booking of the page, once the clinic's data, its checklist and the first free times are there. */
export async function bookingWithData() {
  for (;;) {
    const booking = document.querySelector('myo-booking');
    const { catalog, checklist, firstFree } = booking?.store?.state ?? {};
    const times = slotsIn(firstFree ?? {}).length > 0;
    if (catalog?.value && checklist?.value && times) return booking;
    await new Promise((done) => setTimeout(done, 100));
  }
}
