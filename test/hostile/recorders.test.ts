import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, type World } from '../e2e/support/world.ts';
import { serveHost } from './support/host.ts';

const recorders = ['rrweb', 'sentry', 'posthog'] as const;
const planted = ['Maria Santos', '555-0100', 'Relaxation', 'Is it safe to treat you', 'None of these', 'chest'];

let world: World;
let host: Awaited<ReturnType<typeof serveHost>>;
before(async () => {
  [world, host] = await Promise.all([createWorld(), serveHost()]);
  host.put('/array/phc_test/config', { html: '{"sessionRecording":{"endpoint":"/s/"},"supportedCompression":[]}' });
  host.put('/flags/', { html: '{"featureFlags":{},"sessionRecording":{"endpoint":"/s/"}}' });
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

async function recorded(name: string, more = '') {
  const tag = `<script src="${world.files}myo.js" data-endpoint="${world.endpoint.url}" ${more}></script>`;
  const url = host.put(`/${name}${more ? '-apart' : ''}`, {
    html: `<!doctype html><html lang="en-US"><meta charset="utf-8"><script src="/${name}.js"></script><body><label>Search <input name="q"></label><main>${tag}</main></body></html>`,
  });
  const page = await world.open({ page: 'about:blank' });
  const sent: string[] = [];
  page.on('request', (request) => request.url().startsWith(host.origin) && sent.push(request.postData() ?? ''));
  await page.goto(url);
  const inner: Page | Frame | null = more ? await (await page.waitForSelector('iframe')).contentFrame() : page;
  assert.ok(inner);
  const maria = new Patient(inner);
  await maria.comesToTheReview();
  await maria.confirms();
  await maria.reference();
  await page.getByLabel('Search').pressSequentially('own words of the page');
  await page.clock.runFor(5000);
  await page.waitForTimeout(500);
  await page.evaluate('window.send?.()');
  const caught = `${await page.evaluate('caught.join("\\n")')}\n${sent.join('\n')}`;
  await page.context().close();
  return caught;
}

describe('a session recorder with nothing masked', () => {
  for (const name of recorders) {
    it(`${name} catches the page, and nothing of a booking on it`, async () => {
      const caught = await recorded(name);
      assert.ok(caught.includes('own words of the page'), 'it does record');
      assert.deepEqual(
        planted.filter((words) => caught.includes(words)),
        [],
      );
    });
  }

  it('catches nothing of a booking that is isolated', async () => {
    const caught = await recorded('rrweb', 'data-isolate');
    assert.ok(caught.includes('own words of the page'));
    assert.deepEqual(
      planted.filter((words) => caught.includes(words)),
      [],
    );
  });
});
