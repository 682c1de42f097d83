/** Questionnaires and responses that went wrong in any one place: refused with reasons or read whole, never a throw. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { QuestionnaireResponse } from '../../src/contract/index.ts';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import { evaluate, fromResponse, loadQuestionnaire, screen, toResponse } from '../../src/domain/checklist/index.ts';
import { runs, seed } from './scale.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const whole = JSON.parse(JSON.stringify(defaultChecklist)) as Json;
const context = { services: ['all', 'deep'], today: '2026-11-23' };

const pathsOf = (json: Json, at: Path = []): Path[] =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).flatMap(([key, value]) => [[...at, key], ...pathsOf(value, [...at, key])])
    : [];

/** Something else in place of what stands at a path: nothing, another type, a stranger's value, twice the same. */
const strange = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Json>(null, true, 0, -1, 1e308, '', 'x', [], {}, [[]], '\u0000', '2026-02-30', '__proto__'),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);
function changed(json: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  const copy = (Array.isArray(json) ? [...json] : { ...(json as object) }) as Record<string, Json>;
  if (rest.length > 0) copy[key] = changed(copy[key] ?? null, rest, value);
  else if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}
const mutated = (json: Json) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsOf(json)), strange), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((made, [path, value]) => changedIfThere(made, path, value), json));
function changedIfThere(json: Json, path: Path, value: Json | undefined): Json {
  let at: Json | undefined = json;
  for (const key of path.slice(0, -1)) at = (at as Record<string, Json> | null)?.[key];
  return typeof at === 'object' && at !== null ? changed(json, path, value) : json;
}

describe('a Questionnaire with something wrong in it', () => {
  it('is refused with reasons or read whole, and lets nobody book who has not answered', () =>
    fc.assert(
      fc.property(mutated(whole), (json) => {
        const { questionnaire, problems } = loadQuestionnaire(json);
        if (!questionnaire) return assert.ok(problems.length > 0);
        const { enabled, missing } = evaluate(questionnaire, {}, context);
        const { outcome } = screen(questionnaire, {}, context);
        assert.ok(missing.every((linkId) => enabled.has(linkId)));
        assert.ok(missing.length === 0 || outcome === 'incomplete' || outcome === 'call', outcome);
        return undefined;
      }),
      { numRuns: runs(1000), seed },
    ));
});

describe('a response with something wrong in it', () => {
  const { questionnaire } = loadQuestionnaire(whole);
  assert.ok(questionnaire);
  const first = questionnaire.items[0]!.items[0]!;
  const answered = toResponse(questionnaire, { [first.linkId]: [first.options[1]!.value] }, context);

  it('is refused by the contract, or read as answers that never book by themselves', () =>
    fc.assert(
      fc.property(mutated(JSON.parse(JSON.stringify(answered)) as Json), (json) => {
        const read = v.safeParse(QuestionnaireResponse, json);
        if (!read.success) return;
        const { outcome } = screen(questionnaire, fromResponse(questionnaire, read.output), context);
        assert.ok(outcome === 'incomplete' || outcome === 'call', outcome);
      }),
      { numRuns: runs(1000), seed },
    ));
});
