import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { NOW, startServer, type ServerProcess } from '../demo/endpoint/helpers/server-process.ts';
import { violationsOn } from './support/axe.ts';
import { Patient } from './support/patient.ts';
import { launch } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];

describe('The page at a clinic’s endpoint', () => {
  let server: ServerProcess;
  let browser: Browser;
  before(async () => {
    server = await startServer({ LOG_LEVEL: 'error' });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await server.kill('SIGTERM');
  });

  it('books, under its own policy and without any other origin', async () => {
    const context = await browser.newContext({ timezoneId: 'America/Denver', locale: 'en-US' });
    const page = await context.newPage();
    await page.clock.install({ time: Date.parse(NOW) });
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    const origins = new Set<string>();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => origins.add(new URL(request.url()).origin));

    const answer = await page.goto(`${server.url}/book`);
    assert.equal(answer?.status(), 200, 'dist/ is built before');
    const maria = new Patient(page);
    await maria.isAsked('What can we help with?');
    assert.deepEqual(await violationsOn(page), []);
    if (screenshots) await page.screenshot({ path: `${screenshots}/booking-page.png` });
    assert.match(await page.title(), /Cedar Ridge Medical Massage$/);
    await maria.comesToTheReview();
    await maria.confirms();
    assert.match(await maria.reference(), /^\w{3}-\w{3}$/);
    assert.deepEqual(complaints, []);
    assert.deepEqual([...origins], [server.root]);
    await context.close();
  });
});
