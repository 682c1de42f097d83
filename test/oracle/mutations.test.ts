/** Questionnaires and responses that went wrong in any one place: refused with reasons or read whole, never a throw. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { QuestionnaireResponse } from '../../src/contract/index.ts';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import {
  evaluate,
  fromResponse,
  loadQuestionnaire,
  screen,
  toResponse,
  type Screening,
} from '../../src/domain/checklist/index.ts';
import { stopsFor } from '../demo/endpoint/helpers/stopping.ts';
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

describe('the response of somebody who must be stopped, with something wrong in it', () => {
  const { questionnaire } = loadQuestionnaire(whole);
  assert.ok(questionnaire);
  const visits = [['all', 'deep'], ['all', 'mld'], ['all', 'hot'], ['pt']].map((services) => ({
    services,
    today: '2026-11-23',
    on: '2026-11-24',
  }));
  /** Complete responses, each of which stops its patient from this visit. */
  const stopping = visits.flatMap((visit) =>
    stopsFor(visit).map(({ name, answers }) => ({
      name,
      visit,
      response: JSON.parse(JSON.stringify(toResponse(questionnaire, answers, visit))) as Json,
    })),
  );
  type Stopping = (typeof stopping)[number];

  const screened = ({ visit }: Stopping, response: Json) =>
    screen(questionnaire, fromResponse(questionnaire, v.parse(QuestionnaireResponse, response)), visit);
  const isStopped = ({ outcome, ruledOut, notBefore = '' }: Screening, { services, on }: Stopping['visit']) =>
    /^(incomplete|clearance|call)$/.test(outcome) || ruledOut.some((code) => services.includes(code)) || notBefore > on;

  it('stops them as it was', () => {
    assert.ok(stopping.length > 200, `${stopping.length}`);
    for (const one of stopping) {
      const screening = screened(one, one.response);
      assert.deepEqual(screening.missing, [], one.name);
      assert.ok(isStopped(screening, one.visit), one.name);
    }
  });

  it('is refused by the contract, or stops them still', () => {
    let complete = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...stopping).chain((one) => fc.tuple(fc.constant(one), mutated(one.response))),
        ([one, json]) => {
          if (!v.is(QuestionnaireResponse, json)) return;
          const screening = screened(one, json);
          if (screening.outcome !== 'incomplete') complete += 1;
          assert.ok(isStopped(screening, one.visit), `${one.name}: ${screening.outcome}`);
        },
      ),
      { numRuns: runs(1000), seed },
    );
    console.log(`${complete} of ${runs(1000)} changed responses were still complete, and stopped`);
    assert.ok(complete > runs(50), 'many a response is complete, so that it is the answer that stops them');
  });
});
