import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const suite = fileURLToPath(new URL('../crash/hold-limit.test.ts', import.meta.url));
const nowhere = 'postgres://postgres@127.0.0.1:1/postgres';

describe('Where no PostgreSQL is to be had, a suite', () => {
  const cases: readonly (readonly [ci: string, status: number, says: RegExp])[] = [
    ['', 0, /left out: no PostgreSQL at postgres:\/\/postgres@127\.0\.0\.1:1/],
    ['true', 1, /CI needs a PostgreSQL; there is none at postgres:\/\/postgres@127\.0\.0\.1:1/],
  ];
  for (const [ci, status, says] of cases)
    it(ci ? 'fails under CI=true' : 'says what it leaves out', () => {
      const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
      const ran = spawnSync(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=spec', suite], {
        env: { ...environment, CI: ci, TEST_DATABASE_URL: nowhere },
        encoding: 'utf8',
      });
      assert.equal(ran.status, status, ran.stdout + ran.stderr);
      assert.match(ran.stdout, says);
    });
});
