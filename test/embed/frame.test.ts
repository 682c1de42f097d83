import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { serveFiles, type Served } from '../../demo/site/serve.mjs';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, type World } from '../e2e/support/world.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'myo-frame-'));
/** A copy of the files of which a test may take some away. */
let files: Served;
before(async () => {
  [world, files] = await Promise.all([createWorld(), serveFiles({ port: 0, folder })]);
});
after(async () => {
  await Promise.all([world?.close(), files?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const layOut = (without: readonly string[] = [], endpoints = '') => {
  cpSync('dist', folder, { recursive: true, filter: (path) => !/dist\/(es|v\d.*)$/.test(path) });
  const html = readFileSync('dist/frame.html', 'utf8');
  writeFileSync(
    join(folder, 'frame.html'),
    html.replace('name="myo-endpoints" content=""', `name="myo-endpoints" content="${endpoints}"`),
  );
  for (const name of without) rmSync(join(folder, name));
};

/** Opens a page and hears what its console says, and that of its frames. */
async function opens(address: string, options?: BrowserContextOptions) {
  const page = await world.open({ page: 'about:blank', ...options });
  const said: string[] = [];
  page.on('console', (message) => void said.push(message.text()));
  page.on('pageerror', (error) => void said.push(`thrown: ${error.message}`));
  await page.goto(address);
  return { page, said };
}
const isolated = (endpoint = 'ENDPOINT') =>
  world.write(
    `<main><div id="here">Call us: 303</div><script src="${files.url}myo.js" data-endpoint="${endpoint}" data-isolate data-target="#here"></script></main>`,
  );
async function says(said: readonly string[], words: RegExp, page: Page) {
  for (let tries = 0; tries < 60 && !said.some((line) => words.test(line)); tries++) await page.waitForTimeout(100);
  await page.waitForTimeout(500);
  assert.equal(said.filter((line) => words.test(line)).length, 1, said.join('\n'));
  assert.ok(!said.some((line) => line.startsWith('thrown')), said.join('\n'));
}

describe('an isolated booking keeps what stands in its place, and says why', () => {
  const rows: readonly (readonly [string, () => void, () => string, RegExp])[] = [
    [
      'where its frame serves other endpoints',
      () => layOut([], 'https://booking.example/'),
      isolated,
      /frame\.html does not serve http.*Name it in its meta myo-endpoints/,
    ],
    [
      'where myo.js is missing behind the frame',
      () => layOut(['myo.js']),
      isolated,
      /Put myo\.js beside .*frame\.html/,
    ],
    [
      'where its endpoint is no address',
      () => layOut(),
      () => isolated('javascript:alert(1)'),
      /"javascript:alert\(1\)" is not a web address/,
    ],
    ['where it has no endpoint', () => layOut(), () => isolated(' '), /address of the booking endpoint is missing/],
  ];
  for (const [name, before, address, words] of rows)
    it(name, async () => {
      before();
      const { page, said } = await opens('about:blank');
      // The page has the tag from a host that has it; only the frame's own is missing.
      if (name.includes('behind'))
        await page.route(`${files.url}myo.js`, async (route) =>
          route.request().frame() === page.mainFrame()
            ? route.fulfill({ path: 'dist/myo.js', contentType: 'text/javascript' })
            : route.continue(),
        );
      await page.goto(address());
      await says(said, words, page);
      assert.ok(await page.getByText('Call us: 303').isVisible());
      await page.context().close();
    });
});

describe('frame.html by itself', () => {
  it('says that it has no booking where myo.js is missing, in the language of the page', async () => {
    layOut(['myo.js']);
    const { page, said } = await opens(`${files.url}frame.html`);
    await page.getByText('Please call the clinic.').waitFor();
    await says(said, /Put myo\.js beside/, page);
    const html = readFileSync('dist/frame.html', 'utf8').replace('lang="en"', 'lang="es"');
    writeFileSync(join(folder, 'frame.html'), html);
    await page.reload();
    await page.getByText('Por favor, llame a la clínica.').waitFor();
    await page.context().close();
  });

  it('says that it reaches nobody where its folder is no endpoint', async () => {
    layOut();
    const { page } = await opens(`${files.url}frame.html`);
    await new Patient(page).sees(/cannot reach the booking service|went wrong|Try again/);
    await page.context().close();
  });

  for (const language of ['en', 'es'])
    it(`without scripts says whom to call, in one language: ${language}`, async () => {
      layOut();
      const html = readFileSync('dist/frame.html', 'utf8').replace('lang="en"', `lang="${language}"`);
      writeFileSync(join(folder, 'frame.html'), html);
      const { page } = await opens(`${files.url}frame.html`, { javaScriptEnabled: false });
      for (const other of ['en', 'es'])
        assert.equal(await page.locator(`noscript [lang=${other}]`).isVisible(), other === language, other);
      await page.context().close();
    });

  it('is named in the language of the booking inside', async () => {
    layOut();
    const { page } = await opens(isolated());
    const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
    await new Patient(frame).isAsked('What can we help with?');
    assert.match(await frame.title(), /^Book an appointment · Cedar Ridge/);
    await page.evaluate(() => void (document.documentElement.lang = 'es'));
    await new Patient(frame).isAsked('¿En qué podemos ayudarle?');
    assert.doesNotMatch(await frame.title(), /^Book/);
    await page.context().close();
  });
});
