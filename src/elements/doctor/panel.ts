import type { Finding } from './finding.ts';
import { sheet } from './panel.styles.ts';

const titles = { broken: 'To mend', risky: 'To think about', fine: 'In order' } as const;

/** Shows what was found, before the booking, for as long as whoever looks wants to see it. */
export function showPanel(findings: readonly Finding[], booking: Element | null) {
  const host = document.createElement('myo-doctor-panel');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet()];
  root.append(
    element('section', { 'aria-label': 'myo-booking doctor' }, [
      element('h2', {}, [summaryOf(findings)]),
      element('p', {}, ['Take data-doctor off the tag when you are done, so that patients do not see this.']),
      ...(['broken', 'risky', 'fine'] as const).flatMap((kind) => group(kind, findings)),
      element('div', { class: 'row' }, [
        button('Copy all', () => copy(findings.map(asText).join('\n\n'))),
        button('Close', () => host.remove()),
      ]),
    ]),
  );
  const place = booking?.parentElement ?? document.body;
  place.insertBefore(host, booking?.parentElement ? booking : document.body.firstChild);
}

function group(kind: Finding['kind'], findings: readonly Finding[]): readonly Node[] {
  const found = findings.filter((finding) => finding.kind === kind);
  if (found.length === 0) return [];
  const list = element('ul', { class: kind }, found.map(item));
  const title = `${titles[kind]} (${found.length})`;
  if (kind === 'fine') return [element('details', {}, [element('summary', {}, [title]), list])];
  return [element('h3', {}, [title]), list];
}

const item = ({ says, advice, paste }: Finding) =>
  element('li', {}, [
    element('strong', {}, [says]),
    ...(advice ? [element('p', {}, [advice])] : []),
    ...(paste
      ? [
          element('div', { class: 'row' }, [
            element('code', { tabindex: '0' }, [paste]),
            button('Copy', () => copy(paste)),
          ]),
        ]
      : []),
  ]);

function summaryOf(findings: readonly Finding[]) {
  const broken = findings.filter(({ kind }) => kind === 'broken').length;
  const risky = findings.filter(({ kind }) => kind === 'risky').length;
  if (broken)
    return `Patients cannot book yet: ${broken === 1 ? 'one thing has' : `${broken} things have`} to be mended.`;
  return risky ? 'Patients can book. Please look at this:' : 'All is well: patients can book.';
}

const asText = ({ kind, says, advice = '', paste = '' }: Finding) =>
  [`${titles[kind]}: ${says}`, advice, paste].filter(Boolean).join('\n');

/** Where the clipboard is closed, what is to be pasted can still be selected. */
const copy = (text: string) => void navigator.clipboard?.writeText(text).catch(() => {});

const button = (label: string, act: () => void) => {
  const made = element('button', { type: 'button' }, [label]);
  made.addEventListener('click', act);
  return made;
};

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly (Node | string)[]) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
