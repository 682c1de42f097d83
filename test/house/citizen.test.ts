import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { serveFiles } from '../../demo/site/serve.mjs';
import { launch } from '../e2e/support/world.ts';

/** As much of what Vite has built as is weighed here. */
interface Built {
  readonly output: readonly { readonly code?: string }[];
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'myo-packed-'));
const apps = ['vite', 'vite-react'] as const;
let tarball: string;
let browser: Browser;

/** What a developer gets: the packed file, installed into each example from the registry. */
before(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(stdout) as [{ readonly filename: string }];
  tarball = join(folder, filename);
  browser = await launch();
  await Promise.all(
    apps.map(async (app) => {
      cpSync(`demo/examples/${app}`, join(folder, app), { recursive: true });
      const quietly = ['--no-audit', '--no-fund', '--prefer-offline'];
      await run('npm', ['install', ...quietly, tarball], { cwd: join(folder, app) });
    }),
  );
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed file', () => {
  it('is what publint asks of a package', async () => {
    const { buffer, byteOffset, byteLength } = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
      strict: true,
    });
    const said = messages.map((message) => formatMessage(message, pkg));
    assert.deepEqual(said, []);
  });

  it('has the right types for every way to resolve its modules', async () => {
    await run('npx', ['--no-install', 'attw', tarball, '--profile', 'esm-only']);
  });

  it('brings what editors read, and nothing of the tests', async () => {
    const { stdout } = await run('tar', ['-tzf', tarball]);
    for (const file of ['custom-elements.json', 'vscode.html-custom-data.json', 'vscode.css-custom-data.json'])
      assert.ok(stdout.includes(`package/dist/${file}\n`), file);
    assert.doesNotMatch(stdout, /package\/(test|demo|src)\//);
  });
});

describe('an example application', () => {
  for (const app of apps)
    it(`builds and runs: ${app}`, async () => {
      await run('npm', ['run', 'build'], { cwd: join(folder, app) });
      const files = await serveFiles({ port: 0, folder: join(folder, app, 'dist') });
      const page = await browser.newPage();
      await page.goto(`${files.url}index.html`);
      await page.locator('myo-booking:defined').getByRole('link', { name: '(303) 555-0142' }).waitFor();
      if (app === 'vite-react') {
        const given = `(({ patient, timeFirst }) => [patient.name, timeFirst])(document.querySelector('myo-booking'))`;
        assert.deepEqual(await page.evaluate(given), ['Maria Santos', true]);
        await page.evaluate(
          `document.querySelector('myo-booking').dispatchEvent(new CustomEvent('myo-booking-confirm', { detail: { bookingId: 'b7' } }))`,
        );
        await page.getByText('Our reference is b7.').waitFor();
      }
      await page.close();
      await files.close();
    });
});

describe('one element alone', () => {
  const weigh = async (name: string, code: string) => {
    const root = join(folder, 'vite');
    writeFileSync(join(root, `${name}.js`), code);
    const result = await build({
      root,
      logLevel: 'silent',
      build: { write: false, rolldownOptions: { input: join(root, `${name}.js`) } },
    });
    const { output } = [result].flat()[0] as Built;
    return output.reduce((sum, { code = '' }) => sum + gzipSync(code).length, 0);
  };

  it('weighs much less than the whole', async () => {
    const one = `import { ServicePicker } from 'myo-booking'; customElements.define('myo-service-picker', ServicePicker);`;
    const [alone, whole] = [await weigh('one', one), await weigh('all', `import 'myo-booking/define';`)];
    console.log(`myo-service-picker: ${alone} of ${whole} bytes gzip`);
    assert.ok(alone > 5000 && alone < whole * 0.6, `${alone} of ${whole}`);
  });

  it('is nothing where nothing is used', async () => {
    assert.ok((await weigh('none', `import 'myo-booking';`)) < 500);
  });
});
