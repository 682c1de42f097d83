import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';

/** Whom each room may import, besides itself. Locales name the steps and troubles that they word, by type only. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  domain: ['contract'],
  endpoint: ['contract', 'domain'],
  booking: ['contract', 'domain', 'endpoint'],
  events: [],
  locales: ['booking'],
  elements: ['contract', 'domain', 'endpoint', 'booking', 'events', 'locales'],
  index: ['elements', 'events', 'locales', 'booking'],
  define: ['elements'],
  embed: ['define'],
  'embed.es': ['locales', 'embed'],
  jsx: ['define', 'visit-forms'],
  frame: ['elements'],
  fields: ['elements'],
  'visit-forms': ['elements'],
  'demo/endpoint': ['contract', 'domain'],
  'demo/small-endpoint': ['contract', 'domain'],
  'demo/conformance': ['contract', 'domain'],
};

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name));

const demos = ['demo/endpoint', 'demo/small-endpoint', 'demo/conformance'];
const files = [...filesIn('src'), ...demos.flatMap(filesIn)];

/** `src/booking/state.ts` stands in the room `booking`, `src/embed.ts` in `embed`. */
const roomOf = (path: string) =>
  demos.find((demo) => path.startsWith(`${demo}/`)) ?? path.split('/')[1]?.replace(/\.ts$/, '') ?? '';

const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/(import type|import|export)\b[^;'"]*?from '([^']+)'|import '([^']+)'/g)].map(
    ([, kind, from, bare]) => ({ kind, from: from ?? bare ?? '' }),
  );

describe('the layers', () => {
  for (const path of files) {
    const room = roomOf(path);
    const rooms = importsOf(path)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from, kind }) => ({ room: roomOf(relative('.', join(dirname(path), from))), kind }));
    it(`${path} imports only what it may`, () => {
      for (const { room: other, kind } of rooms) {
        if (other === room) continue;
        assert.ok(allowed[room]?.includes(other), `${room} must not import ${other}`);
        if (room === 'locales') assert.equal(kind, 'import type', 'words know types only');
      }
    });
  }

  const only = (what: RegExp, where: RegExp, name: string) =>
    it(`${name} stands only where it may`, () => {
      const found = files.filter((path) => what.test(withoutComments(path)) && !where.test(path));
      assert.deepEqual(found, []);
    });
  only(/from '(lit|@lit)\b/, /^src\/elements\/|^src\/jsx\.ts$/, 'Lit');
  only(/\bfetch\(/, /^src\/endpoint\/|^demo\/(endpoint|conformance)\//, 'fetch');
  only(
    /\bDate\.now\b/,
    /^src\/booking\/store\.ts$|^demo\/endpoint\/server\.ts$|^demo\/small-endpoint\/start\.ts$/,
    'the clock',
  );
  only(/@floating-ui/, /^src\/elements\/shared\/anchored\.ts$/, 'Floating UI');
  only(/\b(session|local)Storage\b/, /^src\/elements\/shared\/storage\.ts$/, 'storage');
  only(/innerHTML|unsafeHTML|\beval\(|new Function/, /^$/, 'markup from strings');
});

describe('the sizes of files', () => {
  /** The words of a language are one list, as long as it needs to be. */
  const code = files.filter((path) => !path.startsWith('src/locales/'));
  const sizes = code.map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').filter(Boolean).length }));

  it('no file is over 250 lines', () => {
    assert.deepEqual(
      sizes.filter(({ lines }) => lines > 250),
      [],
    );
  });

  it('half of the files are under 70 lines', () => {
    const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    console.log(`${sorted.length} files, median ${median} lines, longest ${sorted.at(-1)}`);
    assert.ok(median < 70, `the median is ${median}`);
  });
});

const withoutComments = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
