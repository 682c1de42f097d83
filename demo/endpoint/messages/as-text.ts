import type { Letter } from './letter.ts';

/** A letter as plain text. */
export const asText = ({ greeting, lines, facts, links, closing, sender }: Letter): string =>
  [
    ...(greeting ? [greeting] : []),
    ...lines,
    ...facts.map((one) => one.map(([name, value]) => `${name}: ${value}`).join('\n')),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    [...closing, sender].join('\n'),
  ].join('\n\n') + '\n';

/** A letter in one sentence and its links, for a phone. */
export const asShortText = ({ sender, short, links }: Letter): string =>
  [`${sender}: ${short}`, ...links.filter(({ longOnly }) => !longOnly).map(({ url }) => url)].join(' ');
