import type { Patient } from '../contract/booking.ts';

/** What the patient has typed about who comes: every field as typed, checked only when the step is left. */
export interface Details {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** `YYYY-MM-DD` once all three parts are there; as typed, `YYYY-MM-DD` with gaps, until then. */
  readonly birthDate: string;
  readonly returning?: boolean | undefined;
  readonly reach: readonly NonNullable<Patient['reach']>[number][];
  readonly note: string;
  /** Present once somebody books for someone else. */
  readonly bookedBy?: { readonly name: string; readonly relation: string } | undefined;
  /** Present once the patient is a minor. */
  readonly guardian?: { readonly name: string; readonly relation: string; readonly phone: string } | undefined;
}

export const noDetails: Details = { name: '', phone: '', email: '', birthDate: '', reach: [], note: '' };
