import type { Slot } from '../../contract/availability.ts';
import { isTime } from '../../domain/day.ts';
import { bookingAround } from '../shared/booking-around.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';

/** "9:00 – 10:45 AM, Massage with Ana, then Physiotherapy with Ben"; undefined for a single appointment. */
export function visit(calendar: TherapistCalendar, { start, appointments }: Slot): string | undefined {
  if (!appointments[1]) return undefined;
  const { format, text } = calendar;
  const services = bookingAround(calendar)?.state.catalog.value?.services ?? [];
  const parts = appointments.map(({ serviceId, therapistId }) => {
    const service = services.find(({ id }) => id === serviceId)?.name;
    const name = calendar.therapist(therapistId)?.name;
    return [service, name && text.shared.with(name)].filter(Boolean).join(' ');
  });
  const { end } = appointments.at(-1)!;
  const when = isTime(end) ? format.range(start, end) : format.time(start);
  return [when, text.summary.then(parts.filter(Boolean))].filter(Boolean).join(', ');
}
