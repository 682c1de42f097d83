import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openDatabase, type OpenDatabase } from '../../demo/endpoint/db/open-database.ts';
import { serveFiles, serveSite, type Served } from '../../demo/site/serve.mjs';
import { testEndpoint, type TestEndpoint } from '../demo/endpoint/helpers/endpoint.ts';
import { booking } from '../demo/endpoint/helpers/patient.ts';
import { receptionist, type Receptionist } from '../demo/endpoint/helpers/receptionist.ts';
import { violationsOn } from './support/axe.ts';
import { serveApp, type ServedApp } from './support/serve-app.ts';
import { launch } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];

describe('The longer form before a visit', () => {
  let database: OpenDatabase;
  let endpoint: TestEndpoint;
  let noor: Receptionist;
  let served: ServedApp;
  let files: Served;
  let site: Served;
  let browser: Browser;
  let people = 0;
  const errors: string[] = [];

  before(async () => {
    database = await openDatabase();
    endpoint = testEndpoint(database.db, { allowedOrigins: '*', rateLimit: 0 });
    noor = await receptionist(endpoint);
    served = await serveApp(endpoint.app);
    files = await serveFiles({ port: 0, folder: 'dist' });
    const endpointUrl = `${served.url}clinics/${endpoint.clinic.id}`;
    site = await serveSite({ port: 0, endpointUrl, filesUrl: files.url, outboxUrl: 'http://127.0.0.1:1/outbox' });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await Promise.all([site?.close(), files?.close(), served?.close()]);
    await database?.close();
  });

  /** Somebody who has booked, and opens the link in their letter. */
  async function booked(slot: string) {
    const maria = endpoint.patient();
    const { token } = (await maria.holds(slot)).body;
    const sent = booking();
    const patient = { ...sent.patient, phone: `+1 303 555 01${10 + people++}` };
    const reply = await maria.books(token, { ...sent, patient });
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    return reply.body.manageToken as string;
  }
  async function open(token: string, width = 1280) {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) errors.push(message.text());
    });
    await page.goto(new URL(`form.html${token && `#manage=${token}`}`, site.url).href);
    return page;
  }
  const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();
  const atDesk = async (day: string) => (await noor.day(day)).body.appointments[0].forms[0];
  async function isAccessible(page: Page, name: string) {
    if (screenshots) await page.screenshot({ path: `${screenshots}/form-${name}.png`, fullPage: true });
    assert.deepEqual(await violationsOn(page), [], name);
  }

  it('is saved as it is filled in, goes on where it was left, and stands at the desk', async () => {
    const token = await booked('s2~t1~2026-12-01T16:00Z');
    assert.deepEqual((await atDesk('2026-12-01')).started, false);
    const page = await open(token, 360);
    await page.getByRole('heading', { name: 'A little more about you' }).waitFor();
    await page.getByLabel(/What do you do most of the day/).fill('I lift boxes');
    await page.getByText('Saved.', { exact: true }).waitFor();
    await isAccessible(page, 'phone');
    const begun = await atDesk('2026-12-01');
    assert.deepEqual([begun.title, begun.started, begun.complete], ['A little more about you', true, false]);
    assert.deepEqual(begun.answers, [
      { question: 'What do you do most of the day? Sit, stand, lift?', answers: ['I lift boxes'] },
    ]);
    await goOn(page);
    await page.getByText('Please answer this question.').waitFor();
    await page.close();

    const later = await open(token);
    assert.equal(await later.getByLabel(/What do you do most of the day/).inputValue(), 'I lift boxes');
    await later.getByLabel('So-so').check();
    await goOn(later);
    await later.getByLabel(/What would you like to do again/).fill('Dance');
    await goOn(later);
    await later.getByLabel(/Claim number/).fill('C-17');
    await isAccessible(later, 'desktop');
    await goOn(later);
    await later.getByRole('heading', { name: 'Thank you. We have your answers.' }).waitFor();
    await isAccessible(later, 'thanks');
    const whole = await atDesk('2026-12-01');
    assert.equal(whole.complete, true);
    assert.deepEqual(whole.answers.at(-1), { question: 'Claim number, after an accident', answers: ['C-17'] });
  });

  it('keeps what is typed while the clinic cannot be reached', async () => {
    const page = await open(await booked('s2~t1~2026-12-03T16:00Z'));
    await page.getByRole('heading', { name: 'A little more about you' }).waitFor();
    await page.route('**/booking/forms', (route) => route.abort());
    await page.getByLabel(/Which sport/).fill('Chess');
    await page.getByText('Not saved yet.').waitFor();
    await page.unroute('**/booking/forms');
    await page.getByText('Saved.', { exact: true }).waitFor();
    assert.deepEqual((await atDesk('2026-12-03')).answers[0].answers, ['Chess']);
  });

  it('keeps the token and the answers out of the address and the storage', async () => {
    const page = await open(await booked('s2~t1~2026-12-08T16:00Z'));
    await page.getByRole('heading', { name: 'A little more about you' }).waitFor();
    await page.getByLabel(/Which sport/).fill('Chess');
    await page.getByText('Saved.', { exact: true }).waitFor();
    const kept = await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie, location.href]');
    assert.deepEqual(kept, [0, 0, '', new URL('form.html', site.url).href]);
    assert.doesNotMatch(endpoint.log.join(), /Chess/);
  });

  it('says what to do where the link is not whole', async () => {
    await (await open('')).getByText('Please open the link in the message').waitFor();
    await (await open('wrong')).getByRole('alert').waitFor();
  });

  it('has no fault of its own', () => assert.deepEqual(errors, []));
});
