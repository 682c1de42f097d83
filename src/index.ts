/** The elements, their events and their types. Importing this registers nothing: `myo-booking/define` does. */
export { BookingFlow } from './elements/booking/booking.ts';
export { BookingSummary } from './elements/booking-summary/booking-summary.ts';
export { CalendarField, ServiceField } from './elements/fields/form-fields.ts';
export { IntakeChecklist } from './elements/intake-checklist/intake-checklist.ts';
export { PatientDetails } from './elements/patient-details/patient-details.ts';
export { ServicePicker } from './elements/service-picker/service-picker.ts';
export { TherapistCalendar } from './elements/therapist-calendar/therapist-calendar.ts';
export { addMessages, messagesFor, type Messages } from './locales/index.ts';
export type { BookingState, StepId, Trouble, TroubleKind } from './booking/state.ts';
export * from './events.ts';
