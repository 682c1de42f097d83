import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { ownNames } from '../../vite.lean.ts';

/** What the whole flow may weigh in bytes of gzip: a sixth of the lightest full peer. */
const CEILING = 42_000;

const bundle = readFileSync('dist/myo.js');

/** Names inside of a library that a file may bring along: its own copy knows them in full. */
const ofItsOwnCopy = /^(abortEarly|abortPipeEarly|requirement|wrapped)$/;

describe('dist/myo.js', () => {
  it(`is at most ${CEILING} bytes gzip`, () => {
    const { length } = gzipSync(bundle, { level: 9 });
    console.log(`dist/myo.js: ${length} bytes gzip, ${CEILING - length} below the ceiling`);
    assert.ok(length <= CEILING, `${length} bytes`);
  });

  it('is a classic script that no module loader takes for its own', () => {
    const text = bundle.toString();
    assert.doesNotMatch(text, /\bdefine\(\[|\bmodule\.exports|\bexport\s*\{|^import\b/m);
    assert.doesNotThrow(() => new Script(text));
  });

  it('names its Trusted Types policy after itself', () => {
    const text = bundle.toString();
    assert.match(text, /createPolicy\(.myo-booking./);
    assert.doesNotMatch(text, /lit-html["'`]/);
  });

  // What brings elements of its own, such as the consents, brings its own Lit too.
  const beside = ['calendar', 'call-back', 'extras', 'own-fields', 'body-map', 'drop-down', 'es'].map(
    (name) => `dist/myo-${name}.js`,
  );
  const travels = readdirSync('src/contract').map((name) => `src/contract/${name}`);
  for (const path of [...beside, ...travels])
    it(`made no name short that ${path} knows in full`, () => {
      const names = readFileSync(path, 'utf8').match(/(?<=\.|\bas )[\w$]+|[\w$]+(?=\??:)/g) ?? [];
      assert.deepEqual(
        names.filter((name) => ownNames.test(name) && !ofItsOwnCopy.test(name)),
        [],
      );
    });

  it('has no checklist of its own: that comes from the endpoint', () => {
    assert.doesNotMatch(bundle.toString(), /chest pain/);
  });
});
