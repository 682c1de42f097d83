import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const pinned = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Readonly<Record<string, string>>;

describe('a release', () => {
  it('has every file of the tag under a name that never changes, pinned by its integrity', () => {
    const names = Object.keys(pinned);
    for (const file of ['myo.js', 'myo-extras.js', 'myo-frame.js', 'frame.html', 'frame.css'])
      assert.ok(names.includes(`v${version}/${file}`), file);
    for (const [file, integrity] of Object.entries(pinned)) {
      const bytes = readFileSync(`dist/${file}`);
      assert.equal(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, integrity, file);
      assert.deepEqual(bytes, readFileSync(`dist/${file.replace(/^v[^/]*\//, '')}`), file);
    }
  });

  it('is the same byte for byte when it is built again', async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'myo-again-'));
    for (const mode of ['tag', 'extras', 'frame']) await build({ mode, logLevel: 'silent', build: { outDir } });
    for (const file of ['myo.js', 'myo-extras.js', 'myo-frame.js'])
      assert.deepEqual(readFileSync(join(outDir, file)), readFileSync(`dist/${file}`), file);
    rmSync(outDir, { recursive: true, force: true });
  });
});
