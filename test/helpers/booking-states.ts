import type { Action } from '../../src/booking/actions.ts';
import { reduce } from '../../src/booking/reduce.ts';
import { initialState, type BookingState, type HeldSlot, type StepId } from '../../src/booking/state.ts';
import type { Booking } from '../../src/contract/index.ts';
import type { Item, Questionnaire, Rule } from '../../src/domain/checklist/questionnaire.ts';
import { noDetails } from '../../src/domain/details.ts';
import { catalog, slotAt } from './fixture-clinic.ts';

const rule = (fields: Partial<Rule>): Rule => ({
  outcome: 'book',
  services: [],
  ruleOut: false,
  patientText: 'Why.',
  therapistText: '',
  source: '',
  ...fields,
});

/** One question, answered by one of four codes: `fine`, `ask` the doctor, `stop`, or no `heat`. */
const item: Item = {
  linkId: 'state',
  type: 'choice',
  text: 'How are you?',
  help: '',
  required: true,
  repeats: false,
  hidden: false,
  readOnly: false,
  options: [
    { value: { code: 'fine' }, label: 'Fine', exclusive: false, rules: [] },
    { value: { code: 'ask' }, label: 'Ask', exclusive: false, rules: [rule({ outcome: 'clearance' })] },
    { value: { code: 'stop' }, label: 'Stop', exclusive: false, rules: [rule({ outcome: 'call', urgency: 'clinic' })] },
    { value: { code: 'heat' }, label: 'Heat', exclusive: false, rules: [rule({ ruleOut: true, services: ['hot'] })] },
  ],
  conditions: [],
  enableBehavior: 'all',
  services: [],
  rules: [],
  items: [],
};

export const questionnaire: Questionnaire = {
  canonical: 'https://clinic.example/checklist|1',
  title: 'Checklist',
  status: 'active',
  items: [item],
};

export const slot = slotAt('2026-12-01T09:00');
export const otherSlot = slotAt('2026-12-01T10:15');
export const held: HeldSlot = { token: 'hold-1', slot, until: 600_000, extensions: 10 };
export const booking: Booking = {
  id: 'b1',
  reference: 'K7T-4MX',
  revision: 1,
  status: 'booked',
  appointments: slot.appointments.map((one) => ({ ...one, id: 'x1', status: 'booked' })),
  next: [],
};
export const details = { ...noDetails, name: 'Maria Santos', phone: '(303) 555-0100' };
export const answer = (code: string) => ({ state: [{ code }] });

const told: readonly Action[] = [
  { type: 'catalog-loaded', catalog, today: '2026-11-23', now: Date.parse('2026-11-23T12:00:00-07:00') },
  { type: 'checklist-loaded', questionnaire },
];
const way: Readonly<Record<StepId, readonly Action[]>> = {
  service: told,
  checklist: [
    { type: 'service-selected', serviceId: 's2', addOnIds: [], locationId: '' },
    { type: 'step-selected', step: 'checklist' },
  ],
  calendar: [
    { type: 'answered', answers: answer('fine') },
    { type: 'step-selected', step: 'calendar' },
  ],
  details: [
    { type: 'month-loaded', month: '2026-12', value: { slots: [slot, otherSlot], next: null } },
    { type: 'slot-selected', slot },
    { type: 'hold-made', held },
    { type: 'step-selected', step: 'details' },
  ],
  review: [
    { type: 'details-changed', details },
    { type: 'step-selected', step: 'review' },
  ],
  confirmed: [
    { type: 'consents-changed', consentIds: ['treatment'], signature: 'Maria Santos' },
    { type: 'confirm-asked' },
    { type: 'confirmed', booking },
  ],
};

/** The state after some actions. */
export const after = (state: BookingState, ...actions: readonly Action[]) => actions.reduce(reduce, state);

/** A booking that has come as far as a step, the usual way. */
export function at(step: StepId): BookingState {
  const order = Object.keys(way) as StepId[];
  return after(initialState, ...order.slice(0, order.indexOf(step) + 1).flatMap((id) => way[id]));
}
