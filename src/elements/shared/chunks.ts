import type { Chunks } from './chunks.types.ts';

const files: { readonly [Name in keyof Chunks]: () => Promise<Chunks[Name]> } = {
  extras: () => import('../extras/extras.ts'),
  'doctor-page': () => import('../doctor-page/doctor-page.ts'),
  calendar: () => import('../calendar-extras/calendar-extras.ts'),
  'drop-down': () => import('../drop-down/drop-down.ts'),
  doctor: () => import('../doctor/doctor.ts'),
  'own-fields': () => import('../own-fields/own-fields.ts'),
  'call-back': () => import('../call-back/call-back.ts'),
  consents: () => import('../consents/consents.ts'),
  es: () => import('../../locales/es.ts'),
  'body-map': () => import('../body-map/body-map.ts'),
};

/** What few bookings need, loaded when one does. In the one tag, `chunks.tag.ts` stands for this file. */
export const chunk = <Name extends keyof Chunks>(name: Name) => files[name]();
