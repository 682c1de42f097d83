import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openDatabase, type OpenDatabase } from '../../demo/endpoint/db/open-database.ts';
import { booking } from '../demo/endpoint/helpers/patient.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../demo/endpoint/helpers/endpoint.ts';
import { receptionist } from '../demo/endpoint/helpers/receptionist.ts';
import { serveSite, type Served } from '../../demo/site/serve.mjs';
import { violationsOn } from './support/axe.ts';
import { serveApp, type ServedApp } from './support/serve-app.ts';
import { launch } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];

/** Somebody at the desk, in front of its page. */
class DeskPage {
  constructor(readonly page: Page) {}

  async signsIn(key: string) {
    await this.page.getByLabel('Your key').fill(key);
    await this.page.getByRole('button', { name: 'Open the desk' }).click();
  }
  goesTo = async (view: string, heading: string | RegExp) => {
    await this.page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click();
    await this.isAt(heading);
  };
  isAt = (heading: string | RegExp) => this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  card = (name: string) => this.page.getByRole('article', { name });
  sees = (words: string | RegExp) => this.page.getByText(words).first().waitFor();

  async isAccessible(name: string) {
    if (screenshots) await this.page.screenshot({ path: `${screenshots}/desk-${name}.png`, fullPage: true });
    assert.deepEqual(await violationsOn(this.page), [], name);
  }
}

describe('The page of the desk', () => {
  let database: OpenDatabase;
  let endpoint: TestEndpoint;
  let served: ServedApp;
  let site: Served;
  let browser: Browser;
  let key = '';
  let people = 0;
  const errors: string[] = [];

  before(async () => {
    database = await openDatabase();
    const clinic = cedar((data) => (data.policy.maxUpcoming = 20));
    endpoint = testEndpoint(database.db, { clinic, allowedOrigins: '*', rateLimit: 0 });
    ({ key } = await receptionist(endpoint, 'Noor Haddad'));
    served = await serveApp(endpoint.app);
    site = await serveSite({
      port: 0,
      endpointUrl: `${served.url}clinics/${clinic.id}`,
      filesUrl: 'http://127.0.0.1:1/',
      outboxUrl: 'http://127.0.0.1:1/outbox',
    });
    browser = await launch();
    await book('s2~t1~2026-11-23T18:00Z', 'Maria Santos', ['sore'], 'Please speak loudly. I hear little on the left.');
    const tom = await book('s9~t2~2026-11-23T20:00Z', 'Tom Okafor');
    const back = { consentIds: ['treatment'] };
    await endpoint.patient().sends('/booking/withdraw', back, { token: tom.manageToken });
    await book('s2~t1~2026-12-01T16:00Z', 'Ida Lund', ['clot', 'sore']);
    await book('s2~t1~2026-12-01T18:00Z', 'Pia Ray', ['clot'], '', 'x!');
    await endpoint.patient().sends('/callbacks', { name: 'John Ash', phone: '+1 303 555 0123', when: 'after four' });
  });
  after(async () => {
    await browser?.close();
    await Promise.all([site?.close(), served?.close()]);
    await database?.close();
  });

  async function book(slot: string, name: string, yes: readonly string[] = [], note = '', language = 'en') {
    const patient = endpoint.patient();
    const { token } = (await patient.holds(slot)).body;
    const sent = booking(...yes);
    const phone = `+1 303 555 ${String(100 + people++).padStart(4, '0')}`;
    const who = { ...sent.patient, language, name, phone, email: `${name.split(' ')[0]!.toLowerCase()}@example.org` };
    const consents = sent.consents.map((one) => ({ ...one, signedName: name }));
    const reply = await patient.books(token, { ...sent, patient: who, consents, ...(note && { note }) });
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    return reply.body;
  }

  async function open(options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      locale: 'en-US',
      timezoneId: 'Asia/Tokyo',
      bypassCSP: false,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    // A refusal is no fault of the page, though the browser says so in its console.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) errors.push(message.text());
    });
    await page.goto(new URL('desk.html', site.url).href);
    return new DeskPage(page);
  }

  it('opens to nobody without a key', async () => {
    const desk = await open();
    await desk.isAccessible('sign-in');
    await desk.signsIn('not-a-key');
    await desk.sees('This key opens no desk here.');
    assert.equal(await desk.page.getByRole('article').count(), 0);
  });

  for (const [name, options] of [
    ['phone', { viewport: { width: 360, height: 740 } }],
    ['desktop', { viewport: { width: 1280, height: 900 } }],
    ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ] as const)
    it(`shows who comes, whom to call and what waits, for everybody: ${name}`, async () => {
      const desk = await open(options);
      await desk.signsIn(key);
      await desk.isAt('Monday, November 23');
      await desk.sees('The checklist is a draft.');
      const maria = desk.card('Maria Santos');
      for (const words of [
        '11:00 AM',
        'Start light.',
        'Please speak loudly. I hear little on the left.',
        '+1 303 555 0100',
      ])
        await maria.getByText(words).first().waitFor();
      assert.deepEqual(await desk.page.getByRole('heading', { level: 2 }).allTextContents(), [
        'Maria Santos',
        'Tom Okafor',
      ]);
      await desk.card('Tom Okafor').getByText('Took a consent back').waitFor();
      assert.equal(await maria.getByText('Took a consent back').count(), 0);
      await maria.getByText('Answers to the checklist').click();
      await maria.getByText('Are you sore all over?').waitFor();
      await maria.getByText(/^Agreed to on /).click();
      await maria.getByText(/^I agree to the treatment .* signed Maria Santos\.$/).waitFor();
      await desk.isAccessible(`day-${name}`);
      await desk.goesTo('To answer', 'Waiting for an answer');
      await desk.card('Ida Lund').getByText('Kept until').waitFor();
      await desk.card('Ida Lund').getByText('Yes, with limits').click();
      await desk.isAccessible(`to-answer-${name}`);
      await desk.goesTo('Calls', 'Who wants to be called');
      await desk.card('John Ash').getByText('after four').waitFor();
      await desk.isAccessible(`calls-${name}`);
      await desk.goesTo('Messages', 'What may not have arrived');
      await desk.isAccessible(`messages-${name}`);
      await desk.goesTo('Log', 'Who has looked at what');
      await desk.sees('looked at the calls');
      await desk.isAccessible(`log-${name}`);
      const wide = 'document.documentElement.scrollWidth - innerWidth';
      assert.ok(Number(await desk.page.evaluate(wide)) <= 0, 'nothing is wider than the screen');
    });

  it('takes an answer, by keyboard alone, and says what became of it', async () => {
    const desk = await open();
    await desk.page.keyboard.press('Tab');
    await desk.page.getByLabel('Your key').focus();
    await desk.page.keyboard.type(key);
    await desk.page.keyboard.press('Enter');
    await desk.isAt('Monday, November 23');
    await desk.goesTo('To answer', 'Waiting for an answer');
    const ida = desk.card('Ida Lund');
    await ida.getByRole('radio', { name: 'No objection' }).focus();
    await desk.page.keyboard.press('ArrowDown');
    await ida.getByLabel('Who says so').fill('Dr. Osei');
    await ida.getByLabel('Which limits').fill('Keep off the left calf.');
    await ida.getByLabel(/^Good until/).fill('2026-11-30');
    await ida.getByRole('button', { name: 'Confirm the time' }).press('Enter');
    await ida.getByText('This ends before the visit.').waitFor();
    assert.equal(await ida.getByLabel('Which limits').inputValue(), 'Keep off the left calf.', 'nothing is lost');
    await ida.getByLabel(/^Good until/).fill('2026-12-31');
    await ida.getByRole('button', { name: 'Confirm the time' }).press('Enter');
    await desk.sees('Confirmed. Ida Lund will hear of it.');
    await ida.waitFor({ state: 'detached' });
    const pia = desk.card('Pia Ray');
    await pia.getByText('Advises against it').click();
    await pia.getByLabel('Who says so').fill('Dr. Osei');
    await pia.getByRole('button', { name: 'Free the time' }).click();
    await desk.sees('The time is free again. Pia Ray will hear of it.');
    await desk.sees('Nothing waits for an answer.');
    await desk.goesTo('Visits', 'Monday, November 23');
    await desk.page.getByLabel('Another day').fill('2026-12-01');
    await desk.isAt('Tuesday, December 1');
    await desk.card('Ida Lund').getByText('Keep off the left calf.').waitFor();
    await desk.card('Ida Lund').getByText('Good until December 31, 2026.').waitFor();
    assert.equal(await desk.card('Pia Ray').count(), 0);
    await desk.isAccessible('answered');
    await desk.goesTo('Calls', 'Who wants to be called');
    await desk.page.getByRole('button', { name: 'We have called John Ash' }).click();
    await desk.sees('Nobody waits for a call.');
  });

  it('keeps nothing in the browser, and its address says nothing', async () => {
    const desk = await open();
    await desk.signsIn(key);
    await desk.isAt('Monday, November 23');
    await desk.page.getByRole('button', { name: 'Next day' }).click();
    await desk.isAt('Tuesday, November 24');
    const kept = await desk.page.evaluate(
      '[localStorage.length, sessionStorage.length, document.cookie, location.href, history.length]',
    );
    assert.deepEqual(kept, [0, 0, '', new URL('desk.html', site.url).href, 2]);
    await desk.page.reload();
    await desk.page.getByLabel('Your key').waitFor();
    assert.equal(await desk.page.getByLabel('Your key').inputValue(), '');
  });

  it('copies and erases what is kept of a patient, for whoever may', async () => {
    await book('s2~t1~2026-12-07T16:00Z', 'Zoe Gone');
    const other = await open();
    await other.signsIn(key);
    await other.isAt('Monday, November 23');
    assert.equal(await other.page.getByRole('button', { name: 'Patients' }).count(), 0, 'a key like any other');
    const desk = await open();
    await desk.signsIn((await receptionist(endpoint, 'Ana Reyes', true)).key);
    await desk.goesTo('Patients', 'What is kept of a patient');
    await desk.page.getByLabel('E-mail address or phone').fill('zoe@example.org');
    await desk.page.getByRole('button', { name: 'Copy what is kept' }).click();
    const saving = desk.page.waitForEvent('download');
    await desk.page.getByRole('link', { name: 'Save the copy' }).click();
    const copy = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
    assert.equal(copy.bookings[0].sent.patient.name, 'Zoe Gone');
    await desk.page.getByText('Read it here').click();
    for (const width of [1280, 360]) {
      await desk.page.setViewportSize({ width, height: 740 });
      const [form, ...inside] = await desk.page
        .locator('form, form > *, form pre, form input')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      assert.ok(Math.max(...inside) <= form!, `nothing reaches past its card at ${width} px`);
      await desk.isAccessible(`patients-${width}`);
    }
    const erases = async () => {
      await desk.page.getByRole('button', { name: 'Erase it …' }).click();
      await desk.page.getByRole('button', { name: 'Erase for good' }).click();
    };
    await erases();
    await desk.sees(/^Still to come: /);
    await desk.page.getByLabel('Also what is still to come').check();
    await erases();
    await desk.sees('Erased. Backups keep it until they are gone.');
    await desk.goesTo('Log', 'Who has looked at what');
    await desk.sees(/Ana Reyes erased what was kept of a patient, 1 booking/);
  });

  it('ends a link that is in the wrong hands, and sends a new one', async () => {
    const desk = await open({ viewport: { width: 360, height: 740 } });
    await desk.signsIn(key);
    await desk.isAt('Monday, November 23');
    const maria = desk.card('Maria Santos');
    await maria.getByText('A link in the wrong hands?').click();
    await maria.getByText('Maria Santos is sent a new link.').waitFor();
    await desk.isAccessible('new-link');
    await maria.getByRole('button', { name: 'Send a new link' }).click();
    await desk.sees('Done. A new link is on its way by e-mail.');
    await desk.goesTo('Log', 'Who has looked at what');
    await desk.sees(/ended the links to a booking, for a new one, 1 booking/);
  });

  it('keeps what is typed when somebody else was faster, and when the server is away', async () => {
    await book('s2~t1~2026-12-03T16:00Z', 'Una Voss', ['clot']);
    const desk = await open();
    await desk.signsIn(key);
    await desk.isAt('Monday, November 23');
    await desk.goesTo('To answer', 'Waiting for an answer');
    const una = desk.card('Una Voss');
    await una.getByText('No objection').click();
    await una.getByLabel('Who says so').fill('Dr. Osei');
    await desk.page.route('**/desk/clearances', (route) => route.abort());
    await una.getByRole('button', { name: 'Confirm the time' }).click();
    await desk.sees('The booking server cannot be reached.');
    assert.equal(await una.getByLabel('Who says so').inputValue(), 'Dr. Osei');
    await desk.page.unroute('**/desk/clearances');
    await una.getByRole('button', { name: 'Confirm the time' }).click();
    await una.waitFor({ state: 'detached' });
  });

  it('has no fault of its own', () => assert.deepEqual(errors, []));
});
