import { expect } from '@open-wc/testing';
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import { spanish } from '../../../../src/domain/checklist/default/spanish/index.ts';
import { loadQuestionnaire, type Item, type Questionnaire } from '../../../../src/domain/checklist/index.ts';

const resource: unknown = JSON.parse(JSON.stringify(defaultChecklist));
const { questionnaire: english } = loadQuestionnaire(resource);
const inSpanish = (language: string) => loadQuestionnaire(resource, language).questionnaire!;

/** Everything that a patient may read, in order. */
const read = ({ title, items }: Questionnaire): readonly string[] => [title, ...items.flatMap(readOf)];
const readOf = ({ text, help, options, rules, items }: Item): readonly string[] => [
  text,
  help,
  ...options.map(({ label }) => label),
  ...[...rules, ...options.flatMap((option) => option.rules)].map(({ patientText }) => patientText),
  ...items.flatMap(readOf),
];

describe('the default checklist in Spanish', () => {
  const texts = read(english!);

  it('says everything, and nothing that the English does not say', () => {
    const wanted = new Set(texts.filter(Boolean));
    expect([...wanted].filter((text) => !spanish[text])).to.eql([]);
    expect(Object.keys(spanish).filter((text) => !wanted.has(text))).to.eql([]);
  });

  it('is what a Spanish page loads, word for word', () => {
    const expected = texts.map((text) => spanish[text] ?? '');
    expect(read(inSpanish('es'))).to.eql(expected);
    expect(read(inSpanish('es-MX'))).to.eql(expected);
    expect(read(inSpanish('pl'))).to.eql(texts);
  });

  it('asks and screens alike', () => {
    const bare = (questionnaire: Questionnaire) =>
      JSON.stringify(questionnaire, (key, value: unknown) =>
        /^(title|text|label|display|patientText)$/.test(key) ? undefined : value,
      );
    expect(bare(inSpanish('es'))).to.equal(bare(english!));
  });
});
