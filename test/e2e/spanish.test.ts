import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOn } from './support/axe.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world?.close());

/** Whatever is said to be wrong with a booking in Spanish, it is made from the first page to the last. */
async function books(page: Page, phone: string) {
  const widget = page.locator('myo-booking');
  const heading = (name: RegExp) => widget.getByRole('heading', { name }).first();
  const goesOn = () => widget.getByRole('button', { name: 'Continuar' }).click();
  await heading(/¿En qué podemos ayudarle\?/).waitFor();
  await widget
    .locator('label', { has: page.getByRole('radio', { name: /relajante/i }) })
    .first()
    .click();
  await goesOn();
  await heading(/¿Es seguro tratarle ahora\?/).waitFor();
  assert.deepEqual(await violationsOn(page), []);
  while (!(await heading(/¿Cuándo puede venir\?/).isVisible())) {
    const before = await widget.locator('h3').first().textContent();
    for (const question of await widget.locator('[part~=question]').all()) {
      const labels = question.locator('label:has(input[type=radio], input[type=checkbox])');
      const mild = labels.filter({
        hasText:
          /^\s*(No(?=,|\s*$)|Nunca|Ningun[oa]s?|Nada|0|Todo el cuerpo|Never|None of these|None|Nothing|All over)\b/,
      });
      const answer = (await mild.count()) ? mild.first() : labels.first();
      if ((await answer.count()) && !(await answer.locator('input').isChecked())) await answer.dispatchEvent('click');
    }
    await goesOn();
    await page.waitForFunction((before) => {
      const list = document.querySelector('myo-booking')?.shadowRoot?.querySelector('myo-intake-checklist')?.shadowRoot;
      return !list || list.querySelector('h3')?.textContent !== before;
    }, before);
  }
  await widget.locator('[part~=time][aria-disabled=false]').first().click();
  await widget
    .getByText(/Le guardamos esta hora/)
    .first()
    .waitFor();
  await goesOn();
  await widget.getByLabel('Nombre completo').fill('María Santos');
  await widget.getByLabel('Teléfono móvil').fill(phone);
  for (const [part, typed] of Object.entries({ Mes: '4', Día: '2', Año: '1957' }))
    await widget.getByLabel(part, { exact: true }).fill(typed);
  await goesOn();
  await heading(/¿Está todo bien\?/).waitFor();
  for (const consent of await widget.locator('[part~=consent]').all()) await consent.click();
  await widget.getByLabel('Firme aquí').fill('María Santos');
  await widget.getByRole('button', { name: 'Confirmar la cita' }).click();
  await heading(/Su cita es el (lunes|martes|miércoles|jueves|viernes), \d+ de/).waitFor();
  return (await widget.locator('[part~=reference] [aria-hidden]').textContent())?.trim() ?? '';
}

const isBooked = async (reference: string) =>
  (await world.db.selectFrom('booking').selectAll().where('reference', '=', reference).executeTakeFirst())?.status;

describe('a patient who speaks Spanish', () => {
  it('books in Spanish, the clinic’s own words too, by data-lang', async () => {
    const page = await world.open({
      page: world.write(
        '<main><h1>Clínica</h1><script src="TAG" data-endpoint="ENDPOINT" data-lang="es-US"></script></main>',
      ),
    });
    assert.equal(await isBooked(await books(page, '(303) 555-0155')), 'booked');
    await page.context().close();
  });

  it('books where the policy allows one file by its hash', async () => {
    const hash = `sha384-${createHash('sha384').update(readFileSync('dist/myo.es.js')).digest('base64')}`;
    const page = await world.open({
      page: world.write(
        `<main lang="es"><h1>Clínica</h1><script src="${world.files}myo.es.js" integrity="${hash}" crossorigin data-endpoint="ENDPOINT"></script></main>`,
        `default-src 'none'; script-src '${hash}' 'unsafe-eval'; connect-src *; img-src data:`,
      ),
    });
    assert.equal(await isBooked(await books(page, '(303) 555-0156')), 'booked');
    await page.context().close();
  });

  it('reads English where the words cannot be loaded', async () => {
    const page = await world.open({ page: 'about:blank' });
    await page.route('**/myo-es.js', (route) => route.abort());
    await page.goto(world.write('<main lang="es"><script src="TAG" data-endpoint="ENDPOINT"></script></main>'));
    await page.locator('myo-booking').getByRole('heading', { name: 'What can we help with?' }).waitFor();
    await page.context().close();
  });
});
