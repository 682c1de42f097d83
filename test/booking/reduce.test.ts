import { expect } from '@open-wc/testing';
import type { Action, ActionOf } from '../../src/booking/actions.ts';
import { bookingRequest } from '../../src/booking/requests.ts';
import { alternatives } from '../../src/booking/selectors.ts';
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

const flagged = (state: BookingState) => bookingRequest(state, 'en').changedAnswers;
const trouble = { kind: 'offline' } as const;
const month = { slots: [slot], next: null };
const hot = { serviceId: 's8', addOnIds: [], locationId: '' };

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

const holds: Expected = {
  ...stays,
  service: 'service held',
  checklist: 'checklist held',
  calendar: 'calendar held',
};
const endsUp = (expected: Expected[StepId]) => Object.fromEntries(stepIds.map((id) => [id, expected])) as Expected;

/** A row for every action: the compiler asks for the missing ones. */
const table: {
  readonly [Type in Action['type']]: readonly (readonly [string, Omit<ActionOf<Type>, 'type'>, Expected])[];
} = {
  asked: [['a question goes out', { need: { of: 'months', key: '2027-01' } }, stays]],
  failed: [['a question fails', { need: { of: 'months', key: '2027-01' }, trouble }, stays]],
  'catalog-loaded': [['the catalog comes again', { catalog, today: '2026-11-23', now: 0 }, stays]],
  'first-free-loaded': [['first times come', { serviceId: 's2', firstFree: { first: slot, therapists: [] } }, stays]],
  'checklist-loaded': [['the checklist comes again', { questionnaire }, stays]],
  'month-loaded': [['a month comes', { month: '2026-12', value: month }, stays]],
  'service-selected': [
    ['another service is picked', hot, letsGo],
    ['an add-on is picked', { ...hot, serviceId: 's2', addOnIds: ['a1'] }, letsGo],
  ],
  answered: [
    ['answers that change nothing', { answers: answer('fine') }, stays],
    ['an answer that stops', { answers: answer('stop') }, letsGo],
    ['an answer that stops is passed on the way to another', { answers: answer('stop'), passed: true }, stays],
    ['an answer that wants a doctor', { answers: answer('ask') }, stays],
  ],
  'therapists-selected': [['therapists are picked', { therapistIds: ['t1'] }, stays]],
  'month-changed': [['another month is looked at', { month: '2027-01' }, stays]],
  'slot-selected': [
    ['the held slot is picked again', { slot }, stays],
    ['another slot is picked', { slot: otherSlot }, stays],
  ],
  'hold-made': [['a place is kept', { held }, { ...holds, service: 'service' }]],
  'hold-resumed': [['a reload finds its place', { held }, holds]],
  'hold-failed': [
    ['a hold fails', { trouble, slotId: slot.id }, stays],
    [
      'somebody else has that time',
      { trouble: { kind: 'slot-taken' }, slotId: otherSlot.id },
      { ...stays, details: 'calendar held', review: 'calendar held' },
    ],
  ],
  'details-changed': [['details are typed', { details }, stays]],
  'consents-changed': [['consents are ticked', { consentIds: [], signature: '' }, stays]],
  'step-selected': [
    ['service is asked for', { step: 'service' }, goes('service')],
    ['the checklist is asked for', { step: 'checklist' }, goes('checklist')],
    ['the calendar is asked for', { step: 'calendar' }, goes('calendar')],
    ['details are asked for', { step: 'details' }, goes('details')],
    ['review is asked for', { step: 'review' }, goes('review')],
  ],
  'confirm-asked': [['the patient confirms', {}, stays]],
  confirmed: [['the endpoint confirms', { booking }, endsUp('confirmed booked')]],
  'confirm-failed': [
    ['the wire fails', { trouble }, stays],
    [
      'the place was lost meanwhile',
      { trouble: { kind: 'hold-expired' }, step: 'calendar' },
      { ...stays, details: 'calendar', review: 'calendar' },
    ],
  ],
  troubled: [['something is wrong', { trouble }, stays]],
  resumed: [
    ['it stands elsewhere on the page', {}, stays],
    ['the page speaks another language', { stale: true }, stays],
  ],
  retried: [['it is tried again', {}, stays]],
  left: [['the popup is closed', {}, { ...stays, details: 'calendar', review: 'calendar' }]],
  returned: [['the tab comes back', { today: '2026-11-24', now: 0 }, stays]],
};
const rows = Object.entries(table).flatMap(([type, cases]) =>
  cases.map(([name, action, expected]) => [name, { type, ...action } as Action, expected] as const),
);

const shown = ({ step, held, booking }: BookingState) => `${step}${booking ? ' booked' : held ? ' held' : ''}`;

describe('reduce', () => {
  it('never enters a step past one that is not done', () => {
    for (const step of stepIds) {
      const { step: reached } = after(initialState, { type: 'step-selected', step });
      expect(reached).to.equal('service');
    }
  });

  for (const [name, action, expected] of rows) {
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

  it('leaves the calendar backwards at once, whatever is being asked for', () => {
    const asking = after(at('calendar'), { type: 'slot-selected', slot: otherSlot });
    const back = after(asking, { type: 'step-selected', step: 'checklist' });
    expect(back.step).to.equal('checklist');
    expect(after(back, { type: 'hold-made', held: { ...held, slot: otherSlot } }).step).to.equal('checklist');
  });

  it('goes on asking for another place while the kept one is extended', () => {
    const waiting = after(
      at('calendar'),
      { type: 'hold-made', held },
      { type: 'slot-selected', slot: otherSlot },
      { type: 'step-selected', step: 'details' },
      { type: 'hold-made', held: { ...held, extensions: 1 } },
    );
    expect(waiting).to.deep.include({ asking: otherSlot, wanted: 'details', step: 'calendar' });
    expect(waiting.held?.extensions).to.equal(1);
  });

  for (const kind of ['invalid', 'unauthorized'] as const)
    it(`asks for a place without the kept one once that is ${kind} to the endpoint`, () => {
      const asking = after(at('calendar'), { type: 'hold-made', held }, { type: 'slot-selected', slot: otherSlot });
      const refused = after(asking, { type: 'hold-failed', slotId: otherSlot.id, trouble: { kind } });
      expect(refused.held).to.equal(undefined);
      expect(refused.trouble).to.deep.equal({ kind });
      expect(after(refused, { type: 'slot-selected', slot: otherSlot }).asking).to.equal(otherSlot);
    });

  it('shows no times while somebody should get help, whatever comes first', () => {
    const state = at('checklist');
    for (const timeFirst of [false, true]) {
      const stopped = { ...state, timeFirst, screening: { ...state.screening, outcome: 'call', urgency: 'emergency' } };
      const asked = after(stopped as BookingState, { type: 'step-selected', step: 'calendar' });
      expect(asked.step).to.equal('checklist');
    }
  });

  it('is left as it is while it is being confirmed', () => {
    const asked = after(at('review'), { type: 'confirm-asked' });
    expect(after(asked, { type: 'step-selected', step: 'calendar' })).to.equal(asked);
    const other = after(asked, { type: 'service-selected', ...hot });
    expect([other.serviceId, other.held]).to.deep.equal([asked.serviceId, asked.held]);
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
    expect({ ...failed, trouble: undefined }).to.deep.equal({ ...at('review'), code: undefined, trouble: undefined });
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
    expect(flagged(changed)).to.deep.equal(['state']);
    expect(changed.screening.outcome).to.equal('book');
  });

  it('notes nothing of an answer that was only passed on the way to another', () => {
    const passed = after(at('checklist'), { type: 'answered', answers: answer('stop'), passed: true });
    expect(passed.screening.outcome).to.equal('call');
    expect(flagged(after(passed, { type: 'answered', answers: answer('fine') }))).to.deep.equal([]);
    const meant = after(passed, { type: 'answered', answers: answer('stop') });
    expect(flagged(after(meant, { type: 'answered', answers: answer('fine') }))).to.deep.equal(['state']);
  });

  it('notes one that was changed after a doctor should have been asked', () => {
    const asks = after(at('checklist'), { type: 'answered', answers: answer('ask') });
    expect(asks.screening.outcome).to.equal('clearance');
    expect(flagged(asks)).to.deep.equal([]);
    expect(flagged(after(asks, { type: 'answered', answers: answer('fine') }))).to.deep.equal(['state']);
  });

  it('notes one that was taken back before everything else was answered', () => {
    const unfinished = {
      ...questionnaire,
      items: [...questionnaire.items, { ...questionnaire.items[0]!, linkId: 'last' }],
    };
    const early = after(
      at('checklist'),
      { type: 'checklist-loaded', questionnaire: unfinished },
      { type: 'answered', answers: answer('ask') },
    );
    expect(early.screening.outcome).to.equal('incomplete');
    expect(flagged(after(early, { type: 'answered', answers: answer('fine') }))).to.deep.equal(['state']);
  });

  it('notes nothing of what was only added, or answered the same anew', () => {
    const more = { ...answer('ask'), sites: [{ code: 'neck' }] };
    const asks = after(at('checklist'), { type: 'answered', answers: more });
    const added = { ...structuredClone(more), sites: [{ code: 'hip' }, { code: 'neck' }] };
    expect(flagged(after(asks, { type: 'answered', answers: added }))).to.deep.equal([]);
    expect(flagged(after(asks, { type: 'answered', answers: { ...added, sites: [{ code: 'hip' }] } }))).to.deep.equal([
      'sites',
    ]);
  });

  it('notes nothing of what goes on as it is typed after a stop', () => {
    const typed = [
      { since: ['-10'], goal: ['w'], pain: [1] },
      { since: ['-10-25'] },
      { since: ['2026-10-25'] },
      { goal: ['walk'], pain: [10] },
    ];
    const actions = typed.map((_, index) => ({
      type: 'answered' as const,
      answers: Object.assign({}, answer('ask'), ...typed.slice(0, index + 1)) as BookingState['answers'],
    }));
    const state = after(at('checklist'), ...actions);
    expect(flagged(state)).to.deep.equal([]);
    const again = after(state, { type: 'answered', answers: { ...state.answers, since: ['2026-01-25'] } });
    expect(flagged(again)).to.deep.equal(['since']);
  });

  it('notes one that was taken back after it had put the visit off', () => {
    const [state, ...others] = questionnaire.items;
    const [fine, ask, ...rest] = state!.options;
    const later = { ...ask!, rules: [{ ...ask!.rules[0]!, outcome: 'book' as const, notBeforeDays: 7 }] };
    const postponing = { ...questionnaire, items: [{ ...state!, options: [fine!, later, ...rest] }, ...others] };
    const late = after(
      at('checklist'),
      { type: 'checklist-loaded', questionnaire: postponing },
      { type: 'answered', answers: answer('ask') },
    );
    expect(late.screening).to.deep.include({ outcome: 'book', notBefore: '2026-11-30' });
    expect(flagged(late)).to.deep.equal([]);
    expect(flagged(after(late, { type: 'answered', answers: answer('fine') }))).to.deep.equal(['state']);
    const overnight = after(late, { type: 'returned', today: '2026-11-24', now: 0 });
    expect(overnight.screening.notBefore, 'counted from the day on which the tab is looked at again').to.equal(
      '2026-12-01',
    );
  });

  it('notes one that was changed after it had ruled the treatment out', () => {
    const ruledOut = after(
      at('checklist'),
      { type: 'service-selected', ...hot },
      { type: 'answered', answers: answer('heat') },
    );
    expect(flagged(ruledOut)).to.deep.equal([]);
    expect(flagged(after(ruledOut, { type: 'answered', answers: answer('fine') }))).to.deep.equal(['state']);
  });

  it('notes one that was changed while another treatment was chosen', () => {
    const other = { type: 'service-selected', serviceId: 's2', addOnIds: [], locationId: '' } as const;
    const back = after(
      at('checklist'),
      { type: 'service-selected', ...hot },
      { type: 'answered', answers: answer('heat') },
      other,
      { type: 'answered', answers: { ...answer('fine'), more: ['new'] } },
      { type: 'service-selected', ...hot },
    );
    expect(back.screening.ruledOut).to.deep.equal([]);
    expect(flagged(back)).to.deep.equal(['state'], 'what was not answered before is not changed');
  });

  it('keeps what the patient has said when they picked, until they say otherwise', () => {
    const said = { 'chosen-area': [{ code: 'knee-hip' }] };
    const picked = after(at('service'), { type: 'service-selected', ...hot, said });
    expect(picked.answers).to.deep.equal(said);
    const other = after(picked, { type: 'service-selected', ...hot, serviceId: 's2' });
    expect(other.answers).to.deep.equal(said);
    const all = { 'chosen-area': [{ code: '' }] };
    expect(after(other, { type: 'service-selected', ...hot, said: all }).answers).to.deep.equal(all);
  });

  it('notes no answer as changed because another treatment was picked with it', () => {
    const said = { 'chosen-area': [{ code: 'knee-hip' }] };
    const stopped = after(
      at('service'),
      { type: 'service-selected', ...hot, said },
      { type: 'answered', answers: { ...said, ...answer('stop') } },
    );
    expect(flagged(after(stopped, { type: 'service-selected', ...hot, serviceId: 's2', said }))).to.deep.equal([]);
  });

  it('does not let a service that is ruled out be booked, and lets another', () => {
    const ruledOut = after(
      at('checklist'),
      { type: 'service-selected', ...hot },
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

  it('does not let an add-on that is ruled out be booked, and offers the service without it first', () => {
    const warm = { ...hot, serviceId: 's2', addOnIds: ['a1'] };
    const ruledOut = after(
      at('checklist'),
      { type: 'service-selected', ...warm },
      { type: 'answered', answers: answer('heat') },
      { type: 'step-selected', step: 'calendar' },
    );
    expect(ruledOut.step).to.equal('checklist');
    const [first] = alternatives(ruledOut);
    expect([first?.id, first?.part]).to.deep.equal(['s2', true]);
    const plain = after(
      ruledOut,
      { type: 'service-selected', ...warm, addOnIds: [] },
      { type: 'step-selected', step: 'calendar' },
    );
    expect(plain.step).to.equal('calendar');
    expect(alternatives(plain).some(({ id }) => id === 's2')).to.equal(false);
  });

  it('opens the calendar at the first month that the answers allow', () => {
    const late = { ...catalog, policy: { ...catalog.policy, clearanceLeadDays: 20 } };
    const state = after(
      at('checklist'),
      { type: 'catalog-loaded', catalog: late, today: '2026-11-23', now: 0 },
      { type: 'answered', answers: answer('ask') },
      { type: 'step-selected', step: 'calendar' },
    );
    expect(state.month).to.equal('2026-12');
  });

  it('takes up a hold that a reload left behind', () => {
    const resumed = after(at('service'), { type: 'hold-resumed', held });
    expect([resumed.serviceId, resumed.held]).to.deep.equal(['s2', held]);
  });
  it('takes up its add-ons too', () => {
    const [first] = held.slot.appointments;
    const longer = { ...held, slot: { ...held.slot, appointments: [{ ...first!, addOnIds: ['a1'] }] } };
    expect(after(at('service'), { type: 'hold-resumed', held: longer }).addOnIds).to.deep.equal(['a1']);
  });
  it('shows the booking that a hold became', () => {
    expect(shown(after(at('service'), { type: 'confirmed', booking }))).to.equal('confirmed booked');
  });
});
