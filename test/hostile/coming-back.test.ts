import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Page } from 'playwright-core';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, launch, START, type World } from '../e2e/support/world.ts';
import { findChromium } from '../helpers/find-chromium.mjs';
import { books, confirmsAs, somebody } from './support/books.ts';
import { serveHost } from './support/host.ts';

let world: World;
let other: World;
let host: Awaited<ReturnType<typeof serveHost>>;
before(async () => {
  [world, other, host] = await Promise.all([createWorld(), createWorld(), serveHost()]);
});
after(async () => {
  await Promise.all([world?.close(), other?.close(), host?.close()]);
});

let written = 0;
const put = (body: string, head = '') =>
  host.put(`/${++written}`, {
    html: `<!doctype html><html lang="en-US"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
  });
const tag = (of: World, more = '') =>
  `<script src="${world.files}myo.js" data-endpoint="${of.endpoint.url}" ${more}></script>`;
const bookings = async (of: World) => (await of.db.selectFrom('booking').selectAll().execute()).length;

describe('two clinics on one page', () => {
  it('never mix', async () => {
    const url = put(`<main>${tag(world)}</main><aside>${tag(other)}</aside>`);
    const page = await world.open({ page: url });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).origin}`));
    const maria = Object.assign(new Patient(page), { widget: page.locator('main myo-booking') });
    const second = Object.assign(new Patient(page), { widget: page.locator('aside myo-booking') });
    await second.isAsked('What can we help with?');
    await maria.comesToTheReview();
    await maria.confirms();
    await maria.reference();
    assert.deepEqual([await bookings(world), await bookings(other)], [1, 0]);
    await second.isAsked('What can we help with?');
    assert.equal(await second.widget.locator('input:checked').count(), 0);
    assert.ok(!asked.includes(`POST ${new URL(other.endpoint.url).origin}`), 'nothing was sent to the other clinic');
    await page.context().close();
  });
});

/** How sites turn pages without the browser loading one; the two by PJAX take scripts out of what they put in. */
const turners: readonly (readonly [name: string, head: string, byMarkup: boolean])[] = [
  [
    'Turbo, which keeps a clone',
    '<script type="module" src="/npm/@hotwired/turbo/dist/turbo.es2017-esm.js"></script>',
    false,
  ],
  [
    'pjax, with the booking in its markup',
    `<script src="/npm/pjax/pjax.js"></script>
     <script>addEventListener('DOMContentLoaded', () => new Pjax({ selectors: ['#main'], cacheBust: false }))</script>`,
    true,
  ],
  [
    'jquery-pjax, with the booking in its markup',
    `<script src="/npm/jquery/dist/jquery.js"></script><script src="/npm/jquery-pjax/jquery.pjax.js"></script>
     <script>jQuery(document).pjax('a', '#main', { fragment: '#main', timeout: 5000 })</script>`,
    true,
  ],
];

describe('a page that is left and comes back', () => {
  for (const [name, library, byMarkup] of turners)
    it(`by ${name}, has one booking that works`, async () => {
      const head = byMarkup ? `${library}<script defer src="${world.files}myo.js"></script>` : library;
      const ours = byMarkup ? `<myo-booking endpoint="${world.endpoint.url}">Call us.</myo-booking>` : tag(world);
      const [there, home] = [`/${written + 1}`, `/${written + 2}`];
      put(`<main id="main"><a href="${home}">Home</a>${ours}</main>`, head);
      const start = put(`<main id="main"><a href="${there}">Book</a><p>Welcome.</p></main>`, head);
      const page = await world.open({ page: start });
      const maria = somebody(page, 'main');
      await page.evaluate('window.stayed = true');
      for (let visit = 0; visit < 2; visit++) {
        await page.getByRole('link', { name: 'Book' }).click();
        await maria.isAsked('What can we help with?');
        await page.getByRole('link', { name: 'Home' }).click();
        await page.getByText('Welcome.').waitFor();
      }
      await page.goBack();
      await maria.isAsked('What can we help with?');
      assert.equal(await page.locator('main myo-booking').count(), 1);
      await books(maria, world);
      assert.equal(await page.evaluate('window.stayed'), true, 'the library did it, not the browser');
      await page.context().close();
    });

  it('from the back-forward cache, goes on where it was', async () => {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await (await browser.newContext({ timezoneId: 'America/Denver', locale: 'en-US' })).newPage();
    await page.clock.setFixedTime(START);
    await page.goto(
      put(
        `<script>addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted })</script>${tag(world)}`,
      ),
    );
    const maria = somebody(page);
    await maria.isAsked('What can we help with?');
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isHealthy();
    await page.evaluate(`location.href = '${put('<p>Elsewhere.</p>')}'`);
    await page.getByText('Elsewhere.').waitFor();
    await page.evaluate('history.back()');
    await page.waitForURL(/\/\d+$/);
    await maria.isAsked('When can you come?');
    assert.equal(await page.evaluate('window.persisted'), true);
    await maria.takesATime();
    await confirmsAs(maria, world);
    await browser.close();
  });
});

describe('what cannot work says so in one sentence, and the clinic’s number stays', () => {
  const cases: readonly (readonly [name: string, head: string, body: () => string, words: RegExp])[] = [
    [
      'calls of the document taken by a form',
      '',
      () => `<form name="createElement"></form>`,
      /myo-booking could not start/,
    ],
    [
      'Element.prototype.attachShadow taken away',
      '<script>Element.prototype.attachShadow = undefined</script>',
      () => '',
      /attachShadow/,
    ],
    [
      'a tag of which PJAX has kept the address alone',
      `<script>addEventListener('DOMContentLoaded', () => document.head.append(Object.assign(document.createElement('script'), { src: TAG })))</script>`,
      () => '',
      /address of the booking endpoint is missing/,
    ],
  ];
  for (const [name, head, body, words] of cases)
    it(name, async () => {
      const page = await world.open({ page: 'about:blank' });
      const said: string[] = [];
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      const ours = head.includes('TAG') ? '' : tag(world, 'data-target="#book"');
      await page.goto(
        put(`${body()}<div id="book">Call (303) 555-0142</div>${ours}`, head.replace('TAG', `'${world.files}myo.js'`)),
      );
      for (let tries = 0; tries < 30 && !said.some((line) => words.test(line)); tries++) await page.waitForTimeout(100);
      assert.equal(said.filter((line) => words.test(line)).length, 1, said.join('\n'));
      assert.ok(await page.getByText('Call (303) 555-0142').isVisible());
      await page.context().close();
    });
});

describe('a patient', () => {
  it('who goes offline loses nothing, and books once they are back', async () => {
    const page = await world.open({ page: put(tag(world)) });
    const maria = new Patient(page);
    const before = await bookings(world);
    await maria.comesToTheReview();
    await page.context().setOffline(true);
    await maria.confirms();
    await maria.sees(/You are offline/);
    await page.context().setOffline(false);
    await maria.presses(maria.button('Try again'));
    await maria.reference();
    assert.equal((await bookings(world)) - before, 1);
    await page.context().close();
  });

  it('without scripts reads what the clinic wrote', async () => {
    const url = put(`<div id="book">Call (303) 555-0142</div>${tag(world, 'data-target="#book"')}`);
    const browser = await launch();
    const page: Page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(url);
    assert.ok(await page.getByText('Call (303) 555-0142').isVisible());
    await browser.close();
  });
});

/** Words by which the common lists for ad blockers hide elements and stop files, whole between hyphens, dots and slashes. */
const blocked =
  /^(ads?|adv|advert\w*|banners?|sponsor\w*|promo\w*|affiliates?|track(er|ing)?|pixels?|analytics?|beacon|metrics|stats|telemetry|cookies?|gdpr|newsletter|popups?|popunder|overlay|interstitial|social|share|chat|widget)$/;

describe('no common rule of an ad blocker names', () => {
  const words = (text: string) => text.toLowerCase().split(/[^a-z]+/);
  it('our files, elements, attributes and calls', () => {
    const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
      readonly modules: readonly { readonly declarations?: readonly Described[] }[];
    };
    const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations);
    const paths = Object.keys((JSON.parse(readFileSync('dist/openapi.json', 'utf8')) as { paths: object }).paths);
    const names = [
      ...readdirSync('dist').filter((name) => name.endsWith('.js') || name.startsWith('frame')),
      ...elements.flatMap(({ tagName = '', attributes = [] }) => [tagName, ...attributes.map(({ name }) => name)]),
      ...paths,
    ];
    assert.ok(names.length > 30);
    assert.deepEqual(
      names.filter((name) => words(name).some((word) => blocked.test(word))),
      [],
    );
  });
});

interface Described {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
}
