/** Registers every tag. The provider comes first: a child that upgrades before it would find no booking. */
import { BookingFlow } from './elements/booking/booking.ts';
import { BookingSummary } from './elements/booking-summary/booking-summary.ts';
import { CalendarField, ServiceField } from './elements/fields/form-fields.ts';
import { IntakeChecklist } from './elements/intake-checklist/intake-checklist.ts';
import { PatientDetails } from './elements/patient-details/patient-details.ts';
import { chunk } from './elements/shared/chunks.ts';

const tags = {
  'myo-booking': BookingFlow,
  'myo-service-picker': ServiceField,
  'myo-intake-checklist': IntakeChecklist,
  'myo-therapist-calendar': CalendarField,
  'myo-patient-details': PatientDetails,
  'myo-booking-summary': BookingSummary,
};

for (const [tag, element] of Object.entries(tags)) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

export { BookingFlow, chunk };

declare global {
  interface HTMLElementTagNameMap {
    'myo-booking': BookingFlow;
    'myo-service-picker': ServiceField;
    'myo-intake-checklist': IntakeChecklist;
    'myo-therapist-calendar': CalendarField;
    'myo-patient-details': PatientDetails;
    'myo-booking-summary': BookingSummary;
  }
}
