/**
 * The script of a page for the longer form: `dist/myo-forms.js`, or `myo-booking/forms` from npm, brings
 * `<myo-visit-forms endpoint="…">` and what it asks with.
 */
import { IntakeChecklist } from './elements/intake-checklist/intake-checklist.ts';
import { VisitForms } from './elements/visit-forms/visit-forms.ts';

for (const [tag, element] of [
  ['myo-intake-checklist', IntakeChecklist],
  ['myo-visit-forms', VisitForms],
] as const)
  if (!customElements.get(tag)) customElements.define(tag, element);

export type { VisitForms };

declare global {
  interface HTMLElementTagNameMap {
    'myo-visit-forms': VisitForms;
  }
}
