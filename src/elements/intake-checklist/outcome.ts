import { html, nothing } from 'lit';
import type { OpeningHours } from '../../contract/catalog.ts';
import type { Reason } from '../../domain/checklist/questionnaire.ts';
import { isRuledOut, phonesFirst } from '../../domain/checklist/index.ts';
import { addDays } from '../../domain/day.ts';
import { late } from '../shared/late.ts';
import type { IntakeChecklist } from './intake-checklist.ts';

/** A treatment to offer instead; with its screening codes it is offered only where the answers allow it. */
export interface Alternative {
  readonly id: string;
  readonly name: string;
  readonly screening?: readonly string[];
  /** A part of what is chosen, which may be had alone: of a visit, or the treatment without what is added to it. */
  readonly part?: boolean;
}

/** What keeps the patient from booking this treatment online: a call first, else that the treatment is ruled out. */
export const blockerOf = ({ screening, services }: IntakeChecklist): Reason | undefined =>
  screening?.reasons.find(
    ({ ruleOut }) => screening.outcome === 'call' || (ruleOut && isRuledOut(screening, services)),
  );

/** What an answer means, right below it: calm where the therapist adapts, plain where a doctor or a call comes first. */
export function meaning(checklist: IntakeChecklist, linkId: string) {
  const blocker = blockerOf(checklist);
  if (blocker?.linkId === linkId) return blocked(checklist, blocker);
  const all = checklist.screening?.reasons ?? [];
  const reasons = all.filter((reason) => reason.linkId === linkId);
  const { clearance, clearanceHow } = checklist.text.checklist;
  const isDoctors = ({ outcome }: Reason) => outcome === 'clearance';
  const asksDoctor = reasons.some(isDoctors);
  const isFirst = all.find(isDoctors)?.linkId === linkId;
  const phones = phonesFirst(all, checklist.phoneFirst);
  // Nobody is sent to a doctor whom a therapist phones.
  const words = wordsOf(phones ? reasons.filter((reason) => !isDoctors(reason)) : reasons);
  if (words.length === 0 && !asksDoctor) return nothing;
  return html`
    <div part="note ${reasons.some(({ outcome }) => outcome === 'call') || asksDoctor ? '' : 'calm'}">
      ${asksDoctor ? html`<b>${clearance(phones)}</b>` : nothing} ${words.map(paragraph)}
      ${isFirst && !blocker ? html`<p part="hint">${clearanceHow(earliest(checklist), phones)}</p> ${offers(checklist, true)}` : nothing}
    </div>
  `;
}

/** Why this treatment cannot be booked online, in kind words, and always a way on. */
export function blocked(
  checklist: IntakeChecklist,
  { outcome, urgency = 'clinic', linkId }: Reason,
  elsewhere = false,
) {
  const { text, screening, goBackTo } = checklist;
  const words = text.checklist;
  const calls = outcome === 'call';
  const reasons = screening?.reasons.filter((reason) => reason.outcome === 'call' || reason.ruleOut) ?? [];
  const offered = urgency === 'clinic' ? offers(checklist) : nothing;
  return html`
    <div part="note" id="outcome" tabindex="-1">
      <b>${calls ? words[urgency] : words.ruledOut}</b>
      ${wordsOf(reasons).map(paragraph)}
      ${urgency === 'emergency' ? emergencyCall(checklist) : calls ? html`<p part="hint">${words.notBooked}</p>` : nothing}
      ${offered} ${calls || offered === nothing ? numbers(checklist) : nothing}
      ${calls && urgency !== 'emergency' ? callBack(checklist) : nothing}
      ${elsewhere ? html`<button part="link" class="start" @click=${() => goBackTo(linkId)}>${words.mistake}</button>` : nothing}
    </div>
  `;
}

/** An emergency stands alone: the number first, no way to book on, nothing that needs a network. */
export function stopScreen(checklist: IntakeChecklist) {
  const { emergency, whenBetter } = checklist.text.checklist;
  const reasons = checklist.screening?.reasons.filter(({ urgency }) => urgency === 'emergency') ?? [];
  return html`
    <div class="stack" part="stop">
      <h2 part="heading" id="outcome" tabindex="-1" aria-describedby="why">${emergency}</h2>
      <div id="why" class="close">${wordsOf(reasons).map(paragraph)}</div>
      ${emergencyCall(checklist)}
      <p>${whenBetter}</p>
      <div class="close">${numbers(checklist)}</div>
    </div>
  `;
}

/** When the answers postpone the visit: from when on. */
export function postponed({ screening, text, format, today }: IntakeChecklist) {
  const day = screening?.notBefore ?? '';
  return day > today ? html`<p part="note calm">${text.calendar.notBefore(format.day(day))}</p>` : nothing;
}

function earliest({ screening, format, today, leadDays }: IntakeChecklist) {
  const [, day = ''] = [leadDays && today ? addDays(today, leadDays) : '', screening?.notBefore ?? ''].sort();
  return day && format.day(day);
}

/** Other treatments that the answers leave open, each name once; of a visit its parts first, or alone where `onlyParts`. */
function offers(checklist: IntakeChecklist, onlyParts = false) {
  const { alternatives, services, screenFor, text, pick } = checklist;
  const stops = onlyParts ? /call|clearance/ : /call/;
  const open = alternatives.filter(({ name, screening, part }, index) => {
    const found = screenFor(screening ?? services)!;
    return (
      (part || !onlyParts) &&
      alternatives.findIndex((other) => other.name === name) === index &&
      !stops.test(found.outcome) &&
      !(screening && isRuledOut(found, screening))
    );
  });
  if (open.length === 0) return nothing;
  return html`
    <p>${text.checklist.instead}</p>
    <div class="row">
      ${open.map(({ id, name }) => html`<button part="button" @click=${() => pick(id)}>${name}</button>`)}
    </div>
  `;
}

function emergencyCall({ clinic, text }: IntakeChecklist) {
  const number = clinic?.emergencyNumber;
  return number
    ? html`<a part="urgent" href="tel:${number}">${text.checklist.callNumber(number)}</a>`
    : html`<p part="urgent">${text.checklist.callEmergency}</p>`;
}

/** The clinic's number, and when somebody answers it. */
function numbers({ text, format, clinic }: IntakeChecklist) {
  if (!clinic) return nothing;
  const hours = clinic.openingHours ?? clinic.locations[0]?.openingHours ?? [];
  const line = ({ days, from, to }: OpeningHours) => {
    const names = days.map((day) => format.weekday(day));
    const isRange = days.length > 2 && days.length - 1 === days.at(-1)! - days[0]!;
    const when = isRange ? `${names[0]} – ${names.at(-1)}` : format.list(names);
    return html`<small part="hours">${when}: ${format.range(`2024-01-01T${from}`, `2024-01-01T${to}`)}</small>`;
  };
  return html`
    <a part="button phone" href="tel:${clinic.phone.tel}">${text.shared.callUs(clinic.phone.text)}</a>
    ${hours.map(line)}
  `;
}

/** "Ask us to call you", where the clinic does. */
export const callBack = (checklist: IntakeChecklist) => late(checklist, 'call-back')?.callBack(html, checklist);

const paragraph = (line: string) => html`<p>${line}</p>`;

const wordsOf = (reasons: readonly Reason[]) => [
  ...new Set(reasons.map(({ patientText }) => patientText).filter(Boolean)),
];
