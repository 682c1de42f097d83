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

const links = `
  <a href="tel:+13035550134" data-myo-open>Book</a>
  <button data-myo-open="service=s8&therapist=t1">Hot stone with Ana</button>`;
const tag = (attributes = '') => `<main><script src="TAG" data-endpoint="ENDPOINT" ${attributes}></script></main>`;

const opens = async (body: string, fragment = '') => {
  const page = await world.open({ page: world.write(body) + fragment });
  return { page, maria: new Patient(page) };
};
const isOpen = (page: Page) =>
  page.evaluate(`!!document.querySelector('myo-booking').shadowRoot.querySelector('dialog')?.open`);
const chosen = (page: Page) =>
  page.evaluate(
    `(({ serviceId, therapistIds, addOnIds, locationId }) => [serviceId, therapistIds.join(), addOnIds.join(), locationId])(document.querySelector('myo-booking').store.state)`,
  );
const becomes = async (read: () => Promise<unknown>, wanted: unknown) => {
  for (let tries = 0; tries < 50 && JSON.stringify(await read()) !== JSON.stringify(wanted); tries++)
    await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual(await read(), wanted);
};

describe('a booking in a popup', () => {
  it('opens by a marked link, books, closes, and gives the focus back', async () => {
    const { page, maria } = await opens(links + tag('data-mode="popup"'));
    await page.locator('dialog').waitFor({ state: 'attached' });
    await page.evaluate(`addEventListener('myo-widget-open', () => { window.opened = (window.opened ?? 0) + 1 })`);
    await page.getByRole('link', { name: 'Book' }).click();
    await maria.isAsked('What can we help with?');
    assert.equal(await page.evaluate('window.opened'), 1);
    await maria.comesToTheReview();
    await maria.confirms();
    assert.match(await maria.reference(), /\w/);
    await page.keyboard.press('Escape');
    await becomes(() => isOpen(page), false);
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Book');
    await page.getByRole('link', { name: 'Book' }).click();
    await maria.isAsked('What can we help with?');
  });

  it('opens by a link that was pressed before its file was there', async () => {
    const page = await world.open({ page: 'about:blank' });
    let arrives: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => (arrives = resolve));
    await page.route('**/myo-extras.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(world.write(links + tag('data-mode="popup"')));
    await page.getByRole('link', { name: 'Book' }).click();
    arrives?.();
    await new Patient(page).isAsked('What can we help with?');
    assert.equal(await isOpen(page), true);
    await page.context().close();
  });

  it('gives the kept time back when it is closed, and loses nothing else', async () => {
    const { page, maria } = await opens(links + tag('data-mode="popup"'));
    await page.locator('dialog').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'Book' }).click();
    await maria.isAsked('What can we help with?');
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isHealthy();
    const released = page.waitForRequest((request) => request.method() === 'DELETE');
    await maria.takesATime();
    await maria.button('Close').click();
    await released;
    await page.getByRole('link', { name: 'Book' }).click();
    await maria.isAsked('When can you come?');
  });

  it('chooses ahead by the words of a marked button', async () => {
    const { page, maria } = await opens(links + tag('data-mode="popup"'));
    await page.locator('dialog').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Hot stone with Ana' }).click();
    await maria.isAsked('What can we help with?');
    await becomes(() => chosen(page), ['s8', 't1', '', '']);
  });

  it('floats as a button where the page wants that', async () => {
    const { page, maria } = await opens(tag('data-mode="floating"'));
    await maria.button('Book an appointment').click();
    await maria.isAsked('What can we help with?');
    await maria.button('Close').click();
    await becomes(() => isOpen(page), false);
  });

  it('opens and closes by its methods', async () => {
    const { page, maria } = await opens(tag('data-mode="popup"'));
    await page.locator('myo-booking').waitFor({ state: 'attached' });
    await page.evaluate(`document.querySelector('myo-booking').open('service=s2')`);
    await maria.isAsked('What can we help with?');
    await becomes(() => chosen(page), ['s2', '', '', '']);
    await page.evaluate(`document.querySelector('myo-booking').close()`);
    await becomes(() => isOpen(page), false);
  });
});

describe('an address for afterwards', () => {
  for (const [after, says] of [
    ['https://', /data-after="https:\/\/" is not a web address/],
    ['javascript:alert(1)', /data-after="javascript:alert\(1\)" is not a web address/],
  ] as const)
    it(`that is none keeps nobody from the confirmation: ${after}`, async () => {
      const { page, maria } = await opens(tag(`data-after="${after}"`));
      const said: string[] = [];
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      await maria.comesToTheReview();
      await maria.confirms();
      assert.ok(await maria.reference());
      assert.equal(said.filter((line) => says.test(line)).length, 1, said.join('\n'));
      assert.equal(await maria.widget.getByRole('link', { name: 'Continue' }).count(), 0);
      await page.context().close();
    });
});

describe('a link that chooses ahead', () => {
  const cases: readonly (readonly [fragment: string, wanted: readonly string[]])[] = [
    ['#myo-service=s2', ['s2', '', '', '']],
    ['#myo-service=s2&therapist=t1&location=l1', ['s2', 't1', '', 'l1']],
    ['#myo-therapist=t1', ['', 't1', '', '']],
    ['#myo-service=s99&therapist=t99&location=l99', ['', '', '', '']],
  ];
  for (const [fragment, wanted] of cases)
    it(fragment, async () => {
      const { page, maria } = await opens(tag(), fragment);
      await maria.isAsked('What can we help with?');
      await becomes(() => chosen(page), wanted);
      assert.equal(await page.evaluate('location.hash'), '', 'it is taken out of the address');
    });

  it('is taken out of the address of a page with another base too', async () => {
    const { page, maria } = await opens(`<base href="https://elsewhere.example/">${tag()}`, '#myo-service=s2');
    await maria.isAsked('What can we help with?');
    await becomes(() => chosen(page), ['s2', '', '', '']);
    assert.equal(await page.evaluate('location.hash'), '');
  });

  it('works on a page that is open already', async () => {
    const { page, maria } = await opens(`<a href="#myo-service=s2">Sixty minutes</a>${tag()}`);
    await maria.isAsked('What can we help with?');
    await page.getByRole('link', { name: 'Sixty minutes' }).click();
    await becomes(() => chosen(page), ['s2', '', '', '']);
  });

  it('leaves the page’s own fragments alone', async () => {
    const { page, maria } = await opens(tag(), '#prices');
    await maria.isAsked('What can we help with?');
    assert.equal(await page.evaluate('location.hash'), '#prices');
  });
});

describe('the limits of a tag', () => {
  it('offer some services, by some therapists, at one place, and say where the patient came from', async () => {
    const limits = 'data-services="s2 s4" data-therapists="t1" data-location="l1" data-source="newsletter"';
    const { page, maria } = await opens(tag(`${limits} data-after="https://clinic.example/thanks?x=1"`));
    await maria.isAsked('What can we help with?');
    const offered = `document.querySelector('myo-booking').store.state.catalog.value`;
    assert.deepEqual(await page.evaluate(`${offered}.services.map(({ id }) => id)`), ['s2', 's4']);
    assert.deepEqual(await page.evaluate(`${offered}.therapists.map(({ id }) => id)`), ['t1']);
    assert.deepEqual(await page.evaluate(`${offered}.clinic.locations.map(({ id }) => id)`), ['l1']);
    await maria.comesToTheReview(/relaxation/i.source);
    await maria.confirms();
    const kept = world.db
      .selectFrom('booking')
      .select('body')
      .where('reference', '=', await maria.reference());
    assert.match(JSON.stringify(await kept.executeTakeFirstOrThrow()), /source\W+newsletter/);
    const onward = maria.widget.getByRole('link', { name: 'Continue' });
    assert.equal(await onward.getAttribute('href'), 'https://clinic.example/thanks?x=1');
  });
});

describe('what the page knows of the patient', () => {
  it('is filled in ahead', async () => {
    const { page, maria } = await opens(tag());
    await maria.isAsked('What can we help with?');
    await page.evaluate(`Object.assign(document.querySelector('myo-booking'), { patient: { name: 'Maria Santos' } })`);
    await becomes(
      () => page.evaluate(`document.querySelector('myo-booking').store.state.details.name`),
      'Maria Santos',
    );
  });
});

describe('where a page keeps the second file away', () => {
  it('the fallback stays, and the console says what to do', async () => {
    const page = await world.open({ page: 'about:blank' });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.route('**/myo-extras.js', (route) => route.abort());
    await page.goto(
      world.write(
        `<main><div id="here">Call us.</div><script src="TAG" data-endpoint="ENDPOINT" data-target="#here" data-mode="floating"></script></main>`,
      ),
    );
    await page.getByText('Call us.').waitFor();
    await becomes(async () => said.some((text) => text.includes('myo-extras.js')), true);
    assert.ok(await page.getByText('Call us.').isVisible());
  });
});
