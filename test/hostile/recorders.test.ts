import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { createWorld, type World } from '../e2e/support/world.ts';
import { isKnown, somebody } from './support/books.ts';
import { serveHost } from './support/host.ts';

const recorders = ['rrweb', 'sentry', 'posthog'] as const;
const modes = { 'on the page': '', isolated: 'data-isolate' } as const;

/** Words that this patient alone says, and words that only somebody who looks over the shoulder can read. */
const planted = {
  name: 'Zqname Plantedname',
  phone: '555-7391',
  'e-mail': 'zqmail@planted.example',
  note: 'zqnote, planted',
  'written answer': 'zqanswer, planted',
  'the screen': 'Is it safe to treat you now?',
} as const;
type Planted = keyof typeof planted;
const typed: readonly Planted[] = ['name', 'phone', 'e-mail', 'note', 'written answer'];

/** What each finds where it records at full, wire included; nobody finds anything of an isolated booking. */
const found: Readonly<Record<(typeof recorders)[number], readonly Planted[]>> = {
  rrweb: [],
  sentry: [],
  posthog: typed,
};

const recording =
  '"sessionRecording":{"endpoint":"/s/","networkPayloadCapture":{"recordBody":true,"recordHeaders":true}}';

let world: World;
let host: Awaited<ReturnType<typeof serveHost>>;
before(async () => {
  [world, host] = await Promise.all([createWorld(), serveHost()]);
  host.put('/array/phc_test/config', {
    html: `{${recording},"capturePerformance":{"network_timing":true},"supportedCompression":[]}`,
  });
  // A recorder whose files are refused stops recording.
  for (const path of ['/api/1/envelope/', '/s/', '/e/', '/i/v0/e/']) host.put(path, { html: '{}' });
  host.put('/flags/', { html: `{"featureFlags":{},${recording}}` });
  await Promise.all(recorders.map(bundle));
});
after(async () => {
  await Promise.all([world?.close(), host?.close()]);
});

/** A recorder as a clinic's page would load it: one script. */
async function bundle(name: string) {
  const input = `test/hostile/recorders/${name}.js`;
  const output = { format: 'iife', codeSplitting: false } as const;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: { write: false, minify: false, rolldownOptions: { input, output } },
  });
  const { code } = ([built].flat()[0] as { output: readonly { readonly code: string }[] }).output[0]!;
  host.put(`/${name}.js`, { html: code });
}

async function recorded(name: string, mode: keyof typeof modes) {
  const tag = `<script src="${world.files}myo.js" data-endpoint="${world.endpoint.url}" ${modes[mode]}></script>`;
  // PostHog does not listen to the wire on a host that is called localhost.
  const origin = host.origin.replace('localhost', 'clinic.test');
  const path = `/${name}-${mode.replaceAll(' ', '-')}`;
  host.put(path, {
    html: `<!doctype html><html lang="en-US"><meta charset="utf-8"><script src="/${name}.js"></script><body><label>Search <input name="q"></label><main>${tag}</main></body></html>`,
  });
  const page = await world.open({ page: 'about:blank' });
  const sent: string[] = [];
  page.on('request', (request) => request.url().startsWith(origin) && sent.push(request.postData() ?? ''));
  await page.goto(origin + path);
  const inner = mode === 'isolated' ? await (await page.waitForSelector('iframe')).contentFrame() : page;
  assert.ok(inner);
  const maria = somebody(inner);
  await maria.isAsked('What can we help with?');
  // What comes late moves a frame under the finger.
  await inner.waitForLoadState('networkidle');
  await maria.picks('Relaxation massage');
  await maria.goesOn();
  await maria.isHealthy(planted['written answer']);
  await maria.takesATime();
  await maria.goesOn();
  await maria.tellsWhoComes({ name: planted.name, phone: `(303) ${planted.phone}` });
  await maria.widget.getByLabel('E-mail').first().fill(planted['e-mail']);
  await maria.widget.getByLabel('Anything your therapist should know?').fill(planted.note);
  await maria.goesOn();
  await maria.agrees();
  await maria.confirms();
  await isKnown(await maria.reference(), world);
  await page.getByLabel('Search').pressSequentially('own words of the page');
  const caught = await everything(page, sent);
  await page.context().close();
  return caught;
}

/** What was recorded and what was sent, once the last that was typed is in it, for twenty seconds at most. */
async function everything(page: Page, sent: readonly string[]) {
  for (const end = Date.now() + 20_000; ;) {
    await page.clock.runFor(5000);
    await page.evaluate('window.send?.()');
    const caught = `${await page.evaluate('caught.join("\\n")')}\n${sent.join('\n')}`;
    if (caught.includes('own words of the page')) return caught;
    assert.ok(Date.now() < end, 'it does record');
    await page.waitForTimeout(500);
  }
}

describe('a session recorder with nothing masked', () => {
  for (const name of recorders)
    for (const mode of Object.keys(modes) as (keyof typeof modes)[])
      it(`${name} catches the page, and of a booking ${mode} what the docs say`, async () => {
        const caught = await recorded(name, mode);
        const seen = (Object.keys(planted) as Planted[]).filter((one) => caught.includes(planted[one]));
        console.log(`${name}, ${mode}: ${seen.join(', ') || 'nothing'}`);
        assert.deepEqual(seen, mode === 'isolated' ? [] : found[name]);
      });
});
