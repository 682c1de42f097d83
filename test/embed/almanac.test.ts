import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { serveFiles, type Served } from '../../demo/site/serve.mjs';
import { launch } from '../e2e/support/world.ts';

let files: Served;
let browser: Browser;
before(async () => {
  [files, browser] = await Promise.all([serveFiles({ port: 0, folder: 'dist' }), launch()]);
});
after(async () => {
  await browser?.close();
  await files?.close();
});

/** A calendar alone on a page, with a time in December and one in January. */
const html = `<!doctype html><html lang="en-US-u-ca-persian"><link rel="icon" href="data:,"><body>
  <script src="/myo.js"></script>
  <myo-therapist-calendar></myo-therapist-calendar>
  <script>
    const at = (start) => ({ id: start, start, appointments: [{ serviceId: 's', therapistId: 't', start }] });
    const month = (start) => ({ status: 'loaded', value: { slots: [at(start)], next: null } });
    Object.assign(document.querySelector('myo-therapist-calendar'), {
      today: '2026-11-23',
      month: '2026-12',
      months: { '2026-12': month('2026-12-03T09:00:00-07:00'), '2027-01': month('2027-01-08T09:00:00-07:00') },
    });
  </script></body></html>`;

async function open(almanac?: (route: Route) => Promise<void>) {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(`thrown: ${error.message}`));
  await page.route('**/calendar.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  if (almanac) await page.route('**/myo-almanac.js', almanac);
  await page.goto(`${files.url}calendar.html`);
  return {
    page,
    days: () => page.locator('[data-day]').count(),
    thrown: () => said.filter((words) => words.startsWith('thrown')),
    complaints: () => said.filter((words) => words.startsWith('myo-booking: put myo-almanac.js beside')).length,
  };
}

const pressed = (page: Page) => page.locator('[part~=time][aria-pressed=true]').count();

const failures: readonly (readonly [string, (route: Route) => Promise<void>])[] = [
  ['is not there', (route) => route.fulfill({ status: 404, body: '' })],
  ['never arrives', (route) => route.abort()],
  ['is something else', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })],
  ['breaks', (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' })],
  ['knows no months', (route) => route.fulfill({ contentType: 'text/javascript', body: 'export {}' })],
];

describe('the file with the months of other calendars', () => {
  it('brings them', async () => {
    const { page, days, thrown, complaints } = await open();
    await page.locator('[data-day="2026-11-22"]').waitFor();
    assert.equal(await days(), 30);
    assert.deepEqual(thrown(), []);
    assert.equal(complaints(), 0);
    await page.close();
  });

  for (const [what, almanac] of failures)
    it(`leaves the Gregorian months where it ${what}`, async () => {
      const { page, days, thrown, complaints } = await open(almanac);
      for (let tries = 0; tries < 100 && !complaints(); tries++) await page.waitForTimeout(50);
      assert.equal(await days(), 31);
      await page.locator('[part~=time]').click();
      assert.equal(await pressed(page), 1);
      await page.locator('[part~=turn]').last().click();
      await page.locator('[data-day="2027-01-08"]').waitFor();
      assert.equal(await days(), 31);
      assert.equal(complaints(), 1);
      assert.deepEqual(thrown(), []);
      await page.close();
    });
});
