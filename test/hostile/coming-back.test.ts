import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium, type Page } from 'playwright-core';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, launch, START, type World } from '../e2e/support/world.ts';
import { findChromium } from '../helpers/find-chromium.mjs';
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

describe('a page that is left and comes back', () => {
  it('by Turbo, which keeps a clone, has one booking that works', async () => {
    const turbo = '<script type="module" src="/npm/@hotwired/turbo/dist/turbo.es2017-esm.js"></script>';
    const [booking, home] = [`/${written + 1}`, `/${written + 2}`];
    put(`<nav><a href="${home}">Home</a></nav><main>${tag(world)}</main>`, turbo);
    const start = put(`<nav><a href="${booking}">Book</a></nav><p>Welcome.</p>`, turbo);
    const page = await world.open({ page: start });
    const maria = new Patient(page);
    await page.evaluate('window.stayed = true');
    for (let visit = 0; visit < 2; visit++) {
      await page.getByRole('link', { name: 'Book' }).click();
      await maria.isAsked('What can we help with?');
      await page.getByRole('link', { name: 'Home' }).click();
      await page.getByText('Welcome.').waitFor();
    }
    await page.goBack();
    await maria.isAsked('What can we help with?');
    assert.equal(await page.locator('myo-booking').count(), 1);
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isAsked('Is it safe to treat you now?');
    assert.equal(await page.evaluate('window.stayed'), true, 'Turbo did it, not the browser');
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
    const maria = new Patient(page);
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
    await browser.close();
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
    await maria.sees(/offline|cannot reach/i);
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
