import type { BookingSummary } from '../booking-summary/booking-summary.ts';
import type { labelled, typed } from '../shared/fields.ts';
import { wordsFor } from './words.ts';

/** Where the code is typed that was sent to a new patient's e-mail address or phone. */
export function contactCode(summary: BookingSummary, drawField: typeof labelled, drawInput: typeof typed) {
  const { code: words } = wordsFor(summary.text.tag);
  return drawField({ id: 'code', words, help: undefined }, (marks) =>
    drawInput({
      ...marks,
      type: 'number',
      autocomplete: 'one-time-code',
      value: summary.code ?? '',
      longest: 20,
      onInput: (code) => (summary.code = code),
    }),
  );
}
