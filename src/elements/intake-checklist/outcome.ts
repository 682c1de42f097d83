import { html, nothing } from 'lit';
import type { Clinic, OpeningHours } from '../../contract/catalog.ts';
import type { Reason, Screening } from '../../domain/checklist/questionnaire.ts';
import { ServiceSelectEvent } from '../../events.ts';
import type { IntakeChecklist } from './intake-checklist.ts';

/** Whether the answers so far keep the patient from booking this treatment online. */
export const isBlocked = (checklist: IntakeChecklist) =>
  checklist.screening?.outcome === 'call' || isRuledOut(checklist);

const isRuledOut = ({ screening, services }: IntakeChecklist) =>
  services.some((code) => screening?.ruledOut.includes(code));

/** What an answer means, right below it: calm where the therapist adapts, plain where a doctor or a call comes first. */
export function reasonNotes(checklist: IntakeChecklist, linkId: string) {
  const { screening, text } = checklist;
  const reasons = (screening?.reasons ?? []).filter((reason) => reason.linkId === linkId && reason.outcome !== 'book');
  const worst =
    reasons.find(({ outcome }) => outcome === 'call') ?? reasons.find(({ outcome }) => outcome === 'clearance');
  if (worst?.outcome === 'call') return callNote(checklist, reasons);
  const words = [...new Set(reasons.map(({ patientText }) => patientText).filter(Boolean))];
  if (words.length === 0) return nothing;
  return html`
    <div part="note ${worst ? '' : 'calm'}">
      ${worst ? html`<b>${text.checklist.clearance}</b>` : nothing} ${words.map((line) => html`<p>${line}</p>`)}
      ${worst ? html`<p part="hint">${text.checklist.clearanceHow}</p>` : nothing}
    </div>
  `;
}

/** No booking online: why, in kind words, and whom to call when. */
function callNote(checklist: IntakeChecklist, reasons: readonly Reason[]) {
  const { screening, text, clinic } = checklist;
  const sameDay = screening?.urgency === 'same-day';
  return html`
    <div part="note">
      <b>${sameDay ? text.checklist.sameDay : text.checklist.call}</b>
      ${unique(reasons).map((line) => html`<p>${line}</p>`)}
      <p part="hint">${text.checklist.notBooked}</p>
      ${numbers(checklist, clinic)}
    </div>
  `;
}

/** An emergency stands alone: the number first, no calendar, nothing that needs a network. */
export function stopScreen(checklist: IntakeChecklist, { reasons }: Screening) {
  const { text, clinic, goBackTo } = checklist;
  const [first] = reasons;
  const number = clinic?.emergencyNumber;
  return html`
    <div class="stack" role="alert">
      <h2 part="heading" tabindex="-1">${text.checklist.emergency}</h2>
      ${unique(reasons.filter(({ outcome }) => outcome === 'call')).map((line) => html`<p>${line}</p>`)}
      ${
        number
          ? html`<a part="urgent" href="tel:${number}">${text.checklist.callNumber(number)}</a>`
          : html`<p part="urgent">${text.checklist.callEmergency}</p>`
      }
      <p>${text.checklist.notBooked} ${text.checklist.whenBetter}</p>
      ${numbers(checklist, clinic)}
      <button part="link" class="start" @click=${() => goBackTo(first?.linkId ?? '')}>${text.checklist.mistake}</button>
    </div>
  `;
}

/** Another treatment is offered before anything harsher is said. */
export function ruledOutNote(checklist: IntakeChecklist) {
  const { text, alternatives, screening } = checklist;
  if (!isRuledOut(checklist) || screening?.outcome === 'call') return nothing;
  return html`
    <div part="note" id="outcome" tabindex="-1">
      <b>${text.checklist.ruledOut}</b>
      ${
        alternatives.length > 0
          ? html`
            <p>${text.checklist.instead}</p>
            <div class="row">
              ${alternatives.map(
                ({ id, name }) => html`
                  <button part="button" @click=${() => checklist.dispatchEvent(new ServiceSelectEvent(id))}>${name}</button>
                `,
              )}
            </div>
          `
          : numbers(checklist, checklist.clinic)
      }
    </div>
  `;
}

export function postponed({ screening, text, format, today }: IntakeChecklist) {
  const day = screening?.notBefore;
  return day && day > today ? html`<p part="note calm">${text.calendar.notBefore(format.day(day))}</p>` : nothing;
}

function numbers({ text, format }: IntakeChecklist, clinic: Clinic | undefined) {
  if (!clinic) return nothing;
  const hours = clinic.openingHours ?? clinic.locations[0]?.openingHours ?? [];
  const line = ({ days, from, to }: OpeningHours) => {
    const names = days.map((day) => format.weekday(day));
    const range = days.every((day, index) => day === days[0]! + index) && days.length > 2;
    const when = range ? `${names[0]} – ${names.at(-1)}` : format.list(names);
    return html`<small>${when}: ${format.timeRange(`2024-01-01T${from}`, `2024-01-01T${to}`)}</small>`;
  };
  return html`
    <a part="button phone" href="tel:${clinic.phone.tel}">${text.shared.callUs(clinic.phone.text)}</a>
    ${hours.map(line)}
  `;
}

const unique = (reasons: readonly Reason[]) => [
  ...new Set(reasons.map(({ patientText }) => patientText).filter(Boolean)),
];
