/**
 * Which questions are asked, beside Medplum's `isQuestionEnabled`. Where the two disagree, the text of the standard
 * says why; a disagreement that nothing explains fails.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { isQuestionEnabled } from '@medplum/react-hooks';
import { evaluate, loadQuestionnaire, type Answers, type AnswerValue } from '../../src/domain/checklist/index.ts';
import { runs, seed } from './scale.ts';

type Json = Record<string, unknown>;
const codings = ['a', 'b', 'c'].map((code) => ({ system: 'urn:test', code }));

/** Three questions that others look at, of the types that have an order and those that have none. */
const asked = {
  choice: { values: codings, field: 'Coding', operators: ['=', '!=', 'exists'] },
  boolean: { values: [true, false], field: 'Boolean', operators: ['=', '!=', 'exists'] },
  integer: { values: [0, 1, 2, 3], field: 'Integer', operators: ['=', '!=', 'exists', '<', '<=', '>', '>='] },
  date: {
    values: ['2026-11-22', '2026-11-23', '2026-12-01'],
    field: 'Date',
    operators: ['=', '!=', 'exists', '<', '>='],
  },
} as const;
type Kind = keyof typeof asked;
const kinds = Object.keys(asked) as Kind[];

interface When {
  readonly question: Kind;
  readonly operator: string;
  readonly value: unknown;
}
const when: fc.Arbitrary<When> = fc.constantFrom(...kinds).chain((question) =>
  fc.constantFrom<string>(...asked[question].operators).chain((operator) => {
    const values: readonly unknown[] = operator === 'exists' ? [true, false] : asked[question].values;
    return fc.constantFrom(...values).map((value) => ({ question, operator, value }));
  }),
);
const toFhir = ({ question, operator, value }: When): Json => ({
  question,
  operator,
  [`answer${operator === 'exists' ? 'Boolean' : asked[question].field}`]: value,
});

const answers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    kinds.map((kind) => [
      kind,
      fc.option(
        fc.constantFrom<unknown>(...asked[kind].values).map((value) => [value]),
        { nil: [] },
      ),
    ]),
  ) as Record<Kind, fc.Arbitrary<AnswerValue[]>>,
);

const question = (kind: Kind): Json => ({
  linkId: kind,
  type: kind,
  text: kind,
  ...(kind === 'choice' && { answerOption: codings.map((valueCoding) => ({ valueCoding })) }),
});
const responseOf = (given: Answers) => ({
  resourceType: 'QuestionnaireResponse' as const,
  status: 'in-progress' as const,
  questionnaire: 'urn:q',
  item: kinds.map((kind) => ({
    linkId: kind,
    ...(given[kind]!.length > 0 && { answer: given[kind]!.map((value) => ({ [`value${asked[kind].field}`]: value })) }),
  })),
});

/** Why the standard is read as it is, where the other reads it otherwise. */
function explain(conditions: readonly When[], behavior: string, given: Answers): string | undefined {
  const isOpen = ({ question }: When) => given[question]!.length === 0;
  if (conditions.some((each) => each.operator === '!=' && isOpen(each)))
    return 'R5: "!=" holds where no answer is equal, so also where there is none';
  if (behavior === 'all' && conditions.some(isOpen))
    return 'R4: "=" wants at least one equal answer, so an unanswered question does not meet it';
  return undefined;
}

const disagreements = new Map<string, number>();
let compared = 0;
after(() => {
  console.log(`enableWhen beside Medplum: ${compared} compared`);
  for (const [why, count] of disagreements) console.log(`  ${count} apart: ${why}`);
});

describe('conditions, beside Medplum', () => {
  const cases = fc.tuple(fc.array(when, { minLength: 1, maxLength: 4 }), fc.constantFrom('all', 'any'), answers);

  it('hold alike, or the standard says why not', () =>
    fc.assert(
      fc.property(cases, ([conditions, enableBehavior, given]) => {
        const item = { linkId: 'q', type: 'string', text: 'q', enableWhen: conditions.map(toFhir), enableBehavior };
        const json = { resourceType: 'Questionnaire', url: 'urn:q', item: [...kinds.map(question), item] };
        const { questionnaire, problems } = loadQuestionnaire(json);
        assert.ok(questionnaire, JSON.stringify(problems));
        const ours = evaluate(questionnaire, given, { services: [] }).enabled.has('q');
        const theirs = isQuestionEnabled(item, responseOf(given));
        compared += 1;
        if (ours === theirs) return;
        const why = explain(conditions, enableBehavior, given);
        assert.ok(why, `ours ${ours}, theirs ${theirs}`);
        disagreements.set(why, (disagreements.get(why) ?? 0) + 1);
      }),
      { numRuns: runs(3000), seed },
    ));
});
