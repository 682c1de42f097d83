import type { Patient } from '../../../src/contract/index.ts';
import type { Channel } from './message.ts';

/** By which ways a patient wants to hear from the clinic; e-mail where they have one and named no wish. */
export function reachOf({
  email,
  phone,
  reach = ['email'],
}: Pick<Patient, 'email' | 'phone' | 'reach'>): readonly Channel[] {
  return [
    ...(email && reach.includes('email') ? (['email'] as const) : []),
    ...(phone && reach.includes('sms') ? (['sms'] as const) : []),
  ];
}

/** What is dialled: the digits, and the plus in front of a country. */
export const dialled = (phone: string) => phone.replace(/(?!^\+)\D/g, '');
