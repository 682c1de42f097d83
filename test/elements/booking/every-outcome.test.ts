/** Every answer of the default checklist that has to stop somebody, for every kind of treatment, in the real elements. */
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.ts';
import type { Catalog, HoldRequest, QuestionnaireResource } from '../../../src/contract/index.ts';
import { defaultChecklist } from '../../../src/domain/checklist/default/index.ts';
import type { Answers } from '../../../src/domain/checklist/index.ts';
import type { BookingFlow } from '../../../src/elements/booking/booking.ts';
import type { IntakeChecklist } from '../../../src/elements/intake-checklist/intake-checklist.ts';
import type { BookingEndpoint } from '../../../src/endpoint/endpoint.ts';
import { stopsFor, well } from '../../demo/endpoint/helpers/stopping.ts';
import { booking } from '../../helpers/booking-states.ts';
import { beginsTheDay, endsTheDay } from '../../helpers/booking-page.ts';
import { catalog as cedar, slotAt } from '../../helpers/fixture-clinic.ts';

/** The codes of each service, and of what is added to one. */
const treatments = [
  ['all', 'deep'],
  ['all', 'relax'],
  ['all', 'mld'],
  ['all', 'scar'],
  ['all', 'prenatal'],
  ['all', 'hot'],
  ['pt'],
];
const towels = { id: 'a1', name: 'Hot towels', minutes: 10, screening: ['hot'] };
const services = treatments.map((screening, index) => ({
  ...cedar.services[0]!,
  id: `s${index}`,
  addOns: [towels],
  screening,
}));
/** Deep work, then physiotherapy. */
const visit = {
  ...cedar.services[0]!,
  id: 'visit',
  addOns: [],
  screening: ['all', 'deep', 'pt'],
  parts: [{ serviceId: 's0' }, { serviceId: 's6' }],
};
const bookable = [...services, visit].flatMap(({ id, screening }) => [
  { id, screening, addOnIds: [] },
  ...(screening.includes('relax') ? [{ id, screening: [...screening, ...towels.screening], addOnIds: ['a1'] }] : []),
]);
const catalog: Catalog = {
  ...cedar,
  services: [...services, visit],
  therapists: cedar.therapists.map((one) => ({ ...one, serviceIds: services.map(({ id }) => id) })),
};
const [today, tomorrow] = ['2026-11-23', '2026-11-24'] as const;
const slotOf = (id: string) => {
  const slot = slotAt(`${tomorrow}T09:00`, 't1', id);
  const parts = visit.parts.flatMap(({ serviceId }) => slotAt(`${tomorrow}T09:00`, 't1', serviceId).appointments);
  return id === visit.id ? { ...slot, appointments: parts } : slot;
};

/** An endpoint that refuses nothing: whatever stops anybody here, the widget does. */
class Yielding {
  readonly booked: string[] = [];
  readonly endpoint: BookingEndpoint = {
    catalog: async () => catalog,
    checklist: async () =>
      JSON.parse(JSON.stringify({ ...defaultChecklist, status: 'active' })) as QuestionnaireResource,
    availability: async ({ service }) => ({ timeZone: 'America/Denver', slots: [slotOf(service)], next: null }),
    firstFree: async ({ service }) => ({ first: slotOf(service), therapists: [] }),
    hold: async ({ slotIds: [id = ''] }: HoldRequest) => this.#held(id),
    held: async () => this.#held('s0'),
    extend: async () => this.#held('s0'),
    release: async () => {},
    book: async (token) => {
      this.booked.push(token);
      return booking;
    },
  };
  #held = (id: string) => ({ token: id, expiresIn: 600, extensions: 1, slots: [slotOf(id.split('~')[0]!)] });
}

/** Goes on as far as the widget lets anybody: through every page, to the only time, to the booking. */
async function triesToBook(flow: BookingFlow, serviceId: string, addOnIds: readonly string[], answers: Answers) {
  const { store } = flow;
  const settled = async () => {
    await flow.updateComplete;
    await aTimeout(0);
    await flow.updateComplete;
  };
  store.send({ type: 'service-selected', serviceId, addOnIds, locationId: '' });
  store.send({ type: 'answered', answers: {} });
  store.send({ type: 'step-selected', step: 'checklist' });
  await settled();
  const list = flow.shadowRoot!.querySelector('myo-intake-checklist') as IntakeChecklist;
  const [last] = Object.keys(answers).slice(-1);
  list.answers = answers;
  list.answer(last!, answers[last!]!);
  list.page = 0;
  await settled();
  for (let page = 0; page < 12 && store.state.step === 'checklist'; page++) {
    const before = list.page;
    flow.goOn();
    await settled();
    if (list.page === before && store.state.step === 'checklist') break;
  }
  if (store.state.step !== 'calendar') return store.state.step;
  await settled();
  store.send({ type: 'slot-selected', slot: slotOf(serviceId) });
  await settled();
  flow.goOn();
  await settled();
  store.send({ type: 'details-changed', details: { ...store.state.details, name: 'Maria', phone: '3035550100' } });
  flow.goOn();
  await settled();
  store.send({
    type: 'consents-changed',
    signature: 'Maria Santos',
    consentIds: catalog.policy.consents.map(({ id }) => id),
  });
  store.send({ type: 'confirm-asked' });
  await settled();
  return store.state.step;
}

describe('What must stop a patient', () => {
  before(beginsTheDay);
  after(endsTheDay);

  for (const { id, screening, addOnIds } of bookable)
    it(`stops them in the widget, for ${screening.join(', ')}`, async function () {
      this.timeout(120_000); // On a busy machine.
      const occasion = { services: screening, today, on: tomorrow };
      const stops = stopsFor(occasion);
      expect(stops.length).to.be.above(15);
      const yielding = new Yielding();
      const flow = await fixture<BookingFlow>(
        html`<myo-booking lang="en-US" .adapter=${yielding.endpoint}></myo-booking>`,
      );
      const tries = async (answers: Answers) => {
        flow.begin();
        while (!flow.store.state.checklist.value) await aTimeout(0);
        return triesToBook(flow, id, addOnIds, answers);
      };
      for (const { name, outcome, answers } of stops) {
        const at = await tries(answers);
        expect(yielding.booked, `${name} (${outcome}) was booked`).to.deep.equal([]);
        if (outcome === 'call' || outcome === 'ruled out') expect(at, `${name} (${outcome})`).to.equal('checklist');
      }
      expect(await tries(well(occasion))).to.equal('confirmed');
      expect(yielding.booked, 'the same time is booked by somebody who is well').to.have.length(1);
    });
});
