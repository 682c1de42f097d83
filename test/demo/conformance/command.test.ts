import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { onPostgres } from '../endpoint/helpers/databases.ts';
import { onAPort } from './helpers/on-a-port.ts';
import { small } from './helpers/small.ts';
import { clinicFile, startServer } from '../endpoint/helpers/server-process.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const origin = 'https://cedar.example';
/** Where whole transcripts are kept, for whoever wants to read them. */
const kept = process.env['TRANSCRIPTS'];

/** What somebody who writes an endpoint types; answers what it printed and its exit code. */
function conformance(...options: readonly string[]) {
  const child = spawn('npm', ['run', '--silent', 'conformance', '--', ...options], { cwd: root });
  let printed = '';
  child.stdout.on('data', (data) => (printed += data));
  child.stderr.on('data', (data) => (printed += data));
  return new Promise<{ code: number | null; printed: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, printed })),
  );
}

/** The transcript in short: how many of each level passed, and every line about what did not. */
function inShort(printed: string): readonly string[] {
  const passed = [...printed.matchAll(/^✔ (\w+):/gm)].map(([, level]) => level!);
  const counts = [...new Set(passed)].map((level) => `✔ ${level}: ${passed.filter((one) => one === level).length}`);
  return [...counts, ...printed.split('\n').filter((line) => /^[✖–]|^ {4}\S|\d+ passed/.test(line))];
}

async function passes(name: string, environment: Record<string, string>) {
  const server = await startServer({
    RATE_LIMIT: '10000',
    LOG_LEVEL: 'error',
    ALLOWED_ORIGINS: origin,
    ...environment,
  });
  const { code, printed } = await conformance(server.url, '--level', 'all', '--origin', origin, '--wait', '0');
  assert.equal(await server.kill('SIGTERM'), 0);
  console.log([`The kit, as a command, on ${name}:`, ...inShort(printed)].join('\n'));
  if (kept) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `conformance-${name}.txt`), printed);
  }
  assert.equal(code, 0, printed);
  const leftOut = [...printed.matchAll(/^– (.*)$/gm)].map(([, check]) => check);
  // Only what takes minutes of waiting.
  assert.deepEqual(leftOut, [
    'core: a hold that ran out keeps nobody from its place',
    'core: a late hold whose place nobody took is honoured',
    'manage: a booking is cancelled as a whole, and its time becomes free',
  ]);
  assert.ok(Number(/^(\d+) passed, 0 failed, 3 left out/m.exec(printed)?.[1]) >= 60, printed);
}

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-kit-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('The kit as a command', () => {
  it('passes the reference endpoint as a server of its own on PGlite', () =>
    passes('PGlite', { CLINIC: clinicFile(folder) }));

  it('says how it is used', async () => {
    const { code, printed } = await conformance('--level', 'core');
    assert.deepEqual([code, /Which endpoint\?/.test(printed), /--wait SECONDS/.test(printed)], [2, true, true]);
  });
});

describe('The kit as a command, on an endpoint without a level,', () => {
  const manages = (level: string) =>
    onAPort(small().fetch, (url) => conformance(url, '--level', level, '--origin', origin));

  it('fails where that level is named', async () => {
    const { code, printed } = await manages('manage');
    assert.deepEqual([code, /^Nothing passed of what was asked for: manage$/m.test(printed)], [1, true], printed);
  });

  it('does not where all of them are meant', async () => {
    const { printed } = await manages('all');
    assert.doesNotMatch(printed, /Nothing passed/);
  });
});

onPostgres('The kit as a command, with the reference endpoint', (_db, url) => {
  it('passes it as a server of its own', () =>
    passes('PostgreSQL', {
      CLINIC: clinicFile(folder),
      DATABASE_URL: url(),
      SECRET: 'a secret of the conformance kit only',
    }));
});
