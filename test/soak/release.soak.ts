/** A clean clone of this commit builds every file byte for byte as it is in `dist/`. Commit and build first. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'myo-clone-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (dist: string) =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dist, name)).isFile())
    .toSorted();

describe('a clean clone', () => {
  it('has nothing to commit here that the clone would miss', () => {
    const changed = execFileSync('git', ['status', '--porcelain', 'src', 'package.json', 'build.mjs'], {
      encoding: 'utf8',
    });
    assert.equal(changed, '');
  });

  it('builds the same files, byte for byte', () => {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', resolve('.'), folder]);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    execFileSync('node', ['build.mjs'], { cwd: folder, stdio: 'ignore' });
    const [here, there] = ['dist', join(folder, 'dist')];
    assert.deepEqual(filesIn(there), filesIn(here));
    for (const name of filesIn(here))
      assert.ok(readFileSync(join(there, name)).equals(readFileSync(join(here, name))), name);
  });
});
