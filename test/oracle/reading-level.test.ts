/** How hard the default checklist is to read, as a library reckons it: whoever has read six years at school has to manage. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import readability from 'text-readability';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import { loadQuestionnaire, type Item } from '../../src/domain/checklist/index.ts';

const { questionnaire } = loadQuestionnaire(JSON.parse(JSON.stringify(defaultChecklist)));
const all = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => [item, ...all(item.items)]);

/** Every sentence that a patient reads of an item; answers of a word or two would only make it look easier. */
const sentencesOf = ({ text, help, options, rules }: Item) =>
  [text, help, ...[...rules, ...options.flatMap((one) => one.rules)].map(({ patientText }) => patientText)].filter(
    (words) => /[.?!]$/.test(words),
  );

const gradeOf = (items: readonly Item[]) =>
  readability.fleschKincaidGrade([...new Set(all(items).flatMap(sentencesOf))].join(' '));

describe('The default checklist', () => {
  it('reads like the sixth grade at most, page by page and as a whole', () => {
    const pages = questionnaire!.items.map((page) => [page.linkId, gradeOf([page])] as const);
    console.log('grades', Object.fromEntries(pages), 'as a whole', gradeOf(questionnaire!.items));
    const leaflet = 'Please obtain documented authorisation from your anticoagulation practitioner before continuing.';
    assert.ok(readability.fleschKincaidGrade(leaflet) > 12, 'a hard sentence is seen');
    assert.ok(gradeOf(questionnaire!.items) <= 6);
    assert.deepEqual(
      pages.filter(([, grade]) => grade > 6),
      [],
    );
  });

  it('has no sentence that asks for more than nine years at school', () => {
    const hard = all(questionnaire!.items)
      .flatMap(sentencesOf)
      .filter((words) => readability.fleschKincaidGrade(words) > 9);
    assert.deepEqual(hard, []);
  });
});
