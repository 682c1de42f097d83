import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
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
  'is down': /cannot reach|offline/i,
  'answers HTML': /did not understand/,
  'crashes (500)': /has a problem/,
  'is busy (429)': /Many people/,
  'answers malformed JSON': /did not understand/,
  'sends a wrong field': /did not understand/,
};

/** Where in the flow the fault strikes, and what the patient does until then. */
const places: readonly {
  readonly name: string;
  readonly path: RegExp;
  readonly come: (patient: Patient) => Promise<void>;
  readonly mended: (patient: Patient) => Promise<void>;
}[] = [
  {
    name: 'the catalog',
    path: /\/catalog$/,
    come: async (patient) => void (await patient.page.reload()),
    mended: (patient) => patient.isAsked('What can we help with?'),
  },
  {
    name: 'the checklist',
    path: /\/checklist$/,
    come: async (patient) => {
      await patient.page.reload();
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
    mended: (patient) => patient.widget.locator('[part~=time]').first().waitFor(),
  },
  {
    name: 'the hold',
    path: /\/holds$/,
    come: async (patient) => {
      await patient.picks('Relaxation massage');
      await patient.goesOn();
      await patient.isHealthy();
      await patient.widget.locator('[part~=time]').first().click();
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
    for (const { name, path, come, mended } of places) {
      it(`${fault} at ${name}, the patient is told, and goes on once it works`, async () => {
        const { page, patient } = await begin();
        world.endpoint.break(path, harm);
        await come(patient);
        await patient.sees(says[fault]!);
        world.endpoint.mend();
        await patient.button('Try again').first().click();
        await mended(patient);
        await page.context().close();
      });
    }
  }

  for (const { name, path, come, mended } of places.filter(({ name }) =>
    ['the catalog', 'the booking'].includes(name),
  )) {
    it(`is silent at ${name}, the patient is told in time`, async () => {
      const { page, patient } = await begin();
      world.endpoint.break(path, { kind: 'silent' });
      await come(patient);
      await page.clock.fastForward(16_000);
      await patient.sees(/longer than it should/);
      world.endpoint.mend();
      await patient.button('Try again').click();
      await mended(patient);
      await page.context().close();
    });
  }

  it('has nothing to book, the patient is sent to the phone', async () => {
    const { page, patient } = await begin();
    world.endpoint.break(/\/catalog$/, { kind: 'edit', edit: (body: object) => ({ ...body, services: [] }) });
    await page.reload();
    await patient.sees(/nothing to book online/);
    await patient.widget.getByRole('link', { name: /303/ }).first().waitFor();
    await page.context().close();
  });

  it('sends a checklist that cannot be read, nobody books without screening', async () => {
    const { page, patient } = await begin();
    const edit = (body: { item: object[] }) => ({
      ...body,
      item: [...body.item, { linkId: 'x', type: 'attachment', text: '?' }],
    });
    world.endpoint.break(/\/checklist$/, { kind: 'edit', edit });
    await page.reload();
    await patient.picks('Relaxation massage');
    await patient.goesOn();
    await patient.sees(/We do not book without it/);
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
      await each.widget.locator('[part~=time]').first().waitFor();
    }
    const wanted = (await patient.widget.locator('[part~=time]').last().getAttribute('aria-label')) ?? '';
    await takeAll(other.page, wanted);
    await patient.button(wanted).click();
    await patient.sees(/just been taken/);
    await patient.takesATime();
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  it('a hold that ran out and was taken sends back to the calendar, with everything kept', async () => {
    const { page, patient } = await begin();
    await patient.comesToTheReview('Prenatal massage');
    const time = await patient.widget.locator('[part~=fact]').nth(1).textContent();
    world.wait(11);
    await claimEverything();
    await patient.confirms();
    await patient.sees(/Somebody else has that time now/);
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

async function begin() {
  const page = await world.open();
  const patient = new Patient(page);
  await patient.isAsked('What can we help with?');
  return { page, patient };
}

/** Another patient takes the time by the same page, for every therapist who has it. */
async function takeAll(page: Page, label: string) {
  const patient = new Patient(page);
  await patient.button(label).click();
  await patient.sees(/We keep this time for you/);
}

/** Other patients take every place that no one holds any more. */
async function claimEverything() {
  const far = new Date(Date.parse('2100-01-01'));
  await world.db
    .updateTable('claim')
    .set({ expires_at: far, booking: 'somebody-else' })
    .where('expires_at', '<', far)
    .execute();
}
