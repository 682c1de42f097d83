/** `myo-fields.js` on a page with a form of its own, beside a booking. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { serveFiles, type Served } from '../../demo/site/serve.mjs';
import { createWorld, launch, type World } from '../e2e/support/world.ts';

let world: World;
let files: Served;
let browser: Browser;
before(async () => {
  [world, files, browser] = await Promise.all([createWorld(), serveFiles({ port: 0, folder: 'dist' }), launch()]);
});
after(async () => {
  await browser?.close();
  await Promise.all([world?.close(), files?.close()]);
});

const slot = {
  id: 'a',
  start: '2026-12-03T09:00:00-07:00',
  appointments: [
    { serviceId: 's', therapistId: 't', start: '2026-12-03T09:00:00-07:00', end: '2026-12-03T10:00:00-07:00' },
  ],
};

describe('a page with a form of its own', () => {
  it('sends the time that was picked, and books beside it', async () => {
    const html = `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"></head><body>
      <form action="/sent"><myo-therapist-calendar name="time" required></myo-therapist-calendar><button>Send</button></form>
      <script src="${files.url}myo-fields.js"></script>
      <script src="${files.url}myo.js" data-endpoint="${world.endpoint.url}"></script>
      <script>Object.assign(document.querySelector('myo-therapist-calendar'), { slots: [${JSON.stringify(slot)}], today: '2026-11-23' })</script>`;
    const server = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await browser.newPage();
    try {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.getByRole('heading', { name: 'What can we help with?' }).waitFor({ timeout: 8000 });
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('Please pick a time first.').waitFor();
      await page.getByRole('button', { name: /^9:00/ }).click();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.waitForURL('**/sent?time=a');
      assert.equal(new URL(page.url()).search, '?time=a');
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  });
});
