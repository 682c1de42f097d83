/** What an answer leads to, in words that make a page of questions read like a table. */
import type { Extension } from './fhir.ts';
import { sources, type Source } from './sources.ts';

const screening = 'https://myo-booking.example/fhir/screening-outcome';

/** Where a rule applies, beside the answer that it hangs on. */
interface Limits {
  /** Screening codes; without any, every service. */
  readonly for?: readonly string[];
  /** Screening codes that are spared, whatever else the visit is. */
  readonly except?: readonly string[];
  /** linkId of the question that names the area to leave out. */
  readonly site?: string;
  readonly withinDays?: number;
  readonly beforeDays?: number;
  readonly notBeforeDays?: number;
}
type Rule = (patientText: string, therapistText: string, source: Source, limits?: Limits) => Extension;

const rule =
  (outcome: string, urgency?: string): Rule =>
  (patientText, therapistText, source, limits = {}) => ({
    url: screening,
    extension: [
      { url: 'outcome', valueCode: outcome },
      ...(urgency ? [{ url: 'urgency', valueCode: urgency }] : []),
      ...(limits.for ?? []).map((code) => ({ url: 'services', valueCode: code })),
      ...(limits.except ?? []).map((code) => ({ url: 'except', valueCode: code })),
      ...(['withinDays', 'beforeDays', 'notBeforeDays'] as const).flatMap((url) => {
        const valueInteger = limits[url];
        return valueInteger === undefined ? [] : [{ url, valueInteger }];
      }),
      ...(limits.site ? [{ url: 'site', valueString: limits.site }] : []),
      { url: 'patientText', valueString: patientText },
      { url: 'therapistText', valueString: therapistText },
      { url: 'source', valueString: sources[source] },
    ],
  });

/** Kinds of massage that have a code of their own, beside `all`. */
const kinds = ['deep', 'relax', 'mld', 'scar', 'prenatal', 'hot'];

/** A rule for all massage but these kinds: for every other kind, and for one that does not say of which kind it is. */
export const butFor = (spared: readonly string[], ruleFor: (limits: Limits) => Extension): readonly Extension[] => [
  ruleFor({ for: kinds.filter((kind) => !spared.includes(kind)) }),
  ruleFor({ for: ['all'], except: kinds }),
];

/** Booking goes on; the therapist reads about it. */
export const note = rule('book');
/** The treatment is changed to suit. */
export const adapt = rule('adapt');
/** A doctor says what is safe before the visit. */
export const clearance = rule('clearance');
/** What a patient reads where it is their own doctor who says so. */
export const askDoctor = 'Please ask your doctor first. We give you a page for them.';
export const callClinic = rule('call', 'clinic');
export const sameDay = rule('call', 'same-day');
export const emergency = rule('call', 'emergency');
/** A date that does not fit what was asked is most likely a wrong year: nobody is let through by it. */
export const wrongYear = (days: number, limits: Limits = {}): readonly Extension[] => {
  const tooLongAgo = { ...limits, beforeDays: days };
  return [
    note(
      'Please check the year of this date.',
      'The date does not fit the question: ask again.',
      'unverified',
      tooLongAgo,
    ),
    clearance(askDoctor, 'A date that does not fit the question.', 'unverified', tooLongAgo),
  ];
};
/** The visit has to wait; by itself it changes nothing else. */
export const wait = (days: number, patientText: string, therapistText: string, source: Source, limits: Limits = {}) =>
  note(patientText, therapistText, source, { ...limits, notBeforeDays: days });

/** These services cannot be booked; others can. */
export function ruleOut(
  codes: readonly string[],
  patientText: string,
  therapistText: string,
  source: Source,
): Extension {
  const { url, extension = [] } = note(patientText, therapistText, source, { for: codes });
  return { url, extension: [...extension, { url: 'ruleOut', valueBoolean: true }] };
}

export const noHeat = (therapistText: string) =>
  ruleOut(['hot'], 'Heat is not for you: skin that feels less burns easily.', therapistText, 'regulator');
