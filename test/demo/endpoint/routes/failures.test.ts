import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf } from '../../../../demo/endpoint/routes/failures.ts';

const coded = (code: string) => Object.assign(new Error('Maria Santos'), { code });

describe('A failure that nobody foresaw', () => {
  const failures: readonly (readonly [what: string, error: unknown, retryAfter: number | undefined])[] = [
    ['a pool that is used up', new Error('timeout exceeded when trying to connect'), 2],
    ['a connection that takes too long', new Error('Connection terminated due to connection timeout'), 2],
    ['a connection that ends', new Error('Connection terminated unexpectedly'), 2],
    ['a deadlock', coded('40P01'), 2],
    ['a database that is not up', coded('ECONNREFUSED'), 2],
    ['a fault of our own', new TypeError('Maria Santos is not a function'), undefined],
    ['something that is no error', 'Maria Santos', undefined],
  ];
  for (const [what, error, retryAfter] of failures)
    it(`such as ${what} is ${retryAfter ? 'worth another try' : 'our fault'}, and logged without what it says`, () => {
      const logged: object[] = [];
      const { problem, more } = refusalOf(error, (event) => void logged.push(event));
      assert.equal(problem, 'unavailable');
      assert.deepEqual([more.status, more.retryAfter], retryAfter ? [undefined, 2] : [500, undefined]);
      assert.equal(logged.length, 1);
      assert.ok(!JSON.stringify(logged).includes('Maria'));
    });
});
