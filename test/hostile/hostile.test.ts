import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, type World } from '../e2e/support/world.ts';
import { serveHost } from './support/host.ts';
import { hostilePages } from './support/pages.ts';

let world: World;
let host: Awaited<ReturnType<typeof serveHost>>;
let visits = 0;
before(async () => {
  [world, host] = await Promise.all([createWorld(), serveHost()]);
  const combined = `(function(){window.theme={}})();${readFileSync('dist/myo.js', 'utf8')}\n;(function(){window.slider={}})();`;
  host.put('/combined.js', { html: combined });
});
after(async () => {
  await Promise.all([world?.close(), host?.close()]);
});

/** Our addresses in the place of their names. */
const withOurs = (html: string) =>
  html.replaceAll('TAG', `${world.files}myo.js`).replaceAll('ENDPOINT', world.endpoint.url);

/** The shortest way through, by a patient whom the clinic has not seen before. */
async function books(page: Page | Frame) {
  const maria = new Patient(page);
  await maria.isAsked('What can we help with?');
  await maria.picks('Relaxation massage');
  await maria.goesOn();
  await maria.isHealthy();
  await maria.takesATime();
  await maria.goesOn();
  await maria.isAsked('Who is coming?');
  await maria.widget.getByLabel('Full name').pressSequentially('Maria Santos');
  await maria.widget.getByLabel('Mobile phone').pressSequentially(`(303) 555-${1000 + ++visits}`);
  await maria.goesOn();
  await maria.agrees();
  await maria.confirms();
  return maria.reference();
}

describe('a booking is made on a page with', () => {
  for (const { name, html, headers, device, first, frame, atPeace } of hostilePages)
    it(name, async () => {
      const url = host.put(`/${hostilePages.findIndex((one) => one.name === name)}`, {
        html: withOurs(html),
        ...(headers && { headers }),
      });
      const page = await world.open({ page: url, ...device });
      if (first) await page.getByRole('button', { name: first }).click();
      const inner = frame ? await (await page.waitForSelector(frame)).contentFrame() : page;
      assert.ok(inner);
      assert.match(await books(inner), /^\w{3}-\w{4}$|\w{3}/);
      if (atPeace) assert.ok(await page.evaluate(atPeace), atPeace);
      await page.context().close();
    });
});
