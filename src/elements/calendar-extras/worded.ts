import type { Messages } from '../../locales/index.ts';
import { addDays, monthOf } from '../../domain/day.ts';
import type { TherapistCalendar } from '../therapist-calendar/therapist-calendar.ts';
import { bookingAround } from '../shared/booking-around.ts';
import { wordsFor } from './words.ts';

const plain = new WeakMap<Messages, Messages>();
const worded = new WeakMap<Messages, Map<string, Messages>>();

/** Lets the calendar say why earlier days are kept out, and write every count in the locale's own digits. */
export function wordAll(calendar: TherapistCalendar) {
  const text = plain.get(calendar.text) ?? calendar.text;
  const why = whyLater(calendar);
  const made = worded.get(text) ?? new Map<string, Messages>();
  worded.set(text, made);
  const hasFailed = calendar.page.some((day) => calendar.months[monthOf(day)]?.trouble);
  const key = `${why} ${hasFailed} ${calendar.format.locale}`;
  const known = made.get(key) ?? make(text, calendar.format.locale, why, hasFailed);
  made.set(key, known);
  plain.set(known, text);
  calendar.text = known;
}

/** Whether answers postpone the visit, or a doctor's word does; nothing is known of a calendar alone on a page. */
function whyLater(calendar: TherapistCalendar): '' | 'answers' | 'doctor' {
  const state = bookingAround(calendar)?.state;
  if (!state || !calendar.notBefore) return '';
  const { screening, catalog, today } = state;
  const lead = screening.outcome === 'clearance' && addDays(today, catalog.value?.policy.clearanceLeadDays ?? 0);
  return lead && lead >= (screening.notBefore ?? '') ? 'doctor' : 'answers';
}

function make(text: Messages, locale: string, why: ReturnType<typeof whyLater>, hasFailed: boolean): Messages {
  const { calendar } = text;
  const format = new Intl.NumberFormat(locale);
  const digits = [...'0123456789'].map((digit) => format.format(Number(digit)));
  const count = (words: string) =>
    digits[0] === '0' ? words : words.replace(/[0-9]/g, (digit) => digits[Number(digit)]!);
  const reason = wordsFor(text.tag).later[why];
  return {
    ...text,
    calendar: {
      ...calendar,
      loading: hasFailed ? wordsFor(text.tag).unknown : calendar.loading,
      dayFree: (...said) => count(calendar.dayFree(...said)),
      monthSays: (...said) => count(calendar.monthSays(...said)),
      notBefore: (day) => [calendar.notBefore(day), reason].filter(Boolean).join(' '),
      tooEarly: reason ? `${calendar.tooEarly}. ${reason}` : calendar.tooEarly,
    },
  };
}
