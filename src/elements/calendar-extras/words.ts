import type { PartOfDay } from '../../domain/availability.ts';

/** What the calendar's extras say: here, since the one tag never says it. */
export interface CalendarWords {
  /** In the place of a face, where the first free time of all stands. */
  readonly first: string;
  readonly parts: Readonly<Record<PartOfDay, string>>;
  /** What opens the wishes, with how many there are. */
  wishes(count: number): string;
  readonly when: string;
  readonly weekdays: string;
  readonly places: string;
  readonly languages: string;
  readonly genders: string;
  /** By the codes that are known; any other is shown as it is. */
  readonly genderWords: Readonly<Record<string, string>>;
  readonly clear: string;
  noneFits(month: string): string;
  about(name: string): string;
  speaks(languages: string): string;
  firstFree(when: string): string;
  /** Of a day whose month could not be asked for. */
  readonly unknown: string;
  /** Where there is nobody to choose from. */
  only(name: string): string;
  /** Why earlier days cannot be booked, as a sentence; '' where nobody knows. */
  readonly later: Readonly<Record<'' | 'answers' | 'doctor', string>>;
  /** To the same month of another year. */
  readonly yearBack: string;
  readonly yearOn: string;
  readonly nextDay: string;
  readonly dayBefore: string;
  /** Small print beside the clinic's time; `otherDay` is empty where the day is the same. */
  yourTime(here: string, otherDay: string): string;
  yourClock(clinic: string, here: string, otherDay: string): string;
}

const en: CalendarWords = {
  first: '1st',
  parts: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' },
  wishes: (count) => `Only certain times or people${count ? ` (${count})` : ''}`,
  when: 'Time of day',
  weekdays: 'Days',
  places: 'Where',
  languages: 'Who speaks',
  genders: 'Treated by',
  genderWords: { female: 'A woman', male: 'A man', 'non-binary': 'A non-binary person' },
  clear: 'Show all times',
  noneFits: (month) => `There are free times in ${month}, but none fits.`,
  about: (name) => `About ${name}`,
  speaks: (languages) => `Speaks ${languages}`,
  firstFree: (when) => `First free: ${when}`,
  unknown: 'not known',
  only: (name) => `With ${name}`,
  later: {
    '': '',
    answers: 'It is safer to wait until then, as your answers say.',
    doctor: 'Until then your doctor has time to answer.',
  },
  yearBack: 'A year back',
  yearOn: 'A year on',
  nextDay: 'the next day',
  dayBefore: 'the day before',
  yourTime: (here, otherDay) => `${here} your time${otherDay && `, ${otherDay}`}`,
  yourClock: (clinic, here, otherDay) =>
    `Where you are now, ${clinic} at the clinic is ${here}${otherDay && `, ${otherDay}`}.`,
};

const es: CalendarWords = {
  first: '1.º',
  parts: { morning: 'Mañana', afternoon: 'Tarde', evening: 'Noche' },
  wishes: (count) => `Solo ciertas horas o personas${count ? ` (${count})` : ''}`,
  when: 'Hora del día',
  weekdays: 'Días',
  places: 'Dónde',
  languages: 'Que hable',
  genders: 'Que atienda',
  genderWords: { female: 'Una mujer', male: 'Un hombre', 'non-binary': 'Una persona no binaria' },
  clear: 'Mostrar todas las horas',
  noneFits: (month) => `Hay horas libres en ${month}, pero ninguna coincide.`,
  about: (name) => `Sobre ${name}`,
  speaks: (languages) => `Habla ${languages}`,
  firstFree: (when) => `Primera hora libre: ${when}`,
  unknown: 'no se sabe',
  only: (name) => `Con ${name}`,
  later: {
    '': '',
    answers: 'Es más seguro esperar hasta entonces, según sus respuestas.',
    doctor: 'Hasta entonces su médico tiene tiempo para responder.',
  },
  yearBack: 'Un año atrás',
  yearOn: 'Un año más',
  nextDay: 'del día siguiente',
  dayBefore: 'del día anterior',
  yourTime: (here, otherDay) => `Su hora: ${here}${otherDay && ` ${otherDay}`}`,
  yourClock: (clinic, here, otherDay) =>
    `Donde usted está ahora, las ${clinic} de la clínica son las ${here}${otherDay && ` ${otherDay}`}.`,
};

export const wordsFor = (language: string): CalendarWords => (language.split('-')[0] === 'es' ? es : en);
