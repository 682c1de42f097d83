/** The same elements without a form; `myo-fields.js` brings them with one. */
export { ServicePicker as ServiceField } from '../service-picker/service-picker.ts';
export { TherapistCalendar as CalendarField } from '../therapist-calendar/therapist-calendar.ts';
