import { html, nothing } from 'lit';
import type { Marks } from './fields.ts';

/** Words above the three fields. */
export interface DateWords {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Its id is the start of the inputs' ids: `${id}-day`. */
interface DateField extends Marks {
  /** `YYYY-MM-DD`; with gaps, as far as it is typed; where `partial`, also `YYYY-MM` or `YYYY`. */
  readonly value: string;
  readonly words: DateWords;
  readonly locale: string;
  /** The year alone, or month and year, is enough. */
  readonly partial?: boolean | undefined;
  /** Start of the autocomplete tokens: `bday` makes `bday-day`. */
  readonly autocomplete?: string | undefined;
  readonly onInput: (value: string) => void;
  readonly onLeave?: (() => void) | undefined;
}

type Part = keyof DateWords;
const parts: readonly Part[] = ['year', 'month', 'day'];

/** A date as three fields, in the order of the locale: easier to type, and to say, than a calendar of eighty years. */
export function dateField(field: DateField) {
  const typed = Object.fromEntries(field.value.split('-').map((text, index) => [parts[index], text]));
  const input = (part: Part) => {
    const id = `${field.id}-${part}`;
    return html`
      <span part="field">
        <label part="label" for=${id}>${field.words[part]}</label>
        <input
          part="input"
          id=${id}
          data-part=${part}
          inputmode="numeric"
          maxlength=${part === 'year' ? 4 : 2}
          autocomplete=${field.autocomplete ? `${field.autocomplete}-${part}` : 'off'}
          aria-describedby=${field.described ?? nothing}
          aria-invalid=${!!field.invalid}
          .value=${shown(typed[part] ?? '')}
        />
      </span>
    `;
  };
  return html`
    <div
      part="date"
      @input=${(event: Event) => field.onInput(read(event.currentTarget as Element, field.partial))}
      @focusout=${(event: FocusEvent) => left(event) && field.onLeave?.()}
    >
      ${orderOf(field.locale).map(input)}
    </div>
  `;
}

const left = ({ currentTarget, relatedTarget }: FocusEvent) =>
  !(currentTarget as Element).contains(relatedTarget as Node);

const shown = (text: string) => text.replace(/^0(?=\d)/, '');

/** Day, month and year in the order in which a locale writes them. */
const orderOf = (locale: string) =>
  new Intl.DateTimeFormat(locale).formatToParts().flatMap(({ type }) => parts.filter((part) => part === type));

/** What the fields say together: padded once it is whole, else as typed, so that no digit is lost. */
function read(fields: Element, partial = false): string {
  const [year = '', month = '', day = ''] = parts.map((part) =>
    fields.querySelector<HTMLInputElement>(`[data-part=${part}]`)!.value.replace(/\D/g, ''),
  );
  if (!year && !month && !day) return '';
  const typed = [year, month, day];
  const used = partial ? typed.slice(0, day ? 3 : month ? 2 : 1) : typed;
  const whole = year.length === 4 && used.every(Boolean);
  return used.map((text, index) => (whole && index ? text.padStart(2, '0') : text)).join('-');
}
