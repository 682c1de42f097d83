import { html, nothing } from 'lit';
import { topicKinds, type Topic } from '../../domain/services.ts';
import type { ServicePicker } from './service-picker.ts';

/** As many topics as a phone shows at a glance. */
const FEW = 7;

interface Filter {
  readonly topics: readonly Topic[];
  /** The topic that the list is narrowed to. */
  readonly topic: Topic | undefined;
  readonly found: number;
  readonly more: boolean;
  readonly show: (code: string) => void;
  readonly toggle: () => void;
}

/** What the list can be narrowed to: a few topics, the rest behind "More", and how many treatments fit. */
export function topicFilter(picker: ServicePicker, filter: Filter) {
  const { topics, topic, found, more, show, toggle } = filter;
  if (topics.length < 2) return nothing;
  const words = picker.text.service;
  // One or two that are left over are no reason for a button.
  const few = topics.length > FEW + 2 ? FEW : topics.length;
  const chips = (of: readonly Topic[]) =>
    topicKinds
      .flatMap((kind) => of.filter((one) => one.kind === kind))
      .map(
        ({ code, kind }) => html`<button
          part="chip ${code === topic?.code ? 'selected' : ''}"
          aria-pressed=${code === topic?.code}
          data-code=${code}
          @click=${() => show(code)}
        >
          ${wordsOf(picker, { code, kind })}
        </button>`,
      );
  const rest = topics.slice(few);
  return html`
    <div part="topics" role="group" aria-label=${words.topics}>
      <div class="row">
        ${chips(topics.slice(0, few))}
        ${
          rest.length
            ? html`<button part="chip" class="more" aria-expanded=${more} @click=${toggle}>${words.more}</button>`
            : nothing
        }
      </div>
      ${
        more
          ? topicKinds.map((kind) => {
              const some = rest.filter((one) => one.kind === kind);
              return some.length
                ? html`<h3 part="subheading">${words.topicKinds[kind]}</h3>
                  <div class="row">${chips(some)}</div>`
                : nothing;
            })
          : nothing
      }
      <div class="row found">
        <span role="status">${topic ? words.found(found, wordsOf(picker, topic)) : nothing}</span>
        ${topic ? html`<button part="link" @click=${() => show('')}>${words.showAll}</button>` : nothing}
      </div>
    </div>
  `;
}

/** The words of a code; one that nobody knows is made readable: `elbow-wrist` is "Elbow or wrist". */
function wordsOf({ text, format }: ServicePicker, { code, kind }: Topic) {
  const parts = code.split(/[-_\s]+/).filter(Boolean);
  const readable = kind === 'bodyAreas' ? format.either(parts) : parts.join(' ');
  return text.service.topicWords[code] ?? readable.charAt(0).toLocaleUpperCase(format.locale) + readable.slice(1);
}
