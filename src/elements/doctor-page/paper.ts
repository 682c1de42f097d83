import type { Letter } from './letter.ts';
import type { DoctorPageWords } from './words.ts';

/** What a style sheet may reach by the same name. */
const named = new Set(['paper', 'reasons', 'boxes']);

/** The page as it is seen and printed, made in the document that shows it. */
export function paper(page: Document, letter: Letter, words: DoctorPageWords): Element {
  const { title, intro, facts, reasons, reply, clinic } = letter;
  const make = (tag: string, content: string | readonly Node[] = '', className = '') => {
    const element = page.createElement(tag);
    if (className) element.className = className;
    if (named.has(className)) element.setAttribute('part', className);
    if (typeof content === 'string') element.textContent = content;
    else element.append(...content);
    return element;
  };
  const line = (label: string) => make('p', [make('span', label)], 'line');
  const list = (className: string, items: readonly (readonly string[])[]) =>
    make(
      'ul',
      items.map(([words = '', answer = '']) =>
        make('li', [make('span', words), page.createTextNode(' '), make('b', answer)]),
      ),
      className,
    );
  return make(
    'article',
    [
      make('h4', title),
      make('p', intro),
      make(
        'dl',
        facts.filter(([, fact]) => fact).map(([term, fact]) => make('div', [make('dt', term), make('dd', fact)])),
      ),
      ...(reasons.length > 0
        ? [make('h5', words.why), list('reasons', reasons), make('small', words.noDiagnosis)]
        : []),
      make('h5', words.answer),
      list(
        'boxes',
        words.answers.map((answer) => [answer]),
      ),
      ...[words.validUntil, words.doctor, words.signed].map(line),
      make('p', words.agreed, 'agreed'),
      line(words.signed),
      make('h5', reply),
      make('address', clinic.join(' · ')),
    ],
    'paper',
  );
}
