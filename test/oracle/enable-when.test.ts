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

/** Questions that others look at, of the types that have an order and those that have none. */
const asked = {
  choice: { values: codings, field: 'Coding', operators: ['=', '!=', 'exists'] },
  boolean: { values: [true, false], field: 'Boolean', operators: ['=', '!=', 'exists'] },
  decimal: { values: [0.5, 1, 1.5], field: 'Decimal', operators: ['=', '!=', 'exists', '<', '<=', '>', '>='] },
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
      fc.option(fc.subarray<unknown>([...asked[kind].values], { minLength: 1, maxLength: kind === 'choice' ? 3 : 1 }), {
        nil: [],
      }),
    ]),
  ) as Record<Kind, fc.Arbitrary<AnswerValue[]>>,
);

const question = (kind: Kind): Json => ({
  linkId: kind,
  type: kind,
  text: kind,
  ...(kind === 'choice' && { repeats: true, answerOption: codings.map((valueCoding) => ({ valueCoding })) }),
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

/** Why the standard is read as it is, where the other reads it otherwise, and which of the two asks the question then. */
function explain(conditions: readonly When[], behavior: string, given: Answers, ours: boolean): string | undefined {
  const isOpen = ({ question }: When) => given[question]!.length === 0;
  const differs = conditions.filter(({ operator }) => operator === '!=');
  if (ours && differs.some(isOpen)) return 'R5: "!=" holds where no answer is equal, so also where there is none';
  if (!ours && differs.some(({ question, value }) => given[question]!.length > 1 && isAmong(given[question]!, value)))
    return 'R5: "!=" does not hold where one of several answers is equal';
  const several = conditions.filter(({ question }) => given[question]!.length > 1);
  if (ours && several.some(({ question, operator, value }) => operator === '=' && isAmong(given[question]!, value)))
    return 'R4: "=" holds where at least one of several answers is equal, not only where each is';
  if (!ours && behavior === 'all' && conditions.some(isOpen))
    return 'R4: "=" wants at least one equal answer, so an unanswered question does not meet it';
  return undefined;
}
const isAmong = (values: readonly unknown[], value: unknown) =>
  values.some((each) => JSON.stringify(each) === JSON.stringify(value));

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
        const why = explain(conditions, enableBehavior, given, ours);
        assert.ok(why, `ours ${ours}, theirs ${theirs}`);
        disagreements.set(why, (disagreements.get(why) ?? 0) + 1);
      }),
      { numRuns: runs(3000), seed },
    ));

  /** Questions that each wait for one before them, some inside others, so that what is out takes others along. */
  const tree = fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.option(fc.constantFrom('yes', 'no'))), {
    minLength: 3,
    maxLength: 12,
  });
  const yesOrNo = ['yes', 'no'].map((code) => ({ valueCoding: { system: 'urn:test', code } }));
  interface Node {
    readonly id: string;
    readonly parent: string | undefined;
    readonly before: string | undefined;
    readonly said: string | null;
  }

  it('ask in chains and trees as the oracle does, level by level', () =>
    fc.assert(
      fc.property(tree, (drawn) => {
        const nodes = drawn.map(([at, inside, said], index): Node => ({
          id: `q${index}`,
          parent: inside && index > 0 ? `q${at % index}` : undefined,
          before: index > 0 ? `q${(at * 7) % index}` : undefined,
          said,
        }));
        const conditionOf = ({ before }: Node) =>
          before
            ? [{ question: before, operator: '=' as const, answerCoding: { system: 'urn:test', code: 'yes' } }]
            : [];
        const item = (node: Node): Json => {
          const inner = nodes.filter(({ parent }) => parent === node.id).map(item);
          return {
            linkId: node.id,
            type: 'choice',
            text: node.id,
            answerOption: yesOrNo,
            ...(node.before && { enableWhen: conditionOf(node) }),
            ...(inner.length > 0 && { item: inner }),
          };
        };
        const json = { resourceType: 'Questionnaire', item: nodes.filter(({ parent }) => !parent).map(item) };
        const { questionnaire, problems } = loadQuestionnaire(json);
        assert.ok(questionnaire, JSON.stringify(problems));
        const given = Object.fromEntries(
          nodes.map(({ id, said }) => [id, said ? [{ system: 'urn:test', code: said }] : []]),
        );
        const { enabled } = evaluate(questionnaire, given, { services: [] });

        // R4: what stands inside an item that is out is out; R5: a condition on it sees no answer.
        const theirs = new Set<string>();
        for (const node of nodes) {
          const item = [...theirs].map((id) => ({
            linkId: id,
            ...(given[id]!.length > 0 && { answer: given[id]!.map((valueCoding) => ({ valueCoding })) }),
          }));
          const response = { ...responseOf({ choice: [], boolean: [], decimal: [], integer: [], date: [] }), item };
          const asks = {
            linkId: node.id,
            type: 'choice' as const,
            ...(node.before && { enableWhen: conditionOf(node) }),
          };
          if ((!node.parent || theirs.has(node.parent)) && isQuestionEnabled(asks, response)) theirs.add(node.id);
        }
        assert.deepEqual([...enabled].sort(), [...theirs].sort());
      }),
      { numRuns: runs(1000), seed },
    ));

  it('hold for a date that may lie on either side, and for no other', () => {
    const holds = (operator: string, answerDate: string, said: string) => {
      const item = { linkId: 'q', type: 'string', enableWhen: [{ question: 'date', operator, answerDate }] };
      const { questionnaire } = loadQuestionnaire({ resourceType: 'Questionnaire', item: [question('date'), item] });
      return evaluate(questionnaire!, { date: [said] }, { services: [] }).enabled.has('q');
    };
    const month = fc.integer({ min: 1, max: 12 }).map((each) => `2026-${String(each).padStart(2, '0')}`);
    const day = fc
      .tuple(month, fc.integer({ min: 1, max: 28 }))
      .map(([of, each]) => `${of}-${String(each).padStart(2, '0')}`);
    fc.assert(
      fc.property(month, day, (said, expected) => {
        const days = Array.from({ length: 31 }, (_, index) => `${said}-${String(index + 1).padStart(2, '0')}`);
        const real = days.filter((each) => new Date(each).toJSON()?.startsWith(each));
        assert.equal(holds('=', expected, said), real.includes(expected));
        assert.equal(
          holds('>', expected, said),
          real.some((each) => each > expected),
        );
        assert.equal(
          holds('<=', expected, said),
          real.some((each) => each <= expected),
        );
      }),
      { numRuns: runs(300), seed },
    );
  });
});
