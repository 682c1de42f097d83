import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { serveFiles, type Served } from '../../demo/site/serve.mjs';
import { createWorld, launch, type World } from '../e2e/support/world.ts';

interface Foreign {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let world: World;
let files: Served;
let browser: Browser;
let page: Page;
let said: string[];
let warned: string[];
before(async () => {
  [world, files, browser] = await Promise.all([createWorld(), serveFiles({ port: 0, folder: 'dist' }), launch()]);
});
after(async () => {
  await browser?.close();
  await Promise.all([world?.close(), files?.close()]);
});

/** Opens somebody's page, served as it is. */
async function visit({ html, headers = {} }: Foreign) {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(request.url === '/' ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  page = await browser.newPage();
  said = [];
  warned = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    await page.close();
    server.closeAllConnections();
    server.close();
  };
}

const tag = (more = '', endpoint = world.endpoint.url) =>
  `<script src="${files.url}myo.js" data-endpoint="${endpoint}" ${more}></script>`;
const doc = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
const ready = (index = 0) =>
  page.getByRole('heading', { name: 'What can we help with?' }).nth(index).waitFor({ timeout: 8000 });
const count = () => page.locator('myo-booking').count();
const parentOfWidget = () => page.evaluate(() => document.querySelector('myo-booking')?.parentElement?.localName);

const places: readonly (readonly [string, () => string, string])[] = [
  ['where the tag stands', () => doc(`<main><p>Before</p>${tag()}</main>`), 'main'],
  ['in its target', () => doc(`<section id="book"><p>Call us</p></section>${tag('data-target="#book"')}`), 'section'],
  ['at the end of main, from the head', () => doc('<main><h1>Clinic</h1></main>', tag()), 'main'],
  ['at the end of main, deferred from the head', () => doc('<main><h1>Clinic</h1></main>', tag('defer')), 'main'],
  ['in its target, from the head', () => doc('<article id="book"></article>', tag('data-target="#book"')), 'article'],
  ['where an async tag stands', () => doc(`<main>${tag('async')}</main>`), 'main'],
  ['where a module tag stands', () => doc(`<main>${tag('type="module" crossorigin')}</main>`), 'main'],
];

describe('the tag mounts', () => {
  for (const [name, html, parent] of places) {
    it(name, async () => {
      const leave = await visit({ html: html() });
      await ready();
      assert.equal(await count(), 1);
      assert.equal(await parentOfWidget(), parent);
      assert.deepEqual(said, []);
      await leave();
    });
  }

  it('once, however often it is there', async () => {
    const leave = await visit({
      html: doc(`<div id="book"></div>${tag('data-target="#book"')}${tag('data-target="#book"')}`),
    });
    await ready();
    assert.equal(await count(), 1);
    await leave();
  });

  it('twice for two endpoints, which never mix', async () => {
    const other = `${world.endpoint.url}?other`;
    const leave = await visit({ html: doc(`<main>${tag()}<hr>${tag('', other)}</main>`) });
    await ready(0);
    assert.equal(await count(), 2);
    const endpoints = await page
      .locator('myo-booking')
      .evaluateAll((all) => all.map((one) => one.getAttribute('endpoint')));
    assert.deepEqual(endpoints, [world.endpoint.url, other]);
    await leave();
  });

  it('not beside what the page wrote itself', async () => {
    const leave = await visit({
      html: doc(
        `<myo-booking endpoint="${world.endpoint.url}"></myo-booking><script src="${files.url}myo.js"></script>`,
      ),
    });
    await ready();
    assert.equal(await count(), 1);
    assert.deepEqual(said, []);
    await leave();
  });

  it('and a property that is set late re-renders', async () => {
    const leave = await visit({
      html: doc(`<myo-service-picker></myo-service-picker><script src="${files.url}myo.js"></script>`),
    });
    await page.evaluate(async () => {
      await customElements.whenDefined('myo-service-picker');
      const picker = document.querySelector('myo-service-picker') as unknown as Record<string, unknown>;
      await picker['updateComplete'];
      const lists = { addOns: [], symptoms: [], bodyAreas: [], conditions: [], screening: [], modes: [] };
      picker['services'] = [
        {
          id: 's',
          name: 'Late massage',
          summary: '',
          kind: 'massage',
          minutes: 30,
          listed: true,
          newPatients: true,
          ...lists,
        },
      ];
    });
    await page.getByText('Late massage').waitFor();
    await leave();
  });
});

describe('the tag says to the web admin', () => {
  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['that the address is missing', '', /address of the booking endpoint is missing/],
    ['that it is no web address', 'javascript:alert(1)', /is not a web address/],
    ['that it is no address at all', 'http://', /is not a web address/],
  ];
  for (const [name, endpoint, words] of wrong) {
    it(`${name}, once, and the patient keeps the fallback`, async () => {
      const leave = await visit({
        html: doc(`<div id="book"><p>Call (303) 555-0142</p></div>${tag('data-target="#book"', endpoint)}`),
      });
      await page.waitForTimeout(300);
      assert.equal(said.filter((line) => words.test(line)).length, 1, said.join('\n'));
      assert.equal(said.length, 1, said.join('\n'));
      assert.equal(await page.getByText('Call (303) 555-0142').isVisible(), true);
      await leave();
    });
  }

  it('that no booking endpoint answers there, once, and the patient keeps the fallback', async () => {
    const leave = await visit({
      html: doc(
        `<div id="book"><p>Call (303) 555-0142</p></div>${tag('data-target="#book"', 'http://127.0.0.1:9/none')}`,
      ),
    });
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    const ours = said.filter((line) => line.startsWith('myo-booking'));
    assert.deepEqual(ours, ['myo-booking: no booking endpoint answers at http://127.0.0.1:9/none.']);
    assert.equal(await page.getByText('Call (303) 555-0142').isVisible(), true);
    await leave();
  });

  it('that its target matches nothing, and mounts where it stands', async () => {
    const leave = await visit({ html: doc(`<main>${tag('data-target="#nowhere"')}</main>`) });
    await ready();
    assert.match(said.join(), /#nowhere.*matches nothing/);
    await leave();
  });

  it('that its target is no selector, and mounts where it stands, and so does the next', async () => {
    const leave = await visit({
      html: doc(`<main>${tag('data-target="#1"')}</main><div id="book"></div>${tag('data-target="#book"', '/two')}`),
    });
    await ready();
    assert.match(said.join(), /#1.*matches nothing/);
    assert.doesNotMatch(said.join(), /Trusted Types/);
    await leave();
  });

  it('what to allow where Trusted Types refuse it, and the patient keeps the fallback', async () => {
    const headers = { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types other" };
    const leave = await visit({
      html: doc(`<div id="book"><p>Call (303) 555-0142</p></div>${tag('data-target="#book"')}`),
      headers,
    });
    await page.waitForTimeout(300);
    assert.match(said.join('\n'), /allow the policy 'myo-booking'/);
    assert.equal(await page.getByText('Call (303) 555-0142').isVisible(), true);
    await leave();
  });

  it('what is really the matter where something else keeps it from starting', async () => {
    const closed = `<script>customElements.define = () => { throw new Error('The registry is closed') }</script>`;
    const leave = await visit({
      html: doc(`<div id="book"><p>Call (303) 555-0142</p></div>${tag('data-target="#book"')}`, closed),
    });
    await page.waitForTimeout(300);
    assert.equal(said.length, 1, said.join('\n'));
    assert.match(said[0]!, /^myo-booking could not start Error: The registry is closed/);
    assert.doesNotMatch(said[0]!, /allow the policy/);
    assert.equal(await page.getByText('Call (303) 555-0142').isVisible(), true);
    await leave();
  });

  it('that a policy of hashes keeps its other files away, and the patient keeps the fallback', async () => {
    const hash = `sha384-${createHash('sha384').update(readFileSync('dist/myo.js')).digest('base64')}`;
    const leave = await visit({
      html: doc(
        `<div id="book"><p>Call (303) 555-0142</p></div>${tag(`integrity="${hash}" crossorigin data-mode="floating" data-target="#book"`)}`,
      ),
      headers: { 'Content-Security-Policy': `default-src 'none'; script-src '${hash}'; connect-src *; img-src data:` },
    });
    await page.waitForTimeout(800);
    assert.match(said.join('\n'), /put myo-extras\.js beside myo\.js, with .* and into script-src/);
    assert.doesNotMatch(said.join('\n'), /allow the policy/);
    assert.equal(await page.getByText('Call (303) 555-0142').isVisible(), true);
    await leave();
  });
});

describe('two copies on a page', () => {
  /** The elements as a bundler brings them from npm: a script of the page's own. */
  let fromNpm: string;
  before(async () => {
    const built = await build({
      logLevel: 'silent',
      configFile: false,
      build: {
        write: false,
        rolldownOptions: { input: 'dist/es/define.js', output: { format: 'iife', codeSplitting: false } },
      },
    });
    const { output } = [built].flat()[0] as { readonly output: readonly { readonly code?: string }[] };
    fromNpm = `<script>${output[0]!.code!.replaceAll('</script', '<\\/script')}</script>`;
  });

  it('from two addresses: the first one works, and the second says that it does nothing', async () => {
    const other = tag('data-target="#second"').replace('myo.js', 'myo.js?v=2');
    const leave = await visit({ html: doc(`<main>${tag()}</main><section id="second"></section>${other}`) });
    await ready(0);
    await ready(1);
    assert.equal(await count(), 2);
    assert.deepEqual(
      warned.filter((line) => line.includes('does nothing')),
      [`myo-booking: ${files.url}myo.js?v=2 does nothing after ${files.url}myo.js.`],
    );
    assert.deepEqual(said, []);
    await leave();
  });

  it('from one address: nobody says anything', async () => {
    const leave = await visit({
      html: doc(`<main>${tag()}</main><section id="second"></section>${tag('data-target="#second"')}`),
    });
    await ready(1);
    assert.deepEqual([...said, ...warned.filter((line) => line.includes('does nothing'))], []);
    await leave();
  });

  for (const [name, html] of [
    ['npm, then the tag', () => fromNpm + `<main>${tag()}</main>`],
    ['the tag, then npm', () => `<main>${tag()}</main>` + fromNpm],
  ] as const)
    it(`from ${name}: the tag brings its booking`, async () => {
      const leave = await visit({ html: doc(html()) });
      await ready();
      assert.equal(await count(), 1);
      assert.equal(await parentOfWidget(), 'main');
      assert.deepEqual(said, []);
      await leave();
    });
});

describe('the widget works', () => {
  const pages: readonly (readonly [string, () => Foreign])[] = [
    [
      'under a policy of nonces',
      () => ({
        html: doc(
          `<main><script nonce="n" src="${files.url}myo.js" data-endpoint="${world.endpoint.url}"></script></main>`,
        ),
        headers: {
          'Content-Security-Policy': `default-src 'none'; script-src 'nonce-n'; connect-src *; img-src data:`,
        },
      }),
    ],
    [
      'under Trusted Types that allow it',
      () => ({
        html: doc(`<main>${tag()}</main>`),
        headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types myo-booking" },
      }),
    ],
    [
      'where a page resets everything',
      () => ({ html: doc(`<main>${tag()}</main>`, '<style>* { all: unset !important }</style>') }),
    ],
    [
      'where rem is small',
      () => ({
        html: doc(`<main>${tag()}</main>`, '<style>html { font-size: 62.5% } body { font-size: 1.6rem }</style>'),
      }),
    ],
    [
      'beside a loader of AMD modules',
      () => ({ html: doc(`<script>window.define = () => {}; define.amd = {}</script><main>${tag()}</main>`) }),
    ],
    [
      'beside CommonJS leftovers',
      () => ({
        html: doc(`<script>var module = { exports: {} }, exports = module.exports</script><main>${tag()}</main>`),
      }),
    ],
    [
      'where arrays have a toJSON',
      () => ({ html: doc(`<script>Array.prototype.toJSON = () => 'spoiled'</script><main>${tag()}</main>`) }),
    ],
    ['in quirks mode', () => ({ html: `<html><body><div>${tag()}</div></body></html>` })],
    ['from right to left', () => ({ html: doc(`<main dir="rtl">${tag()}</main>`) })],
  ];
  for (const [name, foreign] of pages) {
    it(name, async () => {
      const leave = await visit(foreign());
      await ready();
      const { display, width } = await page
        .locator('myo-booking')
        .evaluate((widget) => ({ display: getComputedStyle(widget).display, width: widget.clientWidth }));
      assert.equal(display, 'block');
      assert.ok(width > 300, `it is ${width} px wide`);
      const target = await page.getByRole('button', { name: 'Continue' }).boundingBox();
      assert.ok((target?.height ?? 0) >= 44, 'the button is large enough to hit');
      await leave();
    });
  }

  it('in a sandboxed frame without storage', async () => {
    const inner = doc(`<main>${tag()}</main>`).replaceAll('"', '&quot;');
    const leave = await visit({
      html: doc(`<iframe sandbox="allow-scripts" width="600" height="800" srcdoc="${inner}"></iframe>`),
    });
    await page
      .frameLocator('iframe')
      .getByRole('heading', { name: 'What can we help with?' })
      .waitFor({ timeout: 8000 });
    await leave();
  });

  it('and leaves nothing behind on the page', async () => {
    const leave = await visit({
      html: doc(`<script>window.before = Object.keys(window)</script><main>${tag()}</main>`),
    });
    await ready();
    const left = await page.evaluate(() => {
      const { before } = window as unknown as { before: string[] };
      return Object.keys(window).filter((name) => name !== 'before' && !before.includes(name));
    });
    assert.deepEqual(left, []);
    await leave();
  });
});
