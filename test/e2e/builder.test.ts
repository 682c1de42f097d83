import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contrast, mended, smallPrint } from '../../demo/site/developers/contrast.js';
import { snippets } from '../../demo/site/developers/snippets.js';
import { violationsOn } from './support/axe.ts';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

const opens = async () => {
  const page = await world.open({ page: 'builder.html', viewport: { width: 1280, height: 900 } });
  await new Patient(page).isAsked('What can we help with?');
  return page;
};
const pasted = async (page: Page) => (await page.locator('#snippet').textContent()) ?? '';

describe('the builder', () => {
  it('makes a snippet that brings the booking which it has shown', async () => {
    const page = await opens();
    await page.getByLabel('Relaxation massage, 60 min').check();
    await page.getByLabel('Language').selectOption('en');
    await page.getByLabel('Colours of your own').check();
    await new Patient(page).isAsked('What can we help with?');
    await page.locator('#preview [part~=service]').nth(1).waitFor({ state: 'detached' });
    const snippet = await pasted(page);
    assert.match(snippet, /v\d+\.\d+\.\d+\/myo\.js"\s+integrity="sha384-/);
    assert.deepEqual(await violationsOn(page), []);

    const elsewhere = await world.open({ page: world.write(`<main>${snippet}</main>`) });
    const maria = new Patient(elsewhere);
    await maria.isAsked('What can we help with?');
    assert.equal(await maria.widget.locator('[part~=service]').count(), 1);
    assert.equal(await maria.widget.evaluate((one) => getComputedStyle(one).color), 'rgb(29, 38, 36)');
    await page.context().close();
  });

  it('makes a tag for a tag manager that works when it is run', async () => {
    const page = await opens();
    await page.getByRole('button', { name: 'Tag Manager' }).click();
    const snippet = await pasted(page);
    const [, place = ''] = /On the page, where [^]*?\n(<div.*<\/div>)\n/.exec(snippet) ?? [];
    const body = `<main><p>Welcome</p>${place}<p>Goodbye</p></main>${snippet}`;
    const elsewhere = await world.open({ page: world.write(body) });
    await new Patient(elsewhere).isAsked('What can we help with?');
    assert.equal(await elsewhere.locator('main > #booking > myo-booking').count(), 1);
    await page.context().close();
  });

  it('says where each snippet goes, the endpoint in each', async () => {
    const page = await opens();
    for (const name of Object.keys(snippets)) {
      await page.getByRole('button', { name, exact: true }).click();
      assert.ok((await pasted(page)).includes(world.endpoint.url), name);
      assert.ok(((await page.locator('#where').textContent()) ?? '').length > 10, name);
    }
    await page.context().close();
  });

  it('gives a popup something that opens it, and to Wix a page that stands in no frame', () => {
    const choice = { script: 'myo.js', fallback: '', tokens: {}, settings: { endpoint: 'https://booking.example/c' } };
    const popup = { ...choice, settings: { ...choice.settings, mode: 'popup' } };
    for (const [name, { write }] of Object.entries(snippets)) {
      assert.match(write(popup), /<button data-myo-open>Book an appointment</, name);
      assert.doesNotMatch(write(choice), /data-myo-open/, name);
    }
    assert.doesNotMatch(snippets['Wix']!.write(choice), /Embed a Site/);
    assert.match(snippets['HTML']!.write(choice), /<div id="booking" style="min-height: 40em">/);
  });

  it('makes a snippet whose popup opens on the page that it is pasted into', async () => {
    const { files, endpoint } = world;
    const choice = {
      script: `${files}myo.js`,
      fallback: '',
      tokens: {},
      settings: { endpoint: endpoint.url, lang: 'en', mode: 'popup' },
    };
    const page = await world.open({ page: world.write(`<main>${snippets['HTML']!.write(choice)}</main>`) });
    await page.getByRole('button', { name: 'Book an appointment' }).click();
    await new Patient(page).isAsked('What can we help with?');
    await page.context().close();
  });

  it('warns of colours that cannot be read, and mends them', async () => {
    const page = await opens();
    await page.getByLabel('Colours of your own').check();
    await page.getByLabel('Accent').fill('#ffee88');
    await page.getByLabel('Ink').fill('#999999');
    const warning = page.getByText('Not everybody can read these colours.');
    await warning.waitFor();
    await page.getByRole('button', { name: 'Mend the colours' }).click();
    await warning.waitFor({ state: 'hidden' });
    const [accent, ink] = [await page.getByLabel('Accent').inputValue(), await page.getByLabel('Ink').inputValue()];
    assert.ok(contrast(accent, '#ffffff') >= 4.5 && smallPrint(ink, '#ffffff') >= 5, `${accent} ${ink}`);
    await page.waitForTimeout(300);
    assert.deepEqual(await violationsOn(page), []);
    await page.context().close();
  });

  it('shows an isolated booking too, and the booking of another endpoint', async () => {
    const page = await opens();
    await page.getByLabel('Keep it out of reach of scripts on the page').check();
    const frame = await (await page.waitForSelector('#preview iframe')).contentFrame();
    await new Patient(frame!).isAsked('What can we help with?');
    await page.getByLabel('Keep it out of reach of scripts on the page').uncheck();
    const other = world.endpoint.url.replace('127.0.0.1', 'localhost');
    await page.getByLabel('Address of your booking endpoint').fill(other);
    await page.getByLabel('Language').focus();
    await page
      .locator(`#preview myo-booking[endpoint="${other}"]`)
      .getByRole('heading', { name: 'What can we help with?' })
      .waitFor();
    assert.ok(await page.getByText('This address does not answer').isHidden());
    await page.context().close();
  });

  it('says so where the endpoint does not answer', async () => {
    const page = await opens();
    await page.getByLabel('Address of your booking endpoint').fill('http://127.0.0.1:1/clinics/none');
    await page.getByLabel('Language').focus();
    await page.getByText('This address does not answer').waitFor();
    await page.context().close();
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  });
  it('is mended by as little as it needs, whatever the colours', () => {
    assert.equal(mended('#000000', ['#ffffff']), '#000000');
    for (const colour of ['#ff0000', '#ffee88', '#00ff00', '#808080'])
      for (const ground of ['#ffffff', '#000000', '#f7f2e9'])
        assert.ok(contrast(mended(colour, [ground]) ?? '', ground) >= 4.5, `${colour} on ${ground}`);
  });
});
