import { html, nothing } from 'lit';
import { topicKinds, type Topic, type TopicKind } from '../../domain/services.ts';
import type { ServicePicker } from './service-picker.ts';

/** As many topics as a phone shows at a glance. */
const FEW = 7;

/** What the list can be narrowed to: a few topics, the rest behind "More", and how many treatments fit. */
export function topicFilter(picker: ServicePicker, topics: readonly Topic[], topic: Topic | undefined, found: number) {
  if (topics.length < 2) return nothing;
  const { more, show } = picker;
  const words = picker.text.service;
  // One or two that are left over are no reason for a button.
  const few = topics.length > FEW + 2 ? FEW : topics.length;
  const first = topics.filter((one, index) => index < few || (one === topic && !more));
  const chips = (of: readonly Topic[], kind: TopicKind) =>
    of
      .filter((one) => one.kind === kind)
      .map(
        (one) => html`<button
          part="chip ${one === topic ? 'selected' : ''}"
          aria-pressed=${one === topic}
          @click=${() => show(one.code)}
        >
          ${wordsOf(picker, one)}
        </button>`,
      );
  return html`
    <div part="topics" role="group" aria-label=${words.topics}>
      <div class="row">
        ${topicKinds.map((kind) => chips(first, kind))}
        ${
          topics.length > few
            ? html`<button part="chip more" aria-expanded=${more} @click=${() => (picker.more = !more)}>${words.more}</button>`
            : nothing
        }
      </div>
      ${
        more
          ? topicKinds.map((kind) => {
              const rest = chips(topics.slice(few), kind);
              return rest.length
                ? html`<h3 part="subheading">${words.topicKinds[kind]}</h3>
                  <div class="row">${rest}</div>`
                : nothing;
            })
          : nothing
      }
      <div class="row">
        <span part="found" role="status">${topic && words.found(found, wordsOf(picker, topic))}</span>
        ${topic && html`<button part="link" @click=${() => show('')}>${words.showAll}</button>`}
      </div>
    </div>
  `;
}

/** The words of a code; one that nobody knows is made readable: `elbow-wrist` is "Elbow or wrist". */
function wordsOf({ text, format }: ServicePicker, { code, kind }: Topic) {
  const parts = code.split(/[-_\s]+/).filter(Boolean);
  const readable = kind === 'bodyAreas' ? format.either(parts) : parts.join(' ');
  return text.service.topicWords[code] ?? format.capital(readable);
}
