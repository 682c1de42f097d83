import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Catalog } from '../../src/contract/index.ts';
import type { Fault } from './support/faulty-proxy.ts';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());
beforeEach(() => world.endpoint.mend());

const answer = (status: number, type: string, body: string, headers = {}): Fault => ({
  kind: 'answer',
  status,
  type,
  body,
  headers,
});
const html = answer(200, 'text/html', '<!doctype html><title>Welcome</title>');
const faults: Readonly<Record<string, Fault>> = {
  'is down': { kind: 'down' },
  'answers HTML': html,
  'crashes (500)': answer(500, 'text/html', '<h1>Internal Server Error</h1>'),
  'is busy (429)': answer(429, 'application/problem+json', '{"type":"https://x.example/problems/rate-limited"}', {
    'Retry-After': '3',
  }),
  'answers malformed JSON': answer(200, 'application/json', '{"contract":"1",'),
  'sends a wrong field': {
    kind: 'edit',
    edit: (body: Record<string, unknown>) => ({
      ...body,
      clinic: { id: 7 },
      timeZone: 5,
      resourceType: 5,
      slots: 5,
      reference: 5,
    }),
  },
};
const says: Readonly<Record<string, RegExp>> = {
  'is down': /cannot reach the booking service/,
  'answers HTML': /has a problem/,
  'crashes (500)': /has a problem/,
  'is busy (429)': /service is busy/,
  'answers malformed JSON': /has a problem/,
  'sends a wrong field': /has a problem/,
};

/** Where in the flow the fault strikes, and what the patient does until then. */
interface Place {
  readonly name: string;
  readonly path: RegExp;
  /** Whether it strikes before the page is opened. */
  readonly early?: boolean;
  readonly come: (patient: Patient) => Promise<void>;
  readonly mended: (patient: Patient) => Promise<void>;
}
const places: readonly Place[] = [
  {
    name: 'the catalog',
    path: /\/catalog$/,
    early: true,
    come: async () => {},
    mended: (patient) => patient.isAsked('What can we help with?'),
  },
  {
    name: 'the checklist',
    path: /\/checklist$/,
    early: true,
    come: async (patient) => {
      await patient.isAsked('What can we help with?');
      await patient.picks('Relaxation massage');
      await patient.goesOn();
    },
    mended: (patient) => patient.sees(/Page 1 of/),
  },
  {
    name: 'the free times',
    path: /\/availability\?/,
    come: async (patient) => {
      await patient.picks('Relaxation massage');
      await patient.goesOn();
      await patient.isHealthy();
    },
    mended: (patient) => patient.widget.locator('[part~=time][aria-disabled=false]').first().waitFor(),
  },
  {
    name: 'the hold',
    path: /\/holds$/,
    come: async (patient) => {
      await patient.picks('Relaxation massage');
      await patient.goesOn();
      await patient.isHealthy();
      await patient.widget.locator('[part~=time][aria-disabled=false]').first().click();
    },
    mended: (patient) => patient.sees(/We keep this time for you/),
  },
  {
    name: 'the booking',
    path: /\/bookings$/,
    come: async (patient) => {
      await patient.comesToTheReview();
      await patient.confirms();
    },
    mended: async (patient) => assert.ok(await patient.reference()),
  },
];

describe('when the endpoint', () => {
  for (const [fault, harm] of Object.entries(faults)) {
    for (const place of places) {
      it(`${fault} at ${place.name}, the patient is told, and goes on once it works`, async () => {
        const { page, patient } = await comeTo(place, harm);
        await patient.sees(says[fault]!);
        world.endpoint.mend();
        await patient.button('Try again').first().click();
        await place.mended(patient);
        await page.context().close();
      });
    }
  }

  for (const place of places) {
    it(`is silent at ${place.name}, the patient is told in time`, async () => {
      const { page, patient } = await comeTo(place, { kind: 'silent' });
      await page.clock.fastForward(16_000);
      await patient.sees(/This takes too long/);
      world.endpoint.mend();
      await patient.button('Try again').first().click();
      await place.mended(patient);
      await page.context().close();
    });
  }

  it('sends a wrong field, the console says which and what it should be, and never what it was', async () => {
    world.endpoint.break(/\/catalog$/, {
      kind: 'edit',
      edit: (body: { clinic: object }) => ({ ...body, clinic: { ...body.clinic, id: 7, name: undefined } }),
    });
    const { page, patient } = await open();
    const said = page.waitForEvent('console', { predicate: (message) => message.text().includes('/catalog') });
    await page.reload();
    assert.equal((await said).text(), 'myo-booking: /catalog broke the contract at clinic.id, expected string');
    await patient.sees(/has a problem/);
    await page.context().close();
  });

  it('has nothing to book, the patient is sent to the phone', async () => {
    world.endpoint.break(/\/catalog$/, { kind: 'edit', edit: (body: object) => ({ ...body, services: [] }) });
    const { page, patient } = await open();
    await patient.sees(/no bookings online at the moment/);
    await patient.widget.getByRole('link', { name: /303/ }).first().waitFor();
    await page.context().close();
  });

  it('sends a checklist that cannot be read, nobody books without screening', async () => {
    const edit = (body: { item: object[] }) => ({
      ...body,
      item: [...body.item, { linkId: 'x', type: 'attachment', text: '?' }],
    });
    world.endpoint.break(/\/checklist$/, { kind: 'edit', edit });
    const { page, patient } = await begin();
    await patient.picks('Relaxation massage');
    await patient.goesOn();
    await patient.sees(/The checklist cannot be shown/);
    assert.equal(await patient.button('Continue').count(), 0);
    await patient.widget.getByRole('link', { name: /303/ }).first().waitFor();
    await page.context().close();
  });

  it('has no free day in a month, the next one is a tap away', async () => {
    const { page, patient } = await begin();
    world.endpoint.break(/\/availability\?.*to=2026-12-01/, {
      kind: 'edit',
      edit: (body: object) => ({ ...body, slots: [], next: '2026-12-02' }),
    });
    await patient.picks('Relaxation massage');
    await patient.goesOn();
    await patient.isHealthy();
    await patient.sees(/no free times in November/);
    await patient.button(/Next free: Wednesday, December 2/).click();
    await patient.heading('Wednesday, December 2').waitFor();
    await patient.takesATime();
    await page.context().close();
  });
});

describe('when somebody else is faster', () => {
  it('a slot that is taken under the hand leaves, is said, and others are there', async () => {
    const { page, patient } = await begin();
    const other = await begin();
    for (const each of [patient, other.patient]) {
      await each.picks('Hot stone massage');
      await each.goesOn();
      await each.isHealthy();
      await each.widget.locator('[part~=time][aria-disabled=false]').first().waitFor();
    }
    const wanted = (await patient.widget.locator('[part~=time]').last().innerText()).replace(/\s+/g, ' ');
    await takeAway(other.page, wanted);
    await patient.button(wanted).click();
    await patient.sees(/just been taken/);
    await patient.takesATime();
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  it('a hold that ran out and was taken sends back to the calendar, with everything kept', async () => {
    const { page, patient } = await begin();
    await patient.comesToTheReview('Prenatal massage', 'December');
    const time = await patient.widget.locator('[part~=fact]').nth(1).textContent();
    world.wait(11);
    await takeWhatRanOut('Prenatal massage');
    await patient.confirms();
    await patient.sees(/That time has just been taken/);
    await patient.isAsked('When can you come?');
    await patient.takesATime();
    await patient.goesOn();
    assert.equal(await patient.widget.getByLabel('Full name').inputValue(), 'Maria Santos', time ?? '');
    await page.context().close();
  });

  it('a hold that ran out but nobody took is simply honoured', async () => {
    const { page, patient } = await begin();
    await patient.comesToTheReview('Lymphatic drainage');
    world.wait(11);
    await patient.confirms();
    assert.ok(await patient.reference());
    await page.context().close();
  });
});

async function open() {
  const page = await world.open();
  return { page, patient: new Patient(page) };
}

async function begin() {
  const { page, patient } = await open();
  await patient.isAsked('What can we help with?');
  return { page, patient };
}

/** Comes to where it goes wrong; what strikes early was wrong before the page was opened. */
async function comeTo({ path, early, come }: Place, fault: Fault) {
  if (early) world.endpoint.break(path, fault);
  const { page, patient } = early ? await open() : await begin();
  if (!early) world.endpoint.break(path, fault);
  await come(patient);
  return { page, patient };
}

/** Another patient takes the time by the same page. */
async function takeAway(page: Page, label: string) {
  const patient = new Patient(page);
  await patient.button(label).click();
  await patient.sees(/We keep this time for you/);
}

/** Another patient takes the place of a treatment that nobody holds any more. */
async function takeWhatRanOut(service: string) {
  const { services } = (await (await fetch(`${world.endpoint.url}/catalog`)).json()) as Catalog;
  const { id } = services.find(({ name }) => name === service) ?? assert.fail();
  const held = await world.db.selectFrom('booking').select('appointments').where('status', '=', 'held').execute();
  const { appointments } = held.find(({ appointments: [first] }) => first?.serviceId === id) ?? assert.fail();
  const slotIds = appointments.map(
    ({ serviceId, therapistId, start }) => `${serviceId}~${therapistId}~${new Date(start).toISOString().slice(0, 16)}Z`,
  );
  const response = await fetch(`${world.endpoint.url}/holds`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ slotIds }),
  });
  assert.equal(response.status, 201, await response.text());
}
