import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';

/** What the whole flow should weigh in bytes of gzip: a sixth of the lightest full peer, with room for what is to come. */
const AIM = 36_000;

/** What it may weigh until it is there: a number that only ever falls. */
const LIMIT = 44_372;

const bundle = readFileSync('dist/myo.js');

describe('dist/myo.js', () => {
  it(`is at most ${LIMIT} bytes gzip`, () => {
    const { length } = gzipSync(bundle, { level: 9 });
    console.log(`dist/myo.js: ${length} bytes gzip, ${length - AIM} over the aim`);
    assert.ok(length <= LIMIT, `${length} bytes`);
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

  it('has no checklist of its own: that comes from the endpoint', () => {
    assert.doesNotMatch(bundle.toString(), /chest pain/);
  });
});
