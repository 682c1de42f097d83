import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

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
