import { expect } from '@open-wc/testing';
import { needs } from '../../src/booking/needs.ts';
import { reduce } from '../../src/booking/reduce.ts';
import { initialState, type BookingState } from '../../src/booking/state.ts';
import { at, booking } from '../helpers/booking-states.ts';
import { catalog } from '../helpers/fixture-clinic.ts';

const closed = { ...catalog, clinic: { ...catalog.clinic, notice: { text: 'Closed until Monday', closed: true } } };
const loaded = { status: 'loaded', value: { slots: [], next: null } } as const;
const calendar: BookingState = { ...at('calendar'), firstFree: { s2: { status: 'pending' } }, months: {} };

const cases: readonly (readonly [string, BookingState, readonly string[]])[] = [
  ['nothing is there', initialState, ['catalog']],
  ['the catalog is on its way', { ...initialState, catalog: { status: 'pending' } }, []],
  ['the catalog failed', { ...initialState, catalog: { status: 'failed', trouble: { kind: 'offline' } } }, []],
  [
    'the page speaks another language',
    reduce({ ...at('calendar'), firstFree: { s2: { status: 'pending' } } }, { type: 'resumed', stale: true }),
    ['catalog'],
  ],
  [
    'only the checklist is of another language',
    { ...at('checklist'), checklist: { ...at('checklist').checklist, stale: true } },
    ['checklist', 'firstFree s2'],
  ],
  ['the clinic is closed', { ...at('service'), catalog: { status: 'loaded', value: closed } }, []],
  ['services are chosen from', at('service'), ['firstFree s1', 'firstFree s2', 'firstFree s6']],
  ['a service is chosen', at('checklist'), ['firstFree s2']],
  ['the calendar is looked at', calendar, ['months 2026-11']],
  ['the month is there', { ...calendar, months: { '2026-11': loaded } }, ['months 2026-12']],
  ['both are there', { ...calendar, months: { '2026-11': loaded, '2026-12': loaded } }, []],
  [
    'the month is stale',
    { ...calendar, months: { '2026-11': { ...loaded, stale: true }, '2026-12': loaded } },
    ['months 2026-11'],
  ],
  ['the month failed', { ...calendar, months: { '2026-11': { status: 'failed', trouble: { kind: 'server' } } } }, []],
  [
    'the month is there, and so is the next',
    { ...calendar, month: '2026-12', months: { '2026-12': loaded, '2027-01': loaded } },
    ['months 2026-11'],
  ],
  [
    'one neighbour lies past what can be booked',
    { ...calendar, month: '2027-02', months: { '2027-02': loaded } },
    ['months 2027-01'],
  ],
  ['it is booked', { ...calendar, booking }, []],
];

describe('what the booking needs', () => {
  for (const [name, state, expected] of cases) {
    it(`when ${name}`, () => {
      expect(needs(state).map((need) => ('key' in need ? `${need.of} ${need.key}` : need.of))).to.deep.equal(expected);
    });
  }
});
