/** Is the screening right? People in two lines, what a clinician would expect, and what the default checklist finds. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { screening } from '../domain/checklist/default/patient.ts';
import { cautious } from '../domain/checklist/default/persons/cautious.ts';
import { everyday } from '../domain/checklist/default/persons/everyday.ts';
import { illness } from '../domain/checklist/default/persons/illness.ts';
import type { Person } from '../domain/checklist/default/persons/person.ts';
import { today } from '../domain/checklist/default/persons/today.ts';

/** Mildest first. */
const severity = ['book', 'adapt', 'clearance', 'clinic', 'same-day', 'emergency'];
const worse = (one: string, other: string) => severity.indexOf(one) > severity.indexOf(other);

function find([, services, told, , on]: Person) {
  const { outcome, urgency = outcome, notBefore, ruledOut, sites, missing } = screening(told, services, on);
  assert.deepEqual(missing, []);
  return { outcome: urgency as string, notBefore, ruledOut: ruledOut.toSorted(), sites };
}

const rows: (readonly [expected: string, found: string, who: string, service: string])[] = [];
const note = ([who, services, , { outcome }]: Person, found: string) =>
  rows.push([outcome, found, who, services.at(-1)!]);

after(() => {
  for (const [expected, found, who, service] of rows)
    console.log(`${expected.padEnd(10)} ${found.padEnd(10)} ${found === expected ? ' ' : '!'} ${who} (${service})`);
  const [misses, stops] = [rows.filter(([e, f]) => worse(e, f)), rows.filter(([e, f]) => worse(f, e))];
  console.log(`${rows.length} persons, ${misses.length} missed, ${stops.length} stopped more than they should be`);
});

describe('persons', () => {
  for (const person of [...today, ...illness, ...everyday]) {
    const [who, services, , { outcome, notBefore, ruledOut = [], sites = [] }] = person;
    it(`${who} (${services.at(-1)}): ${outcome}`, () => {
      const found = find(person);
      note(person, found.outcome);
      assert.deepEqual(found, { outcome, notBefore, ruledOut: ruledOut.toSorted(), sites });
    });
  }

  for (const [person, drawn] of cautious)
    it(`${person[0]} (${person[1].at(-1)}): ${drawn}, rather than ${person[3].outcome}`, () => {
      const { outcome } = find(person);
      note(person, outcome);
      assert.equal(outcome, drawn);
      assert.ok(worse(outcome, person[3].outcome), 'a clinician would expect something milder');
    });

  it('are many, and every outcome is among them', () => {
    assert.ok(rows.length > 110, `${rows.length}`);
    assert.deepEqual(
      severity.filter((one) => !rows.some(([expected]) => expected === one)),
      [],
    );
  });
});
