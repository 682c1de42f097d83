import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { serveFiles } from '../../demo/site/serve.mjs';
import { snippets } from '../../demo/site/developers/snippets.js';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, type World } from '../e2e/support/world.ts';

/** As much of what Vite has built as is weighed here. */
interface Built {
  readonly output: readonly { readonly code?: string; readonly isDynamicEntry?: boolean }[];
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'myo-packed-'));
const apps = ['vite', 'vite-react'] as const;
let tarball: string;
let world: World;

/** What a developer gets: the packed file, installed into each example from the registry. */
before(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(stdout) as [{ readonly filename: string }];
  tarball = join(folder, filename);
  world = await createWorld();
  await Promise.all(
    apps.map(async (app) => {
      cpSync(`demo/examples/${app}`, join(folder, app), { recursive: true });
      const page = join(folder, app, app === 'vite' ? 'index.html' : 'src/booking-page.tsx');
      writeFileSync(
        page,
        readFileSync(page, 'utf8').replace('http://127.0.0.1:8787/clinics/cedar', world.endpoint.url),
      );
      const quietly = ['--no-audit', '--no-fund', '--prefer-offline'];
      await run('npm', ['install', ...quietly, tarball], { cwd: join(folder, app) });
    }),
  );
});
after(async () => {
  await world?.close();
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
    it(`builds, runs, and books: ${app}`, async (test) => {
      if (app === 'vite-react')
        for (const isolate of [true, false])
          writeFileSync(join(folder, app, `src/pasted-${isolate}.tsx`), pasted(isolate));
      await run('npm', ['run', 'build'], { cwd: join(folder, app) });
      const files = await serveFiles({ port: 0, folder: join(folder, app, 'dist') });
      test.after(() => files.close());
      const page = await world.open({ page: `${files.url}index.html` });
      test.after(() => page.context().close());
      const maria = new Patient(page);
      await maria.isAsked('What can we help with?');
      await maria.picks('Relaxation massage');
      await maria.goesOn();
      if (app === 'vite') await maria.isHealthy();
      await maria.takesATime();
      await maria.goesOn();
      if (app === 'vite-react') await isHealthyAfterwards(maria);
      await maria.isAsked('Who is coming?');
      if (app === 'vite-react')
        assert.equal(await maria.widget.getByLabel('Full name').inputValue(), 'Maria Santos', 'as the page knows her');
      await maria.tellsWhoComes({ phone: app === 'vite' ? '(303) 555-0161' : '(303) 555-0162' });
      await maria.goesOn();
      await maria.agrees();
      await maria.confirms();
      const reference = await maria.reference();
      await page.getByText(/^Thank you\. Our reference is \w/).waitFor();
      const rows = await world.db.selectFrom('booking').select('id').where('reference', '=', reference).execute();
      assert.equal(rows.length, 1);
    });
});

/** What the builder gives to whoever writes React, with everything that can be set there. */
const pasted = (isolate: boolean) =>
  snippets['React']!.write({
    script: 'https://files.example/myo.js',
    fallback: '',
    settings: {
      endpoint: world.endpoint.url,
      lang: 'es',
      mode: 'popup',
      services: 's2 s4',
      source: 'newsletter',
      'time-first': true,
      ...(isolate && { isolate }),
      after: '/thanks',
    },
    tokens: { color: '#1d2624', '--myo-accent-color': '#0b6b63' },
  });

/** The checklist comes after the time here. */
async function isHealthyAfterwards(maria: Patient) {
  await maria.isAsked('Is it safe to treat you now?');
  while (!(await maria.heading('Who is coming?').first().isVisible())) {
    await maria.saysNo();
    await maria.goesOn();
    await maria.page.waitForTimeout(200);
  }
}

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
    // What is loaded when it is needed weighs nothing on a page that does not need it.
    const atOnce = output.filter(({ isDynamicEntry }) => !isDynamicEntry);
    return atOnce.reduce((sum, { code = '' }) => sum + gzipSync(code).length, 0);
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
