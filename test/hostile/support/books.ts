import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { Patient } from '../../e2e/support/patient.ts';
import type { World } from '../../e2e/support/world.ts';

let visits = 0;

/** Somebody whom the clinic has not seen before, in front of the booking of a page, of a frame, or of a part of the page. */
export const somebody = (page: Page | Frame, within = '') =>
  Object.assign(new Patient(page), { widget: page.locator(`${within} myo-booking`) });

/** The time is kept, and now they say who they are, by keys, and confirm; the clinic's database has to know of it. */
export async function confirmsAs(maria: Patient, world: World) {
  await maria.goesOn();
  await maria.isAsked('Who is coming?');
  await maria.widget.getByLabel('Full name').pressSequentially('Maria Santos');
  await maria.widget.getByLabel('Mobile phone').pressSequentially(`(303) 555-${1000 + ++visits}`);
  await maria.saysWhenBorn();
  await maria.goesOn();
  await maria.agrees();
  await maria.confirms();
  await isKnown(await maria.reference(), world);
}

/** The shortest way through, from the first question to the clinic's database. */
export async function books(maria: Patient, world: World) {
  await maria.isAsked('What can we help with?');
  await maria.picks('Relaxation massage');
  await maria.goesOn();
  await maria.isHealthy();
  await maria.takesATime();
  await confirmsAs(maria, world);
}

export async function isKnown(reference: string, world: World) {
  const rows = await world.db.selectFrom('booking').select('reference').where('reference', '=', reference).execute();
  assert.equal(rows.length, 1, `the database knows ${reference}`);
}
