/**
 * `npm test`: installs what is missing, finds a browser, runs every suite, and ends with `N passed, N failed`. Needs
 * nothing but Node, so that it works on a clean clone. A suite that crashes, or runs no test, has failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { findChromium } from './helpers/find-chromium.mjs';
import { installed } from './helpers/installed.mjs';
import { findPostgres } from './helpers/temporary-postgres.mjs';

const npx = (tool, ...options) => ['npx', '--no-install', tool, ...options];
const tests = (folder) =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
const node = (...files) => ['node', '--import', 'tsx', '--test', '--test-reporter=spec', ...files];

/** How many passed and failed, read from what a suite printed; a suite that prints no counts is one test. */
const counts = {
  one: () => undefined,
  node: (text) => pair(text, /^ℹ pass (\d+)/m, /^ℹ fail (\d+)/m),
  browser: (text) => {
    const last = [...text.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
    return last && [Number(last[1]), Number(last[2])];
  },
};
const pair = (text, pass, fail) => pass.test(text) && [Number(text.match(pass)[1]), Number(text.match(fail)?.[1] ?? 0)];

const suites = () => [
  ['lint', counts.one, npx('oxlint', '--type-aware', '--deny-warnings')],
  ['types', counts.one, npx('tsc', '--noEmit')],
  ['format', counts.one, npx('prettier', '--check', '--log-level', 'warn', '.')],
  ['build', counts.one, ['node', 'build.mjs']],
  ['layers, size, packages', counts.node, node(...tests('test/house'))],
  ['rules beside oracles', counts.node, node(...tests('test/oracle'))],
  ['rules and elements', counts.browser, npx('wtr')],
  ['endpoint and site', counts.node, node('--test-concurrency=1', ...tests('test/demo'))],
  ['hostile pages', counts.node, node('--test-concurrency=1', ...tests('test/hostile'))],
  ['embed and end to end', counts.node, node('--test-concurrency=1', ...tests('test/embed'), ...tests('test/e2e'))],
];

/** Runs a command, shows what it prints, and answers it with its exit code. */
function show([command, ...options]) {
  return new Promise((resolve) => {
    const child = spawn(command, options, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let text = '';
    const print = (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    };
    child.stdout.on('data', print);
    child.stderr.on('data', print);
    child.on('error', (error) => resolve({ code: 1, text: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

function browser() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found; installing it.');
    spawnSync('apt-get', ['update'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  }
  return findChromium();
}

installed();
const chromium = browser();
if (!chromium) {
  console.error(
    'No Chromium found. Install one (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to its program.',
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}
process.env.CHROMIUM_PATH = chromium;
const postgres = await findPostgres();
if (postgres) process.env.TEST_DATABASE_URL = postgres.url;

let [passed, failed] = [0, 0];
const wanted = process.argv.slice(2);
for (const [name, count, command] of suites().filter(([name]) => wanted.every((part) => name.includes(part)))) {
  const begun = Date.now();
  console.log(`\n== ${name}`);
  const { code, text: printed } = await show(command);
  const text = stripVTControlCharacters(printed);
  const [good, bad] = count(text) || [0, 0];
  const one = count === counts.one;
  passed += one ? Number(code === 0) : good;
  failed += one ? Number(code !== 0) : Math.max(bad, code !== 0 || good + bad === 0 ? 1 : 0);
  console.log(
    `-- ${name}: ${one ? (code === 0 ? 'passed' : 'failed') : `${good} passed, ${bad} failed`} (${Math.round((Date.now() - begun) / 1000)} s)`,
  );
}
await postgres?.stop();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
