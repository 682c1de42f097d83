import { expect } from '@open-wc/testing';
import type { Action } from '../../src/booking/actions.ts';
import { initialState, stepIds, type BookingState, type StepId } from '../../src/booking/state.ts';
import {
  after,
  answer,
  at,
  booking,
  details,
  held,
  otherSlot,
  questionnaire,
  slot,
} from '../helpers/booking-states.ts';
import { catalog } from '../helpers/fixture-clinic.ts';

const trouble = { kind: 'offline' } as const;
const month = { slots: [slot], next: null };
const hot: Action = { type: 'service-selected', serviceId: 's8', addOnIds: [], locationId: '' };

/** Every action, and what it makes of every state: the step it leads to, and whether the place is still held. */
type Expected = Readonly<Record<StepId, `${StepId}${'' | ' held' | ' booked'}`>>;
const stays: Expected = {
  service: 'service',
  checklist: 'checklist',
  calendar: 'calendar',
  details: 'details held',
  review: 'review held',
  confirmed: 'confirmed booked',
};
const letsGo: Expected = { ...stays, details: 'details', review: 'review' };
const goes = (step: 'service' | 'checklist' | 'calendar' | 'details' | 'review'): Expected => {
  const reach = (from: StepId) => (stepIds.indexOf(step) <= stepIds.indexOf(from) ? step : undefined);
  return {
    service: 'service',
    checklist: reach('checklist') ?? 'checklist',
    calendar: reach('calendar') ?? 'calendar',
    details: `${reach('details') ?? 'details'} held`,
    review: `${reach('review') ?? 'review'} held`,
    confirmed: 'confirmed booked',
  };
};

const table: readonly (readonly [string, Action, Expected])[] = [
  ['a question goes out', { type: 'asked', need: { of: 'months', key: '2027-01' } }, stays],
  ['a question fails', { type: 'failed', need: { of: 'months', key: '2027-01' }, trouble }, stays],
  ['the catalog comes again', { type: 'catalog-loaded', catalog, today: '2026-11-23' }, stays],
  [
    'first times come',
    { type: 'first-free-loaded', serviceId: 's2', firstFree: { first: slot, therapists: [] } },
    stays,
  ],
  ['the checklist comes again', { type: 'checklist-loaded', questionnaire }, stays],
  ['a month comes', { type: 'month-loaded', month: '2026-12', value: month }, stays],
  ['another service is picked', hot, { ...letsGo, confirmed: 'confirmed booked' }],
  ['answers that change nothing', { type: 'answered', answers: answer('fine') }, stays],
  ['an answer that stops', { type: 'answered', answers: answer('stop') }, letsGo],
  ['an answer that wants a doctor', { type: 'answered', answers: answer('ask') }, stays],
  ['therapists are picked', { type: 'therapists-selected', therapistIds: ['t1'] }, stays],
  ['another month is looked at', { type: 'month-changed', month: '2027-01' }, stays],
  ['the held slot is picked again', { type: 'slot-selected', slot }, stays],
  ['a hold fails', { type: 'hold-failed', trouble, slotId: slot.id }, stays],
  ['details are typed', { type: 'details-changed', details }, stays],
  ['consents are ticked', { type: 'consents-changed', consentIds: [] }, stays],
  ['service is asked for', { type: 'step-selected', step: 'service' }, goes('service')],
  ['the checklist is asked for', { type: 'step-selected', step: 'checklist' }, goes('checklist')],
  ['review is asked for', { type: 'step-selected', step: 'review' }, goes('review')],
  ['something is wrong', { type: 'troubled', trouble }, stays],
  ['it is tried again', { type: 'retried' }, stays],
  ['the tab comes back', { type: 'returned', today: '2026-11-24' }, stays],
];

const shown = ({ step, held, booking }: BookingState) => `${step}${booking ? ' booked' : held ? ' held' : ''}`;

describe('reduce', () => {
  it('never enters a step past one that is not done', () => {
    for (const step of stepIds) {
      const { step: reached } = after(initialState, { type: 'step-selected', step });
      expect(reached).to.equal('service');
    }
  });

  for (const [name, action, expected] of table) {
    describe(name, () => {
      for (const step of stepIds) {
        it(`at ${step}`, () => {
          const before = at(step);
          const frozen = structuredClone(before);
          expect(shown(after(before, action))).to.equal(expected[step]);
          expect(before, 'the state before is left alone').to.deep.equal(frozen);
        });
      }
    });
  }

  it('goes on by itself once a place that was being asked for is held', () => {
    const waiting = after(at('calendar'), { type: 'slot-selected', slot }, { type: 'step-selected', step: 'details' });
    expect(waiting.step).to.equal('calendar');
    expect(after(waiting, { type: 'hold-made', held }).step).to.equal('details');
  });

  it('takes a slot that is gone out of the month, and goes back to the calendar with everything kept', () => {
    const typed = after(at('review'), { type: 'confirm-asked' });
    const lost = after(typed, { type: 'confirm-failed', trouble: { kind: 'hold-expired' }, step: 'calendar' });
    expect(lost.step).to.equal('calendar');
    expect(lost.held).to.equal(undefined);
    expect(lost.months['2026-12']?.value?.slots.map(({ id }) => id)).to.deep.equal([otherSlot.id]);
    expect(lost.details).to.deep.equal(details);
    expect(lost.answers).to.deep.equal(answer('fine'));
    expect(lost.fresh).to.equal(true);
  });

  it('keeps everything where the wire fails', () => {
    const asked = after(at('review'), { type: 'confirm-asked' });
    expect(asked.confirming).to.equal(true);
    const failed = after(asked, { type: 'confirm-failed', trouble });
    expect({ ...failed, trouble: undefined }).to.deep.equal({ ...at('review'), trouble: undefined });
  });

  it('confirms once, however often it is asked', () => {
    const asked = after(at('review'), { type: 'confirm-asked' });
    expect(after(asked, { type: 'confirm-asked' })).to.equal(asked);
  });

  it('asks for the checklist again when it has changed, and keeps the answers', () => {
    const failed = after(
      at('review'),
      { type: 'confirm-asked' },
      { type: 'confirm-failed', trouble: { kind: 'checklist-changed' }, step: 'checklist' },
    );
    expect(failed.checklist.status).to.equal('absent');
    expect(failed.answers).to.deep.equal(answer('fine'));
    expect(failed.step).to.equal('checklist');
  });

  it('lets go of a time that comes before a doctor can answer', () => {
    const soon = { ...held, slot: { ...slot, start: '2026-11-24T09:00:00-07:00' } };
    const early = after(at('calendar'), { type: 'slot-selected', slot: soon.slot }, { type: 'hold-made', held: soon });
    expect(early.held).to.equal(soon);
    expect(after(early, { type: 'answered', answers: answer('ask') }).held).to.equal(undefined);
  });

  it('notes an answer that was changed after it had stopped the booking', () => {
    const stopped = after(at('checklist'), { type: 'answered', answers: answer('stop') });
    const changed = after(stopped, { type: 'answered', answers: answer('fine') });
    expect(changed.changedAfterStop).to.deep.equal(['state']);
    expect(changed.screening.outcome).to.equal('book');
  });

  it('does not let a service that is ruled out be booked, and lets another', () => {
    const ruledOut = after(
      at('checklist'),
      hot,
      { type: 'answered', answers: answer('heat') },
      { type: 'step-selected', step: 'calendar' },
    );
    expect(ruledOut.step).to.equal('checklist');
    const other = after(
      ruledOut,
      { type: 'service-selected', serviceId: 's2', addOnIds: [], locationId: '' },
      { type: 'step-selected', step: 'calendar' },
    );
    expect(other.step).to.equal('calendar');
  });

  it('opens the calendar at the first month that the answers allow', () => {
    const late = { ...catalog, policy: { ...catalog.policy, clearanceLeadDays: 20 } };
    const state = after(
      at('checklist'),
      { type: 'catalog-loaded', catalog: late, today: '2026-11-23' },
      { type: 'answered', answers: answer('ask') },
      { type: 'step-selected', step: 'calendar' },
    );
    expect(state.month).to.equal('2026-12');
  });

  it('takes up a hold that a reload left behind', () => {
    const resumed = after(at('service'), { type: 'hold-resumed', held });
    expect([resumed.serviceId, resumed.held]).to.deep.equal(['s2', held]);
  });
  it('shows the booking that a hold became', () => {
    expect(shown(after(at('service'), { type: 'confirmed', booking }))).to.equal('confirmed booked');
  });
});
