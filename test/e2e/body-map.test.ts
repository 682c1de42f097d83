import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveFiles, type Served } from '../../demo/site/serve.mjs';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import { loadQuestionnaire } from '../../src/domain/checklist/index.ts';
import { servePages } from './support/foreign-pages.ts';
import { launch } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];

describe('The body map of the one tag', () => {
  let files: Served;
  let pages: Awaited<ReturnType<typeof servePages>>;
  let browser: Browser;
  before(async () => {
    files = await serveFiles({ port: 0, folder: 'dist' });
    pages = await servePages();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await Promise.all([files?.close(), pages?.close()]);
  });

  const { questionnaire } = loadQuestionnaire(JSON.parse(JSON.stringify(defaultChecklist)));
  const lastPage = { ...questionnaire, items: questionnaire!.items.slice(-1) };

  /** The last page of the default checklist, alone on a page of somebody's. */
  async function open(options: BrowserContextOptions, look = '', prepare?: (page: Page) => Promise<unknown>) {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(10_000);
    await prepare?.(page);
    const body = `<style>body { margin: 16px; font: 16px system-ui; ${look} }</style>
      <myo-intake-checklist lang="en"></myo-intake-checklist><script src="${files.url}myo.js"></script>`;
    await page.goto(pages.add(body));
    const given = JSON.stringify({ questionnaire: lastPage, services: ['all', 'relax'], today: '2026-11-23' });
    await page.evaluate(`Object.assign(document.querySelector('myo-intake-checklist'), ${given}); undefined`);
    await page.getByRole('checkbox', { name: 'Neck' }).first().waitFor();
    return page;
  }
  const isTicked = (page: Page, name: string) => page.getByRole('checkbox', { name }).first().isChecked();

  for (const [name, look, options] of [
    ['phone', '', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }],
    ['desktop', '', { viewport: { width: 1280, height: 900 }, hasTouch: true }],
    ['dark', 'background: #15191c; color: #e8ecee', { viewport: { width: 1280, height: 900 }, hasTouch: true }],
    ['forced', '', { viewport: { width: 360, height: 740 }, hasTouch: true, forcedColors: 'active' }],
  ] as const)
    it(`is pressed by a finger, and its check box is ticked: ${name}`, async () => {
      const page = await open(options, look);
      await page.locator('[data-area=left-shoulder]').first().tap();
      await page.locator('[data-area=lower-back]').tap();
      assert.deepEqual(await Promise.all(['Left shoulder', 'Lower back', 'Neck'].map((each) => isTicked(page, each))), [
        true,
        true,
        false,
      ]);
      if (screenshots) await page.screenshot({ path: `${screenshots}/body-map-${name}.png` });
      await page.context().close();
    });

  it('is not missed where its file cannot be loaded: the check boxes are all there', async () => {
    const page = await open({ viewport: { width: 360, height: 740 } }, '', (page) =>
      page.route('**/myo-body-map.js', (route) => route.abort()),
    );
    await page.getByText('Left shoulder').first().click();
    assert.equal(await isTicked(page, 'Left shoulder'), true);
    assert.equal(await page.locator('.map').count(), 0);
    await page.context().close();
  });
});
