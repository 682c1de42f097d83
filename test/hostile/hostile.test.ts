import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { createWorld, type World } from '../e2e/support/world.ts';
import { arrivals } from './pages/arrivals.ts';
import { looks, weight } from './pages/looks.ts';
import { places } from './pages/places.ts';
import { policies } from './pages/policies.ts';
import { scripts } from './pages/scripts.ts';
import { blockAdvertisements } from './support/ad-blocker.ts';
import { books, somebody } from './support/books.ts';
import { serveHost } from './support/host.ts';
import type { Hostile } from './support/hostile.ts';

let world: World;
let host: Awaited<ReturnType<typeof serveHost>>;
before(async () => {
  [world, host] = await Promise.all([createWorld(), serveHost()]);
  const file = readFileSync('dist/myo.js', 'utf8');
  host.put('/combined.js', { html: `(function(){window.theme={}})();${file}\n;(function(){window.slider={}})();` });
  host.put('/dist/later.js', { html: file.replace('could not start', 'did not start') });
  host.put('/assets/ads.js', { html: 'window.advertised = true' });
});
after(async () => {
  await Promise.all([world?.close(), host?.close()]);
});

/** Our addresses in the place of their names. */
const withOurs = (text: string) =>
  text
    .replaceAll('TAG', `${world.files}myo.js`)
    .replaceAll('ENDPOINT', world.endpoint.url)
    .replaceAll('FILES', new URL(world.files).origin)
    .replaceAll('CALLS', new URL(world.endpoint.url).origin)
    .replaceAll('HOST', host.origin);

let written = 0;
function put({ html, headers = {}, at }: Hostile) {
  const own = Object.entries(headers).map(([name, value]) => [name, withOurs(value)] as const);
  const url = host.put(`/${++written}`, { html: withOurs(html), headers: Object.fromEntries(own) });
  return at ? url.replace('localhost', at) : url;
}

async function visit(row: Hostile) {
  const page = await world.open({ page: 'about:blank', ...row.device });
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  const stopped = row.blocked ? await blockAdvertisements(page) : [];
  await page.goto(put(row));
  for (const name of row.presses ?? []) await page.getByText(name, { exact: true }).first().click();
  return { page, said, stopped, maria: somebody(await inner(page, row.frame), row.within) };
}

async function inner(page: Page, frame?: string) {
  const found = frame ? await (await page.waitForSelector(frame)).contentFrame() : page;
  assert.ok(found);
  return found;
}

for (const [what, rows] of Object.entries({ policies, looks, scripts, places, arrivals }))
  describe(`a booking is made on a page with (${what})`, () => {
    for (const row of rows)
      it(row.name, async () => {
        const { page, said, stopped, maria } = await visit(row);
        await books(maria, world);
        if (row.atPeace) assert.ok(await page.evaluate(row.atPeace), row.atPeace);
        if (row.says) assert.match(said.join('\n'), row.says);
        assert.deepEqual(stopped, row.blocked ? [`${host.origin}/assets/ads.js`] : []);
        await page.context().close();
      });
  });

it('half a megabyte of rules is half a megabyte', () => assert.ok(weight.length >= 500_000, `${weight.length}`));
