import type { Clinic } from '../clinic/load-clinic.ts';
import type { PatientRecords } from '../db/patient-records.ts';
import { zoneOf } from '../schedule/free-starts.ts';
import { timestamp } from '../schedule/wall-clock.ts';

/** What is kept of a patient, as they can read it: names instead of ids, and times as the clinic's clocks show them. */
export function copyOf(
  { bookings, messages, waiting, callbacks, forms }: PatientRecords,
  { id, data }: Clinic,
  now: number,
) {
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], wanted: string) =>
    list.find((one) => one.id === wanted)?.name ?? wanted;
  const when = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
  return {
    clinic: { id, name: data.clinic.name },
    copied: new Date(now).toISOString(),
    bookings: bookings.map(
      ({ id: booking, reference, status: own, created_at, changed_at, coming_at, appointments, body, clearance }) => ({
        reference,
        status: own,
        made: created_at.toISOString(),
        changed: changed_at?.toISOString(),
        confirmedComing: coming_at?.toISOString(),
        appointments: appointments.map(
          ({ serviceId, addOnIds, therapistId, locationId, start, end, status = own }) => ({
            status,
            service: nameIn(data.services, serviceId),
            addOns: addOnIds,
            therapist: nameIn(data.therapists, therapistId),
            location: nameIn(data.clinic.locations, locationId),
            start: timestamp(start, zoneOf(data, locationId)),
            end: timestamp(end, zoneOf(data, locationId)),
          }),
        ),
        sent: body?.request,
        agreedAt: when(body?.agreedAt),
        answeredAt: when(body?.answeredAt),
        consentsWithdrawn: Object.entries(body?.withdrawn ?? {}).map(([consent, at]) => ({ consent, at: when(at) })),
        screenings: body?.screenings,
        cancelReason: body?.cancelReason,
        forms: forms
          .filter((form) => form.booking === booking)
          .map(({ response, complete, saved_at }) => ({ saved: saved_at.toISOString(), complete, response })),
        clearance,
      }),
    ),
    waiting: waiting.map(({ created_at, wish }) => ({ since: created_at.toISOString(), wish })),
    callbacks: callbacks.map(({ created_at, request, done_at }) => ({
      asked: created_at.toISOString(),
      request,
      done: done_at?.toISOString(),
    })),
    messages: messages.map(({ topic, channel, recipient, due_at, outcome }) => ({
      topic,
      channel,
      recipient,
      due: due_at.toISOString(),
      outcome,
    })),
  };
}
