import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { serveFiles } from '../../demo/site/serve.mjs';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
/** Its endpoint is open to frames of other files as well. */
let open: World;
before(async () => {
  [world, open] = await Promise.all([createWorld({ allows: 'frame' }), createWorld()]);
});
after(() => Promise.all([world.close(), open.close()]));

/** Everything that a script of the page can see: the document, open shadow roots, frames of its own origin, events, storage. */
const spy = `
  window.events = [];
  for (const type of ['myo-step-change', 'myo-booking-confirm', 'myo-booking-fail', 'message'])
    addEventListener(type, (event) => events.push(JSON.stringify([type, event.detail ?? event.data])));
  window.all = () => {
    const texts = [];
    const walk = (root) => {
      for (const node of root.querySelectorAll('*')) {
        texts.push(node.outerHTML, node.value);
        if (node.shadowRoot) walk(node.shadowRoot);
        try { if (node.contentDocument) walk(node.contentDocument); } catch {}
      }
    };
    walk(document);
    return [...texts, ...events, location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join('\\n');
  };`;
const body = (attributes = '') =>
  `<style>body { font: 20px Georgia; color: rgb(20, 40, 60); --myo-accent-color: rgb(120, 20, 90) }</style><script>${spy}</script>
   <button data-myo-open>Book</button>
   <main><script src="TAG" data-endpoint="ENDPOINT" data-isolate ${attributes}></script></main>`;

async function opens(attributes?: string, policy?: string): Promise<{ page: Page; maria: Patient }> {
  const page = await world.open({ page: world.write(body(attributes), policy) });
  if (attributes?.includes('popup')) await page.getByRole('button', { name: 'Book' }).click();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  assert.ok(frame);
  return { page, maria: new Patient(frame) };
}

describe('an isolated booking', () => {
  it('books, and no script of the page sees what was answered', async () => {
    const { page, maria } = await opens();
    await maria.comesToTheReview();
    await maria.confirms();
    await maria.reference();
    const seen = String(await page.evaluate('all()'));
    for (const planted of ['Maria', 'Santos', '555-0100', 'Relaxation', 'linkId', 'None of these'])
      assert.ok(!seen.includes(planted), `the page sees ${planted}`);
    assert.match(seen, /myo-booking-confirm/);
  });

  it('takes the looks of the page, and is as high as it needs to be', async () => {
    const { page, maria } = await opens();
    await maria.isAsked('What can we help with?');
    const look = `(({ fontFamily, fontSize, color }) => [fontFamily, fontSize, color])(getComputedStyle(document.querySelector('myo-booking')))`;
    assert.deepEqual(await maria.page.evaluate(look), ['Georgia', '20px', 'rgb(20, 40, 60)']);
    const accent = `getComputedStyle(document.documentElement).getPropertyValue('--myo-accent-color')`;
    assert.equal(await maria.page.evaluate(accent), 'rgb(120, 20, 90)');
    await page.waitForTimeout(300);
    const outer = Number(
      await page.evaluate(`document.querySelector('myo-booking').shadowRoot.querySelector('iframe').clientHeight`),
    );
    const inner = Number(await maria.page.evaluate(`document.querySelector('main').getBoundingClientRect().height`));
    assert.ok(Math.abs(outer - inner) <= 2, `${outer} for ${inner}`);
  });

  it('serves no endpoint that a script of the page has named, where its own file names others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'myo-files-'));
    cpSync('dist', folder, { recursive: true, filter: (path) => !/dist\/(es|v\d.*)$/.test(path) });
    const named = `name="myo-endpoints" content="${open.endpoint.url}"`;
    const others = ['http://127.0.0.1:9/clinics/cedar', `${open.endpoint.url}/../other`];
    const html = readFileSync('dist/frame.html', 'utf8').replace('name="myo-endpoints" content=""', named);
    writeFileSync(join(folder, 'frame.html'), html);
    const files = await serveFiles({ port: 0, folder });
    const page = await open.open({ page: 'about:blank' });
    const said: string[] = [];
    page.on('console', (message) => void said.push(message.text()));
    const thief = `<script>addEventListener('message', ({ data, source }) => { if (data?.myo === 'ready')
      for (const endpoint of ${JSON.stringify(others)})
        source.postMessage({ myo: 'settings', attributes: { lang: 'en', endpoint }, looks: {}, link: {} }, '*') })</script>`;
    await page.goto(open.write((thief + body()).replace('TAG', `${files.url}myo.js`)));
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await new Patient(frame!).isAsked('What can we help with?');
    assert.equal(await frame!.locator('myo-booking').getAttribute('endpoint'), open.endpoint.url);
    for (const other of others)
      assert.ok(
        said.some((line) => line.includes(`does not serve ${other}`)),
        other,
      );
    await page.context().close();
    await files.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps its endpoint, however a script of the page spells another', async () => {
    const { page, maria } = await opens();
    await maria.isAsked('What can we help with?');
    const tells = (attributes: object, patient = {}) =>
      page.evaluate(
        `document.querySelector('myo-booking').shadowRoot.querySelector('iframe').contentWindow.postMessage(${JSON.stringify({ myo: 'settings', attributes, looks: {}, patient, link: {} })}, '*')`,
      );
    const thief = 'http://127.0.0.1:9/clinics/cedar';
    await tells({ lang: 'en', endpoint: thief, ENDPOINT: thief, Isolate: '', services: 's2' });
    const inside = `(({ endpoint, isolate, services }) => [endpoint, isolate, services].join('|'))(document.querySelector('myo-booking'))`;
    const expected = `${world.endpoint.url}|false|s2`;
    for (let tries = 0; tries < 40 && !String(await maria.page.evaluate(inside)).endsWith('s2'); tries++)
      await page.waitForTimeout(100);
    assert.equal(await maria.page.evaluate(inside), expected);
    await page.context().close();
  });

  it('leads the keyboard and the screen reader inside of its frame, and says nothing twice', async () => {
    const { page, maria } = await opens();
    await maria.isAsked('What can we help with?');
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isAsked('Is it safe to treat you now?');
    const deepest = `let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;`;
    const inside = `(() => { ${deepest} return at?.textContent.trim(); })()`;
    for (let tries = 0; tries < 40 && (await maria.page.evaluate(inside)) !== 'Is it safe to treat you now?'; tries++)
      await page.waitForTimeout(100);
    assert.equal(await maria.page.evaluate(inside), 'Is it safe to treat you now?');
    assert.equal(await page.evaluate(`(() => { ${deepest} return at?.localName; })()`), 'iframe');
    assert.equal(await maria.widget.locator('.unseen[role=status]').count(), 1);
    assert.equal(await page.locator('myo-booking :is([role=status], [aria-live])').count(), 0);
    await page.context().close();
  });

  it('takes no look that is none of its own, and none that loads something', async () => {
    const { page, maria } = await opens();
    await maria.isAsked('What can we help with?');
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    const thief = 'url("http://127.0.0.1:9/thief.png")';
    const looks = {
      'background-image': thief,
      position: 'fixed',
      '--myo-surface-color': thief,
      '--myo-soft-color': String.raw`\\75 rl("http://127.0.0.1:9/thief.png")`,
      '--myo-gap': '9px',
    };
    const told = { myo: 'settings', attributes: { lang: 'en' }, looks, link: {} };
    await page.evaluate(
      `document.querySelector('myo-booking').shadowRoot.querySelector('iframe').contentWindow.postMessage(${JSON.stringify(told)}, '*')`,
    );
    const style = (name: string) =>
      maria.page.evaluate(`document.documentElement.style.getPropertyValue(${JSON.stringify(name)})`);
    for (let tries = 0; tries < 40 && (await style('--myo-gap')) !== '9px'; tries++) await page.waitForTimeout(100);
    assert.equal(await style('--myo-gap'), '9px');
    for (const name of ['background-image', 'position']) assert.equal(await style(name), '', name);
    for (const name of ['--myo-surface-color', '--myo-soft-color'])
      assert.doesNotMatch(String(await style(name)), /thief/, name);
    assert.ok(!asked.some((url) => url.includes('thief')));
    await page.context().close();
  });

  it('books for whom the patient has read through, whatever the page says then', async () => {
    const { page, maria } = await opens();
    await maria.comesToTheReview(undefined, undefined, { phone: '(303) 555-0191' });
    await page.evaluate(`document.querySelector('myo-booking').patient = { email: 'thief@example.org' }`);
    await page.evaluate(`document.body.style.setProperty('--myo-gap', '9px')`);
    const gap = `getComputedStyle(document.documentElement).getPropertyValue('--myo-gap')`;
    for (let tries = 0; tries < 40 && (await maria.page.evaluate(gap)) !== '9px'; tries++)
      await page.waitForTimeout(100);
    assert.equal(await maria.page.evaluate(gap), '9px');
    const email = `document.querySelector('myo-booking').store.state.details.email`;
    assert.equal(await maria.page.evaluate(email), '');
    await page.context().close();
  });

  it('stands in a popup too, by a link that chooses ahead', async () => {
    const { page, maria } = await opens('data-mode="popup"');
    await maria.isAsked('What can we help with?');
    await page.keyboard.press('Escape');
    await page.evaluate(`document.querySelector('myo-booking').open('service=s8')`);
    await maria.widget.locator('[part~=service][part~=selected]').filter({ hasText: 'Hot stone' }).waitFor();
  });

  it('keeps to the limits of its tag', async () => {
    const { maria } = await opens('data-services="s2 s4"');
    await maria.isAsked('What can we help with?');
    const ids = `document.querySelector('myo-booking').store.state.catalog.value.services.map(({ id }) => id)`;
    assert.deepEqual(await maria.page.evaluate(ids), ['s2', 's4']);
  });

  it('follows what changes around it, and the direction of the page', async () => {
    const { page, maria } = await opens('dir="rtl"');
    await maria.isAsked('What can we help with?');
    await page.evaluate(`(() => {
      const booking = document.querySelector('myo-booking');
      document.body.style.setProperty('--myo-accent-color', 'rgb(1, 2, 3)');
      document.body.style.setProperty('--myo-service-gap', '7px');
      document.documentElement.dir = 'rtl';
      booking.patient = { name: 'Maria Late' };
      booking.setAttribute('location', 'l1');
    })()`);
    const inside = `(() => {
      const style = getComputedStyle(document.documentElement);
      const { patient, location } = document.querySelector('myo-booking');
      return [style.getPropertyValue('--myo-accent-color'), style.getPropertyValue('--myo-service-gap'), style.direction, patient?.name, location].join('|');
    })()`;
    const expected = 'rgb(1, 2, 3)|7px|rtl|Maria Late|l1';
    for (let tries = 0; tries < 40 && (await maria.page.evaluate(inside)) !== expected; tries++)
      await page.waitForTimeout(100);
    assert.equal(await maria.page.evaluate(inside), expected);
    await page.context().close();
  });

  it('closes its popup by Escape inside of it too', async () => {
    const { page, maria } = await opens('data-mode="popup"');
    await maria.isAsked('What can we help with?');
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isHealthy();
    await maria.takesATime();
    await maria.goesOn();
    await maria.widget.getByLabel('Full name').press('Escape');
    await page.locator('myo-booking dialog[open]').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('keeps what stands in its place until the booking is there, and where its endpoint never answers', async () => {
    world.endpoint.break(/\/catalog$/, { kind: 'down' });
    const fallen = body('data-target="#here"').replace('<main>', '<main><div id="here"><p>Call us: 303</p></div>');
    const page = await world.open({ page: world.write(fallen) });
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await new Patient(frame!).sees(/cannot reach the booking service/);
    assert.ok(await page.getByText('Call us: 303').isVisible());
    world.endpoint.mend();
    await frame!.locator('button', { hasText: 'Try again' }).click();
    await new Patient(frame!).isAsked('What can we help with?');
    await page.getByText('Call us: 303').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('refuses to stand in a frame that every script of the page could look into', async () => {
    const page = await world.open({ page: 'about:blank' });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(`${world.files}frame.html`); // A page of the files' own host.
    await page.evaluate(`(() => {
      document.body.innerHTML = '<div id="here">Call us: 303</div>';
      const tag = document.createElement('script');
      Object.assign(tag.dataset, { endpoint: '${world.endpoint.url}', isolate: '', target: '#here' });
      tag.src = 'myo.js';
      document.body.append(tag);
    })()`);
    for (let tries = 0; tries < 50 && !said.some((text) => text.includes('another host')); tries++)
      await page.waitForTimeout(100);
    assert.ok(
      said.some((text) => /data-isolate keeps.*another host/.test(text)),
      said.join('\n'),
    );
    assert.ok(await page.getByText('Call us: 303').isVisible());
    assert.equal(await page.locator('iframe').count(), 0);
    await page.context().close();
  });

  it('says what to allow where the page allows no frame', async () => {
    const page = await world.open({ page: 'about:blank' });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(
      world.write(
        `<main><div id="here">Call us.</div><script src="TAG" data-endpoint="ENDPOINT" data-isolate data-target="#here"></script></main>`,
        "frame-src 'none'",
      ),
    );
    await page.getByText('Call us.').waitFor();
    await page.clock.fastForward(16_000);
    for (let tries = 0; tries < 30 && !said.some((text) => text.includes('frame-src')); tries++)
      await page.waitForTimeout(100);
    assert.ok(
      said.some((text) => text.includes('frame.html') && text.includes('frame-src')),
      said.join('\n'),
    );
    assert.ok(await page.getByText('Call us.').isVisible());
  });
});
