import type { BookingFlow } from '../../booking/booking.ts';
import { fine, type Check, type Finding } from '../finding.ts';

const besides = ['target', 'doctor', 'lang'];

/** Whether the tag is there once, and each of its attributes is one that is known. */
export const checkTag: Check = ({ tags }) => {
  const { observedAttributes = [] } = (customElements.get('myo-booking') ?? {}) as Partial<typeof BookingFlow>;
  const known = [...besides, ...observedAttributes];
  const findings: readonly (Finding | false)[] = [
    ...tags.flatMap(({ attributes }) =>
      [...attributes]
        .filter(({ name }) => name.startsWith('data-') && !known.includes(name.slice(5)))
        .map(({ name }) => unknown(name, known)),
    ),
    ...tags.map(({ integrity, crossOrigin }) => Boolean(integrity && crossOrigin === null) && unpinned),
    copies().length > 1 && doubled(copies()),
    hasTwins(tags) && twins,
  ];
  const found = findings.filter((finding) => finding !== false);
  return found.length ? found : [fine('The tag stands on the page once, and every attribute of it is known.')];
};

const unknown = (name: string, known: readonly string[]): Finding => ({
  kind: 'risky',
  says: `The tag has an attribute ${name} that means nothing.`,
  advice: `Attributes that are known: ${known.map((each) => `data-${each}`).join(', ')}.`,
});

const unpinned: Finding = {
  kind: 'risky',
  says: 'The tag has integrity, but not crossorigin: browsers then refuse the file.',
  advice: 'Add this to the tag.',
  paste: 'crossorigin="anonymous"',
};

const doubled = (addresses: readonly string[]): Finding => ({
  kind: 'risky',
  says: 'The file is loaded from several addresses; only the first that arrives does anything.',
  advice: `Keep one of: ${addresses.join(', ')}.`,
});

/** Addresses of the one tag, also where it only brings the elements for a page's own `<myo-booking>`. */
const copies = () => [
  ...new Set([...document.scripts].map(({ src }) => src).filter((src) => /\/myo(\.\w+)?\.js(\?|$)/.test(src))),
];

const twins: Finding = {
  kind: 'risky',
  says: 'Two tags bring the same booking to the same place.',
  advice: 'Take one of them away, or give it a place of its own with data-target.',
};

const hasTwins = (tags: readonly HTMLScriptElement[]) => {
  const places = tags
    .filter(({ dataset }) => dataset['endpoint'])
    .map(({ dataset }) => `${dataset['endpoint']} ${dataset['target'] ?? ''} ${dataset['services'] ?? ''}`);
  return new Set(places).size < places.length;
};
