import assert from 'node:assert/strict';
import { it } from 'node:test';
import { everyAnswer } from '../../../demo/conformance/core/every-answer.ts';
import { levels } from '../../../demo/conformance/levels.ts';
import { coreFaults } from './helpers/core-faults.ts';
import { levelFaults } from './helpers/level-faults.ts';

it('Every check of the kit catches some broken endpoint, and every one that is named is a check', () => {
  const checks = [...Object.values(levels).flat(), ...everyAnswer].map(({ name }) => name);
  const caught = [...coreFaults, ...Object.values(levelFaults).flat()].flatMap(([, , ...names]) => names);
  assert.deepEqual(
    { idle: checks.filter((name) => !caught.includes(name)), unknown: caught.filter((name) => !checks.includes(name)) },
    { idle: [], unknown: [] },
  );
});
