import { html } from '@open-wc/testing';
import { EndpointError } from '../../src/endpoint/endpoint.ts';
import type { IntakeChecklist } from '../../src/elements/intake-checklist/intake-checklist.ts';
import { comesTo, hour, laterHour, open as openBooking, ready, settled } from './booking-page.ts';
import { booking } from './booking-states.ts';
import { whoShouldCall } from './call-back-page.ts';
import { december, furnished, loaded, open as openCalendar, patient as atCalendar } from './calendar-page.ts';
import { choice, extension, loaded as questions, option } from '../domain/checklist/questionnaires.ts';
import { open as openChecklist } from './checklist-page.ts';
import { open as openDetails } from './details-page.ts';
import { healthy } from './fixture-checklist.ts';
import { catalog, slotAt } from './fixture-clinic.ts';
import { open as openPicker, patient as atPicker } from './service-page.ts';
import { open as openSummary } from './summary-page.ts';
import { waitUntil } from './wait-until.ts';

/** Brings one look of an element onto the page. */
type Look = () => Promise<HTMLElement>;

const notice = { text: 'We are closed on Thursday.', closed: false, until: '2027-01-01' } as const;
const firstFree = {
  status: 'loaded',
  value: {
    first: slotAt('2026-11-24T09:00'),
    therapists: [
      { therapistId: 't1', slot: slotAt('2026-11-24T09:00') },
      { therapistId: 't2', slot: slotAt('2026-11-25T09:00', 't2') },
    ],
  },
} as const;
/** Days on which one, a few, several and many times are free, so that every number of dots is there. */
const busy = ['01', '02', '03', '04'].flatMap((day, index) =>
  Array.from({ length: [1, 3, 7, 15][index]! }, (_, at) =>
    slotAt(`2026-12-${day}T${String(7 + at).padStart(2, '0')}:00`),
  ),
);
const ofMany = questions([
  choice(
    'short',
    Array.from({ length: 9 }, (_, at) => option(`Place ${at}`)),
  ),
  choice(
    'long',
    Array.from({ length: 9 }, (_, at) => option(`A place with a long name ${at}`)),
  ),
]);
const onTheBody = questions([
  choice(
    'where',
    ['left-knee', 'lower-back'].map((each) => option(each)),
    {
      text: 'Where?',
      repeats: true,
      extension: [
        extension('questionnaire-itemControl', {
          valueCodeableConcept: { coding: [{ code: 'check-box' }, { code: 'body-map' }] },
        }),
      ],
    },
  ),
]);
const trouble = { kind: 'server', detail: '' } as const;

async function answered(answers: IntakeChecklist['answers'], page = 0) {
  const list = await openChecklist({ answers: { ...healthy, ...answers }, page });
  list.reportValidity();
  await list.updateComplete;
  return list;
}
const code = (value: string) => [{ system: 'urn:test', code: value }];

/** Every look that the elements of a booking have, so that each of their parts is on screen in one of them. */
export const everyLook: readonly Look[] = [
  async () => {
    const picker = await openPicker({
      notice,
      value: 's2',
      firstFree: { s1: firstFree, s2: firstFree },
    });
    await atPicker(picker).presses('Knee or hip');
    return picker;
  },
  async () => {
    const many = catalog.services.map((one, at) => ({
      ...one,
      bodyAreas: Array.from({ length: 4 }, (_, area) => `area-${at}-${area}`),
    }));
    const picker = await openPicker({ services: many });
    await atPicker(picker).presses('More');
    picker.reportValidity();
    await picker.updateComplete;
    return picker;
  },
  () => openPicker({ services: [] }),
  () => answered({ chest: [] }),
  () => answered({ head: code('Not sure') }),
  () => answered({ chest: code('Yes') }),
  () => answered({ surgery: code('Yes'), fever: code('Yes') }, 1),
  () => answered({ any: code('A rash') }, 2),
  () => answered({ any: code('Fresh wound') }, 1),
  async () => (await whoShouldCall({ opens: true })).list,
  () => openChecklist({ questionnaire: ofMany }),
  async () => {
    const list = await openChecklist({ questionnaire: onTheBody, answers: { where: code('left-knee') } });
    await waitUntil(() => list.shadowRoot!.querySelector('[part~=map]'));
    await list.updateComplete;
    return list;
  },
  () => answered({ any: code('Numb feet') }, 2),
  () => answered({ pain: [] }, 3),
  () => openChecklist({ questionnaire: undefined, trouble }),
  () => openCalendar({ firstFree, therapistIds: ['t1'] }),
  async () => {
    const calendar = await furnished({ firstFree });
    calendar.style.inlineSize = '50em';
    calendar.shadowRoot!.querySelector<HTMLElement>('[part~=about]')!.click();
    await calendar.updateComplete;
    return calendar;
  },
  async () => {
    const calendar = await openCalendar({
      months: { '2026-12': loaded(busy) },
      today: '2026-12-01',
      day: '2026-12-04',
    });
    calendar.value = busy.at(-1)!.id;
    calendar.reportValidity();
    await calendar.updateComplete;
    return calendar;
  },
  async () => {
    const calendar = await openCalendar({ notBefore: '2026-12-02' });
    calendar.reportValidity();
    await calendar.updateComplete;
    await atCalendar(calendar).picksDay('Thursday, December 3');
    calendar.months = { '2026-12': loaded(december.slice(2)) };
    await calendar.updateComplete;
    return calendar;
  },
  () => openCalendar({ months: { '2026-12': loaded([], '2027-01-07') } }),
  () => furnished({ lastDay: '' }),
  () => openCalendar({ months: { '2026-12': { status: 'failed', trouble } } } as never),
  async () => {
    const value = {
      name: '',
      phone: '12',
      email: 'maria@example.org',
      birthDate: '2015-01-02',
      note: '',
      reach: ['email'],
    };
    const details = await openDetails({ value: { ...value, bookedBy: { name: '', relation: '' } } } as never);
    details.reportValidity();
    await details.updateComplete;
    return details;
  },
  async () => {
    const screening = { outcome: 'clearance', reasons: [{ outcome: 'adapt', patientText: 'Lighter.' }], ruledOut: [] };
    const summary = await openSummary({ screening } as never);
    summary.reportValidity();
    summary.consented = ['treatment'];
    await summary.updateComplete;
    return summary;
  },
  async () => {
    const summary = await openSummary();
    summary.reportValidity();
    await summary.updateComplete;
    return summary;
  },
  async () => {
    const consents = [{ id: 'treatment', version: '2', signedName: 'Maria Santos' }];
    const summary = await openSummary({ booking: { ...booking, next: ['Come a little early.'], consents } });
    await waitUntil(() => summary.shadowRoot!.querySelector('[part~=agreed]') !== null);
    return summary;
  },
  async () => {
    const waiting = { ...booking, status: 'pending', clearance: { deadline: '2026-11-30T17:00:00-07:00' } };
    const reason = {
      linkId: 'q',
      outcome: 'clearance',
      patientText: 'We ask.',
      therapistText: 'A clot.',
      services: [],
    };
    const screening = { outcome: 'clearance', reasons: [reason], ruledOut: [], sites: [], missing: [] };
    const summary = await openSummary({ booking: waiting, screening } as never);
    await waitUntil(() => summary.shadowRoot!.querySelector('[part~=doctor]'));
    summary.shadowRoot!.querySelector<HTMLDetailsElement>('[part~=doctor] details')!.open = true;
    await summary.updateComplete;
    return summary;
  },
  async () => (await ready()).flow,
  async () => (await comesTo('checklist')).flow,
  async () => {
    const { flow } = await comesTo('review');
    flow.style.inlineSize = '60em';
    return flow;
  },
  async () => {
    const { flow, script } = await comesTo('calendar');
    await script.last('availability').answer({ timeZone: 'America/Denver', slots: [hour, laterHour], next: null });
    const farAhead = { ...catalog, policy: { ...catalog.policy, horizonDays: 800 } };
    flow.store.send({
      type: 'catalog-loaded',
      catalog: farAhead,
      today: flow.store.state.today,
      now: flow.store.state.now,
    });
    await settled(flow);
    await waitUntil(() =>
      flow.shadowRoot!.querySelector('myo-therapist-calendar')?.shadowRoot?.querySelector('[part=years]'),
    );
    return flow;
  },
  async () => (await comesTo('details')).flow,
  async () => (await comesTo('confirmed')).flow,
  async () => {
    const { flow, script } = await openBooking();
    await script.last('catalog').answer({ ...catalog, services: [] });
    await settled(flow);
    return flow;
  },
  async () => {
    const { flow, script } = await openBooking();
    await script.last('catalog').fail(new EndpointError('offline'));
    await settled(flow);
    return flow;
  },
  () => openChecklist({ questionnaire: undefined }),
  () => openCalendar({ months: {} }),
  async () => (await openBooking()).flow,
  async () => {
    const { flow, script } = await openBooking(
      (endpoint) => html`<myo-booking lang="en-US" mode="floating" .adapter=${endpoint}></myo-booking>`,
    );
    await waitUntil(() => script.calls.length > 0);
    await script.last('catalog').answer(catalog);
    await settled(flow);
    return flow;
  },
  async () => {
    const { flow } = await openBooking(
      (endpoint) => html`<myo-booking lang="en-US" mode="popup" .adapter=${endpoint}></myo-booking>`,
    );
    await flow.open();
    await waitUntil(() => flow.shadowRoot!.querySelector('dialog')?.open);
    return flow;
  },
];
