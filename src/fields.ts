/**
 * The script of a page that has a form of its own: `dist/myo-fields.js` brings `<myo-service-picker>` and
 * `<myo-therapist-calendar>` as fields of it. It stands before `myo.js` where a page has both.
 */
import { CalendarField, ServiceField } from './elements/fields/form-fields.ts';

for (const [tag, element] of [
  ['myo-service-picker', ServiceField],
  ['myo-therapist-calendar', CalendarField],
] as const)
  if (!customElements.get(tag)) customElements.define(tag, element);
