import * as v from 'valibot';
import { Catalog, type Slot } from '../../src/contract/index.ts';

const towels = {
  id: 'a1',
  name: 'Hot towels',
  minutes: 10,
  price: { amount: '12.00', currency: 'USD' },
  screening: ['hot'],
};

/** A small clinic in Denver; the tests' "today" is Monday 23 November 2026. */
export const catalog: Catalog = v.parse(Catalog, {
  contract: '1',
  supports: ['clearance'],
  clinic: {
    id: 'cedar',
    name: 'Cedar Ridge Medical Massage',
    timeZone: 'America/Denver',
    languages: ['en'],
    phone: { tel: '+13035550142', text: '(303) 555-0142' },
    emergencyNumber: '911',
    locations: [
      {
        id: 'l1',
        name: 'Cedar Ridge',
        address: '12 Juniper Street, Denver',
        openingHours: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }],
      },
      { id: 'l2', name: 'Cedar Ridge North', address: '400 Alder Avenue, Boulder' },
    ],
  },
  services: [
    {
      id: 's1',
      name: 'Medical massage',
      summary: 'For one painful place.',
      kind: 'massage',
      minutes: 30,
      family: 'medical',
      price: { amount: '55.00', currency: 'USD' },
      bodyAreas: ['neck-shoulder', 'back'],
      symptoms: ['pain'],
      conditions: ['fibromyalgia'],
      screening: ['all', 'deep'],
      locationIds: ['l1', 'l2'],
      addOns: [towels],
    },
    {
      id: 's2',
      name: 'Medical massage',
      summary: 'For one painful place.',
      kind: 'massage',
      minutes: 60,
      family: 'medical',
      price: { amount: '95.00', currency: 'USD' },
      bodyAreas: ['neck-shoulder', 'back'],
      symptoms: ['pain'],
      conditions: ['fibromyalgia'],
      screening: ['all', 'deep'],
      locationIds: ['l1', 'l2'],
      addOns: [towels],
    },
    {
      id: 's6',
      name: 'Scar and post-surgery massage',
      summary: 'From six weeks after surgery.',
      kind: 'massage',
      minutes: 45,
      price: { amount: '75.00', currency: 'USD' },
      bodyAreas: ['knee-hip'],
      symptoms: ['scar'],
      conditions: ['after-surgery'],
      screening: ['all', 'scar'],
      locationIds: ['l1'],
    },
    {
      id: 's8',
      name: 'Hot stone massage',
      summary: 'Warm stones.',
      kind: 'massage',
      minutes: 75,
      symptoms: ['stress'],
      price: { amount: '120.00', currency: 'USD' },
      screening: ['all', 'hot'],
      locationIds: ['l1'],
    },
    {
      id: 's10',
      name: 'First assessment',
      summary: 'Not sure? We look together.',
      kind: 'assessment',
      minutes: 30,
      price: { amount: '60.00', currency: 'USD' },
      symptoms: ['pain'],
      screening: ['pt'],
      locationIds: ['l1', 'l2'],
    },
  ],
  therapists: [
    {
      id: 't1',
      name: 'Ana Reyes',
      credentials: ['LMT'],
      languages: ['en', 'es'],
      gender: 'female',
      serviceIds: ['s1', 's2', 's6'],
    },
    {
      id: 't2',
      name: 'Ben Kowalski',
      credentials: ['PT', 'DPT'],
      languages: ['en', 'pl'],
      gender: 'male',
      serviceIds: ['s2', 's10'],
    },
  ],
  policy: {
    minNoticeMinutes: 120,
    horizonDays: 90,
    holdMinutes: 10,
    clearanceDays: 7,
    clearanceLeadDays: 3,
    cancelNoticeHours: 24,
    text: 'Please cancel at least 24 hours ahead.',
    consents: [{ id: 'treatment', version: '2', text: 'I agree to the treatment that we plan together.' }],
    details: { phone: 'required', email: 'optional', birthDate: 'optional' },
  },
});

/** A free slot of the 60 minute massage, by default with Ana, at a time on the clinic's wall. */
export function slotAt(start: string, therapistId = 't1', serviceId = 's2', minutes = 60): Slot {
  const offset = '-07:00';
  const end = new Date(Date.parse(`${start}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
  return {
    id: `${serviceId}~${therapistId}~${start}`,
    start: `${start}:00${offset}`,
    appointments: [{ serviceId, therapistId, start: `${start}:00${offset}`, end: `${end}${offset}`, locationId: 'l1' }],
  };
}
