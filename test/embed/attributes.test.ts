import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, type World } from '../e2e/support/world.ts';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }[];
  }[];
}
const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
const documented = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'myo-booking')!
  .attributes!.map(({ name }) => name);

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

const inline =
  '<main><button data-myo-open>Book now</button><script src="TAG" data-endpoint="ENDPOINT"></script></main>';

/** What the page has asked for. */
let asked: string[];

/** A page whose booking is on screen, and what it says in the console. */
async function opens() {
  const page = await world.open({ page: 'about:blank' });
  const said: string[] = [];
  asked = [];
  page.on('request', (request) => void asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(world.write(inline));
  const maria = new Patient(page);
  await maria.isAsked('What can we help with?');
  return { page, maria, said };
}

/** What stands in the database of the latest booking. */
async function latest() {
  const rows = await world.db.selectFrom('booking').select(['reference', 'body']).execute();
  return (reference: string) => rows.find((row) => row.reference === reference)?.body?.request;
}

interface Late {
  readonly value: string | (() => string);
  /** What a patient has to see once it is set. */
  readonly shows: (maria: Patient, page: Page) => Promise<unknown>;
  /** And again once it is taken away; the first question is there by itself. */
  readonly after?: (maria: Patient, page: Page) => Promise<unknown>;
}

const offers = async (maria: Patient, count: number) => {
  await maria.widget
    .locator('[part~=service]')
    .nth(count - 1)
    .waitFor();
  await maria.widget.locator('[part~=service]').nth(count).waitFor({ state: 'detached' });
};
/** Waits until the clinic's data, as the booking has it, lists these and no other. */
const knows = (page: Page, list: string, ...names: readonly string[]) =>
  page.waitForFunction(
    `(({ clinic, therapists } = {}) => ${list}?.map(({ name }) => name).join() === ${JSON.stringify(names.join())})(
       document.querySelector('myo-booking').store.state.catalog.value)`,
  );

/** For each attribute: set while the patient looks at the first step. */
const late: Readonly<Record<string, Late>> = {
  endpoint: {
    value: () => world.endpoint.url.replace('127.0.0.1', 'localhost'),
    shows: async (_, page) => {
      for (let tries = 0; tries < 50 && !asked.some((url) => /^http:\/\/localhost.*\/catalog/.test(url)); tries++)
        await page.waitForTimeout(100);
      assert.match(asked.join('\n'), /^http:\/\/localhost.*\/catalog/m);
    },
    after: async (_, page) => assert.equal(await page.locator('myo-booking').count(), 1),
  },
  lang: { value: 'es', shows: (maria) => maria.isAsked('¿En qué podemos ayudarle?') },
  'time-first': {
    value: '',
    shows: async (maria) => {
      await maria.isAsked('What can we help with?');
      await maria.picks('Relaxation massage');
      await maria.goesOn();
      await maria.isAsked('When can you come?');
    },
  },
  mode: {
    value: 'floating',
    shows: async (maria, page) => {
      await maria.heading('What can we help with?').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Book an appointment' }).click();
      await maria.isAsked('What can we help with?');
    },
  },
  isolate: {
    value: '',
    shows: async (_, page) =>
      new Patient((await (await page.waitForSelector('iframe')).contentFrame())!).isAsked('What can we help with?'),
    after: (_, page) => page.locator('iframe').waitFor({ state: 'detached' }),
  },
  services: { value: 's2 s4', shows: (maria) => offers(maria, 2) },
  therapists: { value: 't1', shows: (_, page) => knows(page, 'therapists', 'Ana Reyes') },
  location: { value: 'l1', shows: (_, page) => knows(page, 'clinic?.locations', 'Cedar Ridge') },
  after: {
    value: '/thanks',
    shows: async (maria) => {
      await maria.comesToTheReview('Relaxation massage', undefined, { phone: '(303) 555-0181' });
      await maria.confirms();
      await maria.reference();
      const href = await maria.widget.locator('[part=onward] a').getAttribute('href');
      assert.match(href ?? '', /^http:\/\/localhost:\d+\/thanks$/);
    },
    after: (maria) => maria.widget.locator('[part=onward]').waitFor({ state: 'detached' }),
  },
  source: {
    value: 'newsletter',
    shows: async (maria) => {
      await maria.comesToTheReview('Relaxation massage', undefined, { phone: '(303) 555-0182' });
      await maria.confirms();
      const reference = await maria.reference();
      assert.equal((await latest())(reference)?.source, 'newsletter');
    },
    after: (maria) => maria.reference(),
  },
};

describe('every attribute', () => {
  it('that is documented is tried here', () => {
    assert.deepEqual(Object.keys(late).toSorted(), documented.toSorted());
  });

  for (const [name, { value, shows, after: then }] of Object.entries(late))
    for (const where of ['myo-booking', 'script[data-endpoint]'] as const)
      it(`${where === 'myo-booking' ? name : `data-${name}`} takes effect when it is set late${where === 'myo-booking' ? ', and may be taken away' : ''}`, async () => {
        const { page, maria, said } = await opens();
        const set = typeof value === 'string' ? value : value();
        const written = where === 'myo-booking' ? name : `data-${name}`;
        await page.locator(where).evaluate((one, [key, to]) => one.setAttribute(key!, to!), [written, set]);
        await shows(maria, page);
        assert.deepEqual(said, []);
        if (where === 'myo-booking') {
          await page.locator(where).evaluate((one, key) => one.removeAttribute(key), name);
          await (then ?? (() => maria.isAsked('What can we help with?')))(maria, page);
          const wrong = said.filter(
            (line) => !(name === 'endpoint' && /address of the booking endpoint is missing/.test(line)),
          );
          assert.deepEqual(wrong, []);
        }
        await page.context().close();
      });
});

describe('while a patient is under way', () => {
  it('a word of where they came from changes nothing of what they chose', async () => {
    const { page, maria } = await opens();
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isHealthy();
    await maria.takesATime();
    await page.locator('myo-booking').evaluate((one) => one.setAttribute('source', 'map'));
    await page.waitForTimeout(300);
    await maria.goesOn();
    await maria.tellsWhoComes({ phone: '(303) 555-0183' });
    await maria.goesOn();
    await maria.agrees();
    await maria.confirms();
    assert.equal((await latest())(await maria.reference())?.source, 'map');
    await page.context().close();
  });

  it('the language of the page changes every word, and nothing that was chosen or typed', async () => {
    const { page, maria } = await opens();
    const speaks = (language: string) => page.evaluate((to) => void (document.documentElement.lang = to), language);
    await maria.picks('Relaxation massage');
    await maria.goesOn();
    await maria.isAsked('Is it safe to treat you now?');
    await maria.saysNo();
    const answered = await maria.widget.getByRole('radio', { checked: true }).count();
    await speaks('es-US');
    await maria.isAsked('¿Es seguro tratarle ahora?');
    await maria.widget.locator('[part~=side]').getByText('Masaje relajante').waitFor();
    await maria.widget.locator('[part~=question]').first().getByText(/¿/).first().waitFor();
    assert.equal(await maria.widget.getByRole('radio', { checked: true }).count(), answered);
    await speaks('en-US');
    await maria.isHealthy();
    await maria.takesATime();
    await speaks('es-US');
    await maria.isAsked('¿Cuándo puede venir?');
    await maria.sees(/Le guardamos esta hora/);
    await maria.button('Continuar').click();
    await maria.isAsked('¿Quién viene?');
    await maria.widget.getByLabel('Nombre completo').fill('María Santos');
    await speaks('en-US');
    await maria.isAsked('Who is coming?');
    assert.equal(await maria.widget.getByLabel('Full name').inputValue(), 'María Santos');
    await maria.tellsWhoComes({ name: 'María Santos', phone: '(303) 555-0184' });
    await speaks('es-US');
    await maria.button('Continuar').click();
    await maria.isAsked('¿Está todo bien?');
    await speaks('en-US');
    await maria.agrees();
    await speaks('es-US');
    await maria.button('Confirmar la cita').click();
    await maria.isAsked(/Su cita es el/);
    await speaks('en-US');
    await maria.reference();
    await page.context().close();
  });

  it('an isolated booking follows the language of the page too', async () => {
    const page = await world.open({ page: world.write(inline.replace('data-endpoint', 'data-isolate data-endpoint')) });
    const maria = new Patient((await (await page.waitForSelector('iframe')).contentFrame())!);
    await maria.isAsked('What can we help with?');
    await page.evaluate(() => void (document.documentElement.lang = 'es'));
    await maria.isAsked('¿En qué podemos ayudarle?');
    await page.context().close();
  });
});
