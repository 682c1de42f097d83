import { cedar } from '../../demo/endpoint/helpers/endpoint.ts';

const THERAPISTS = 50;
const days = ['01', '02', '03', '04', '07', '08', '09', '10', '11', '14', '15', '16', '17', '18', '21', '22', '23'];
const hours = ['15:00', '17:00', '20:00'];
const numbers = Array.from({ length: THERAPISTS }, (_, index) => index + 1);

/** The sample clinic with fifty therapists who all do the same, and a room for each. */
export const largeClinic = () =>
  cedar((data) => {
    data.clinic.id = 'large';
    const [therapist] = data.therapists;
    const roster = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00', locationId: 'l1' }];
    data.therapists = numbers.map((number) => ({ ...therapist, id: `t${number}`, serviceIds: ['s2'], roster }));
    data.rooms = numbers.map((number) => ({
      id: `r${number}`,
      locationId: 'l1',
      kinds: ['massage', 'heat', 'exercise'],
    }));
  });

/** Times of which none is in the way of another, early ones first. */
export const slots: readonly string[] = days.flatMap((day) =>
  hours.flatMap((hour) => numbers.map((number) => `s2~t${number}~2026-12-${day}T${hour}Z`)),
);
