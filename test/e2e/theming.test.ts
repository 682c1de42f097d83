import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violationsOn } from './support/axe.ts';
import { faintOn } from './support/contrasts.ts';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

/** Where screenshots go when somebody wants to look: `SHOTS=folder`. */
const shots = process.env['SHOTS'];

describe('the worked themes', () => {
  const visits = ['calm-spa', 'clinical', 'high-contrast'].flatMap((theme) => [
    { theme, width: 1280 },
    { theme, width: 390 },
  ]);
  for (const [at, { theme, width }] of visits.entries())
    it(`${theme} can be read on a light and on a dark page, from the first step to the last, at ${width} px`, async () => {
      const page = await world.open({ page: `theming.html#${theme}`, viewport: { width, height: 900 } });
      const maria = new Patient(page);
      const faint: string[] = [];
      const isReadable = async (step: string) => {
        for (const ground of ['dark', 'light']) {
          await page.getByLabel('Page').selectOption(ground);
          await page.waitForTimeout(500); // Colours change over a moment.
          if (shots) await maria.widget.screenshot({ path: `${shots}/${theme}-${width}-${ground}-${step}.png` });
          assert.deepEqual(await violationsOn(page), [], `${step}, ${ground}`);
          if (theme === 'high-contrast')
            faint.push(...(await faintOn(page)).map((one) => `${step}, ${ground}: ${one}`));
        }
      };
      await maria.isAsked('What can we help with?');
      await maria.picks('Relaxation massage');
      await isReadable('1-service');
      await maria.goesOn();
      await maria.isAsked('Is it safe to treat you now?');
      await maria.goesOn();
      await isReadable('2-checklist');
      await maria.isHealthy();
      await maria.takesATime();
      await isReadable('3-calendar');
      await maria.goesOn();
      await maria.isAsked('Who is coming?');
      await maria.goesOn();
      await isReadable('4-details');
      await maria.tellsWhoComes({ phone: `(303) 555-0${100 + at}` });
      await maria.goesOn();
      await maria.agrees();
      await isReadable('5-review');
      await maria.confirms();
      await maria.reference();
      await isReadable('6-confirmed');
      assert.deepEqual(faint, []);
      await page.context().close();
    });
});

describe('the clickable picture', () => {
  it('names the part that is pointed at with the tokens it is made of, and picks nothing', async () => {
    const page = await world.open({ page: 'theming.html', viewport: { width: 1280, height: 900 } });
    const maria = new Patient(page);
    await maria.isAsked('What can we help with?');
    await page.getByRole('button', { name: 'Point at a thing' }).click();
    await maria.widget.locator('[part~=price]').first().click({ force: true });
    const rule = page.locator('#rule');
    await page.getByText(/^Part price made of/).waitFor();
    assert.match((await rule.textContent()) ?? '', /myo-booking::part\(price\)/);
    assert.equal(await maria.widget.getByRole('radio', { checked: true }).count(), 0);
    await maria.widget.getByRole('button', { name: 'Continue' }).click();
    await page.getByText(/^Part button primary made of/).waitFor();
    assert.match((await rule.textContent()) ?? '', /myo-booking \{[^]*--myo-accent-color: …;/);
    await page.context().close();
  });

  it('finds a part from the table, by keyboard alone', async () => {
    const page = await world.open({ page: 'theming.html' });
    await new Patient(page).isAsked('What can we help with?');
    const price = page.locator('#parts').getByRole('button', { name: 'price', exact: true });
    await price.press('Enter');
    await page.getByText(/^Part price/).waitFor();
    const day = page.locator('#parts').getByRole('button', { name: 'day', exact: true });
    await day.press('Enter');
    await page.getByText('is not on screen at this step').waitFor();
    assert.deepEqual(await violationsOn(page), []);
    await page.context().close();
  });
});
