import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violationsOn } from './support/axe.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

describe('the page of every element', () => {
  it('says what the source says, and can be read by everybody', async () => {
    const page = await world.open({ page: 'docs.html' });
    await page.getByRole('heading', { name: '<myo-booking>' }).waitFor();
    for (const name of ['<myo-service-picker>', '<myo-therapist-calendar>', '<myo-booking-summary>'])
      await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('cell', { name: 'myo-booking-confirm', exact: true }).first().waitFor();
    await page.locator('myo-booking').getByRole('heading', { name: 'What can we help with?' }).waitFor();
    for (const name of [
      'service-picker',
      'intake-checklist',
      'therapist-calendar',
      'patient-details',
      'booking-summary',
      'visit-forms',
    ])
      await page.locator(`[data-live=myo-${name}] myo-${name} [part~=heading]`).first().waitFor();
    assert.deepEqual(await violationsOn(page), []);
    const picker = page.locator('[data-live=myo-service-picker]');
    await picker
      .locator('label', { has: page.getByRole('radio', { name: 'Relaxation massage' }) })
      .first()
      .click();
    await picker.getByText(/^myo-service-select \{"serviceId":"s\d+"/).waitFor();
    const calendar = page.locator('[data-live=myo-therapist-calendar]');
    await calendar.locator('[part~=time][aria-disabled=false]').first().click();
    await calendar.getByText(/^myo-slot-select/).waitFor();
    const forms = page.locator('[data-live=myo-visit-forms]');
    await forms.getByRole('heading', { name: 'A little more about you' }).waitFor();
    await forms.locator('label', { hasText: 'Badly' }).click();
    await page.clock.runFor(5000);
    await forms.getByText('Saved.', { exact: true }).waitFor();
    await forms.getByRole('button', { name: 'Continue' }).click();
    await forms.getByRole('button', { name: 'Continue' }).click();
    await forms.getByText(/^Thank you/).waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await page.context().close();
  });
});

describe('the guides', () => {
  for (const [name, heading] of [
    ['admins.html', 'Set it up'],
    ['endpoints.html', 'Write an endpoint'],
  ] as const)
    it(`${name} can be read by everybody, on a phone too`, async () => {
      const page = await world.open({ page: name, viewport: { width: 360, height: 640 } });
      await page.getByRole('heading', { name: heading }).waitFor();
      if (name === 'endpoints.html') await page.getByRole('cell', { name: 'POST /bookings' }).waitFor();
      assert.deepEqual(await violationsOn(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
      await page.context().close();
    });

  it('lead to pages that are there', async () => {
    const page = await world.open({ page: 'admins.html' });
    const links = await page
      .locator('main a, nav a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    for (const link of new Set(links)) assert.equal((await page.request.get(link)).status(), 200, link);
    await page.context().close();
  });

  it('names every call of the contract', async () => {
    const page = await world.open({ page: 'endpoints.html' });
    const { paths } = (await (await page.request.get(`${world.files}openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    await page.getByRole('cell', { name: calls[0]!, exact: true }).waitFor();
    for (const call of calls) assert.equal(await page.getByRole('cell', { name: call, exact: true }).count(), 1, call);
    await page.context().close();
  });
});
