/** The elements that a page's own form may hold. In the one tag, which few put into a form, `form-fields.tag.ts` stands for this file. */
export { CalendarField } from './calendar-field.ts';
export { ServiceField } from './service-field.ts';
