import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import {
  evaluate,
  toResponse,
  type Answers,
  type Item,
  type Questionnaire,
} from '../../../../src/domain/checklist/index.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const services = ['all', 'deep'];

onEveryDatabase('The default checklist', (db) => {
  const checklist = loadChecklist(defaultChecklist, ['en', 'es']);
  const questionnaire = checklist.questionnaireIn('en');

  const book = async (given: Answers) => {
    const maria = testEndpoint(db(), { checklist }).patient();
    const { token } = (await maria.holds(nine)).body;
    const response = toResponse(questionnaire, given, { services });
    return maria.books(token, { ...booking(), checklist: response });
  };

  it('lets a healthy patient book', async () => {
    const answer = await book(healthy(questionnaire));
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.equal(answer.body.status, 'booked');
  });

  it('stops a patient whose chest hurts', async () => {
    const [first] = questionsOf(questionnaire.items);
    const worst = first?.options.find(({ rules }) => rules.some(({ outcome }) => outcome === 'call'));
    assert.ok(first && worst);
    const answer = await book({ ...healthy(questionnaire), [first.linkId]: [worst.value] });
    assert.equal(answer.problem, 'call-clinic');
  });

  it('is not passed with a question left open', async () => {
    const { [questionsOf(questionnaire.items)[0]?.linkId ?? '']: _first, ...rest } = healthy(questionnaire);
    const answer = await book(rest);
    assert.equal(answer.problem, 'invalid');
    assert.match(answer.body.errors[0].detail, /^Please answer: /);
  });
});

const questionsOf = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [
    ...(item.type === 'group' || item.type === 'display' ? [] : [item]),
    ...questionsOf(item.items),
  ]);

/** Answers whatever is asked with "none of these", or else with the first answer that no rule looks at. */
function healthy(questionnaire: Questionnaire): Answers {
  const answers: Record<string, Answers[string]> = {};
  for (;;) {
    const { missing } = evaluate(questionnaire, answers, { services });
    if (missing.length === 0) return answers;
    for (const linkId of missing) {
      const item = questionsOf(questionnaire.items).find((one) => one.linkId === linkId);
      assert.ok(item, linkId);
      const { type, options } = item;
      const harmless = options.find(({ exclusive }) => exclusive) ?? options.find(({ rules }) => rules.length === 0);
      answers[linkId] = [harmless?.value ?? (type === 'integer' ? 2 : type === 'date' ? '2026-06-20' : 'A quiet hour')];
    }
  }
}
