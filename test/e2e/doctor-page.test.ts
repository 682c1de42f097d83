import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { Patient } from './support/patient.ts';
import { violationsOn } from './support/axe.ts';
import { createWorld, type World } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];

let people = 0;
let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

/** A patient with a new lump, who has booked and waits for their doctor. */
async function waits(options: BrowserContextOptions = {}, blocked = '') {
  const page = await world.open(options);
  if (blocked) await page.route(blocked, (route) => route.abort());
  await page.addInitScript(`print = () => { top.printed = [...(top.printed ?? []), document.body.innerText]; }`);
  await page.reload();
  const patient = new Patient(page);
  const phone = `(303) 555-01${10 + people++}`;
  await patient.comesToTheReview('Relaxation massage', undefined, { but: ['A new lump'], phone });
  await patient.confirms();
  await patient.isAsked(/^We keep .* for you$/);
  return { page, patient, phone };
}

describe('a patient whose doctor is asked', () => {
  for (const [name, options] of [
    ['phone', { viewport: { width: 360, height: 740 } }],
    ['desktop', { viewport: { width: 1280, height: 900 } }],
  ] as const)
    it(`gets a page for the doctor, and prints it alone: ${name}`, async () => {
      const { page, patient, phone } = await waits(options);
      await patient.isAsked('For your doctor');
      await patient.text('Look at the page').click();
      await patient.sees('A new lump');
      if (screenshots) await patient.widget.screenshot({ path: `${screenshots}/doctor-page-${name}.png` });
      assert.deepEqual(await violationsOn(page), []);
      await patient.button('Print or save the page').click();
      const [printed = '', ...more] = await page.evaluate<string[]>('printed');
      assert.deepEqual(more, []);
      assert.match(printed, /^A question to a doctor before a treatment\n/);
      assert.match(
        printed,
        /Maria Santos[\s\S]*Relaxation massage[\s\S]*Have you noticed any of these\? A new lump\n[\s\S]*No objection/,
      );
      assert.ok(!printed.includes(phone), 'no way to reach the patient past the clinic');
      if (screenshots) {
        const paper = patient.widget.locator('.paper');
        await paper.screenshot({ path: `${screenshots}/doctor-paper-${name}.png` });
      }
      await page.context().close();
    });

  it('copies it as text', async () => {
    const { page, patient } = await waits({ permissions: ['clipboard-read', 'clipboard-write'] });
    await patient.button('Copy its text').click();
    await patient.sees('Copied.');
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(copied, /- Have you noticed any of these\? A new lump\n[\s\S]*\[ \] No objection to this treatment/);
    await page.context().close();
  });

  it('is told what to do instead where copying is refused', async () => {
    const { page, patient } = await waits();
    await page.evaluate(
      `navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`,
    );
    await patient.button('Copy its text').click();
    await patient.sees('Copying does not work here. Please print or save the page instead.');
    await page.context().close();
  });

  it('copies it out of an isolated booking', async () => {
    const body = '<main><script src="TAG" data-endpoint="ENDPOINT" data-isolate></script></main>';
    const page = await world.open({ page: world.write(body), permissions: ['clipboard-read', 'clipboard-write'] });
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    const patient = new Patient(frame!);
    const phone = `(303) 555-01${10 + people++}`;
    await patient.comesToTheReview('Relaxation massage', undefined, { but: ['A new lump'], phone });
    await patient.confirms();
    await patient.isAsked('For your doctor');
    await patient.button('Copy its text').click();
    await patient.sees('Copied.');
    await page.context().close();
  });

  it('still knows that a doctor is asked where that file cannot be loaded', async () => {
    const { page, patient } = await waits({}, '**/myo-doctor-page.js');
    await patient.sees(/while your doctor answers/);
    assert.equal(await patient.widget.locator('.doctor').count(), 0);
    await page.context().close();
  });
});
