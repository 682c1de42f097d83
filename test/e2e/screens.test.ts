import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violationsOn } from './support/axe.ts';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

/** Where every screen goes, whole, for somebody to look at: `SCREENSHOTS=folder`. */
const screenshots = process.env['SCREENSHOTS'];

/** Two that differ in everything; the others only for whoever looks. */
const looks = [
  [360, 'dark.html'],
  [768, 'index.html'],
  ...(screenshots
    ? ([
        [360, 'index.html'],
        [768, 'dark.html'],
        [1280, 'index.html'],
        [1280, 'dark.html'],
      ] as const)
    : []),
] as const;

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

describe("every step on the clinic's pages", () => {
  for (const [width, path] of looks)
    it(`can be read by everybody, and is no wider than the screen: ${width} px, ${path}`, async () => {
      const page = await world.open({ page: path, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      const maria = new Patient(page);
      const look = async (step: string) => {
        await page.clock.runFor(300);
        if (screenshots)
          await maria.widget.screenshot({ path: `${screenshots}/${path.split('.')[0]}-${width}-${step}.png` });
        assert.doesNotMatch(await maria.widget.innerText(), /\b(false|true|undefined|null|NaN|object)\b/, step);
        assert.deepEqual(await violationsOn(page), [], step);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${step} is ${wide} px wider than the screen`);
      };
      await maria.isAsked('What can we help with?');
      await look('1-service');
      await maria.picks('Medical massage');
      await look('2-service-picked');
      await maria.goesOn();
      await maria.isAsked('Is it safe to treat you now?');
      await look('3-checklist');
      await maria.isHealthy();
      await maria.widget.locator('[part~=time][aria-disabled=false]').first().waitFor();
      await look('4-calendar');
      await maria.takesATime();
      await look('5-calendar-kept');
      await maria.goesOn();
      await maria.isAsked('Who is coming?');
      await look('6-details');
      await maria.tellsWhoComes({ phone: `(303) 555-${1000 + width + path.length}` });
      await maria.goesOn();
      await maria.agrees();
      await look('7-review');
      await maria.confirms();
      await maria.reference();
      await maria.text('You agreed to this').first().waitFor();
      await look('8-confirmed');
      await page.context().close();
    });
});
