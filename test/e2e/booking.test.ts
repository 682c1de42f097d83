import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Patient } from './support/patient.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

const bookingOf = (reference: string) =>
  world.db.selectFrom('booking').selectAll().where('reference', '=', reference).executeTakeFirst();

describe('a patient on the page of a clinic', () => {
  it('books, and the database has it', async () => {
    const page = await world.open();
    const said: string[] = [];
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const patient = new Patient(page);
    await patient.comesToTheReview();
    await patient.confirms();
    const booking = await bookingOf(await patient.reference());
    assert.equal(booking?.status, 'booked');
    assert.equal(booking?.body?.request.patient.name, 'Maria Santos');
    assert.deepEqual(
      said.filter((line) => !line.includes('favicon')),
      [],
    );
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage, at: location.href }));
    assert.doesNotMatch(kept, /Maria|555|massage|hold/i);
    await page.context().close();
  });

  it('books by touch on a small phone with text at 200%', async () => {
    const page = await world.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => {});
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const patient = new Patient(page, true);
    const tooWide: string[] = [];
    await page.exposeFunction('report', (what: string) => tooWide.push(what));
    await page.evaluate(watchForOverflow);
    await patient.isAsked('What can we help with?');
    const size = () => patient.widget.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert.ok((await size()) >= 32, 'the widget grows with the text of the page');
    await patient.comesToTheReview('Physiotherapy');
    await patient.confirms();
    assert.equal((await bookingOf(await patient.reference()))?.status, 'booked');
    assert.deepEqual([...new Set(tooWide)], [], 'nothing is cut off or wider than the phone');
    await page.context().close();
  });

  it('finds the kept time again after a reload, and nothing else', async () => {
    const page = await world.open();
    const patient = new Patient(page);
    await patient.isAsked('What can we help with?');
    await patient.picks('Relaxation massage');
    await patient.goesOn();
    await patient.isHealthy();
    await patient.takesATime();
    await page.reload();
    await patient.isAsked('What can we help with?');
    await patient.widget.getByRole('radio', { name: 'Relaxation massage', checked: true }).waitFor();
    await patient.goesOn();
    await patient.sees(/We keep this time for you/);
    await page.context().close();
  });
});

/** Reports, twenty times a second, whatever reaches past the edge of the screen, in any shadow root. */
function watchForOverflow() {
  const { report } = window as unknown as { report: (what: string) => void };
  setInterval(() => {
    const roots: ParentNode[] = [document.querySelector('myo-booking')!.shadowRoot!];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const { right, width, height } = element.getBoundingClientRect();
        const seen = width > 1 && height > 1 && !element.closest('.unseen');
        if (seen && right > document.documentElement.clientWidth + 1)
          report(
            `${element.localName} ${element.getAttribute('part') ?? element.className}: ${element.textContent?.trim().slice(0, 30)}`,
          );
      }
    }
  }, 50);
}
