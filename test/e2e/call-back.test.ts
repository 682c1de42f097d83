import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/axe.ts';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

/** A patient whose answers want a call first. */
async function stopped(page: Page) {
  const patient = new Patient(page);
  await patient.isAsked('What can we help with?');
  await patient.picks('Relaxation massage');
  await patient.goesOn();
  await patient.isAsked('Is it safe to treat you now?');
  const rash = patient.widget.locator('[part~=question]').getByText(/^A large area/);
  for (let page = 0; page < 12 && !(await rash.isVisible()); page++) {
    await patient.saysNo();
    if (!(await rash.isVisible())) await patient.goesOn();
  }
  await patient.presses(rash);
  await patient.sees('Please call us first');
  return patient;
}

const asked = () => world.db.selectFrom('callback').selectAll().orderBy('created_at').execute();

describe('a patient who should call first', () => {
  it('asks to be called, and the desk has the name, the phone and the time, and none of the answers', async () => {
    const page = await world.open({ viewport: { width: 360, height: 740 } });
    const patient = await stopped(page);
    await patient.presses(patient.button('Ask us to call you'));
    await page.waitForFunction(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.id === 'call-name';
    });
    await patient.presses(patient.button('Please call me'));
    await patient.sees('Please enter your name.');
    await patient.sees(/Please enter a phone number/);
    assert.deepEqual(await violationsOn(page), []);
    if (screenshots) await patient.widget.screenshot({ path: `${screenshots}/call-back-360.png` });

    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`));
    await patient.widget.getByLabel('Your name').fill('Ruth Amsel');
    await patient.widget.getByLabel('Your phone').fill('(303) 555-0177');
    await patient.widget.getByLabel('When is a good time?').fill('after four');
    await page.context().setOffline(true);
    await patient.presses(patient.button('Please call me'));
    await patient.sees('That did not work. Please try again, or call us.');
    await page.context().setOffline(false);
    await patient.presses(patient.button('Please call me'));
    await patient.sees('Thank you, Ruth Amsel. We will call you on (303) 555-0177.');

    const rows = await asked();
    assert.deepEqual(
      rows.map(({ request }) => request),
      [{ name: 'Ruth Amsel', phone: '(303) 555-0177', when: 'after four' }],
    );
    assert.deepEqual(
      [...new Set(sent)],
      [
        `/clinics/cedar/callbacks ${JSON.stringify({ name: 'Ruth Amsel', phone: '(303) 555-0177', when: 'after four' })}`,
      ],
    );
    await page.context().close();
  });
});
