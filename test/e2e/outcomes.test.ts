/** Each outcome of the checklist as it is seen and as it is spoken: Chromium's own accessibility tree, shadow roots included. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveFiles, type Served } from '../../demo/site/serve.mjs';
import { defaultChecklist } from '../../src/domain/checklist/default/index.ts';
import { loadQuestionnaire } from '../../src/domain/checklist/index.ts';
import { catalog } from '../helpers/fixture-clinic.ts';
import { violationsOn } from './support/axe.ts';
import { servePages } from './support/foreign-pages.ts';
import { launch } from './support/world.ts';

const screenshots = process.env['SCREENSHOTS'];
const { questionnaire } = loadQuestionnaire(JSON.parse(JSON.stringify(defaultChecklist)));

/** What is pressed, and what is then said, wherever the patient is. */
const outcomes: readonly (readonly [string, page: number, press: readonly (readonly [string, string])[], RegExp])[] = [
  ['book', 1, [['Do you have a fever', 'No']], /radio "No" \[checked\]/],
  [
    'adapt',
    2,
    [['Do any of these apply', 'Fibromyalgia, or pain all over']],
    /We start light\. Tell us if anything hurts\./,
  ],
  [
    'ruled-out',
    2,
    [['Do any of these apply', 'Open cuts, burns, sunburn, sores or fresh bruises']],
    /not right for you at the moment[\s\S]*You can have one of these instead:[\s\S]*button "Medical massage"/,
  ],
  [
    'clearance',
    1,
    [['Have you noticed any of these', 'A new lump']],
    /Your doctor should agree first[\s\S]*while your doctor answers/,
  ],
  ['call', 1, [['Do you have a rash', 'A large area']], /Please call us first[\s\S]*link "Call us: \(303\) 555-0142"/],
  [
    'same-day',
    1,
    [
      ['Do you have a fever', 'Yes'],
      ['Do you have any of these as well?', 'New back pain'],
    ],
    /Please get medical help today/,
  ],
  [
    'emergency',
    0,
    [['Do you have new or worse chest pain', 'Yes']],
    /heading "Please get help now"[\s\S]*link "Call 911"/,
  ],
];

describe('The checklist, seen and spoken', () => {
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

  async function open(options: BrowserContextOptions, page: number, dark = false, more = {}) {
    const tab = await (await browser.newContext({ ...options, locale: 'en-US' })).newPage();
    tab.setDefaultTimeout(15_000);
    const look = dark ? 'background: #15191c; color: #e8ecee; color-scheme: dark' : '';
    await tab.goto(
      pages.add(`<style>body { margin: 16px; font: 16px system-ui; ${look} }</style>
        <main><h1>Cedar Ridge</h1><myo-intake-checklist lang="en-US"></myo-intake-checklist></main>
        <script src="${files.url}myo.js"></script>`),
    );
    const { clinic, services } = catalog;
    const alternatives = services.filter(({ id }) => id === 's2');
    const given = {
      questionnaire,
      services: ['all', 'hot'],
      today: '2026-11-23',
      leadDays: 3,
      clinic,
      alternatives,
      page,
      ...more,
    };
    await tab.evaluate(
      `Object.assign(document.querySelector('myo-intake-checklist'), ${JSON.stringify(given)}); undefined`,
    );
    await tab.getByRole('heading', { name: `Page ${page + 1} of` }).waitFor();
    return tab;
  }
  const spoken = (tab: Page) => tab.locator('myo-intake-checklist').ariaSnapshot();
  const answer = (tab: Page, question: string, words: string) =>
    tab
      .getByRole('group', { name: question })
      .first()
      .locator('label')
      .filter({ hasText: new RegExp(`^\\s*${words}`) })
      .first()
      .click();

  for (const [name, page, presses, says] of outcomes)
    for (const [look, dark, options] of [
      ['phone', false, { viewport: { width: 360, height: 740 } }],
      ['desktop-dark', true, { viewport: { width: 1280, height: 900 } }],
    ] as const)
      it(`says what "${name}" means: ${look}`, async () => {
        const tab = await open(options, page, dark);
        for (const [question, words] of presses) await answer(tab, question, words);
        await tab.waitForTimeout(300);
        const tree = await spoken(tab);
        assert.match(tree, says, tree);
        if (screenshots) await tab.screenshot({ path: `${screenshots}/outcome-${name}-${look}.png`, fullPage: true });
        assert.deepEqual(await violationsOn(tab), []);
        await tab.context().close();
      });

  it('sends nobody to a doctor where the therapist phones first', async () => {
    const tab = await open({ viewport: { width: 360, height: 740 } }, 1, false, { phoneFirst: ['rf-night'] });
    await answer(tab, 'Have you noticed any of these', 'A new lump');
    await tab.getByText('Your therapist phones you first').waitFor();
    if (screenshots) await tab.screenshot({ path: `${screenshots}/outcome-phones-first.png`, fullPage: true });
    const tree = await spoken(tab);
    assert.match(tree, /Your therapist phones you first[\s\S]*We keep it for you until then/);
    assert.doesNotMatch(tree, /(see|ask) (a|your) doctor|your doctor should agree/i);
    await tab.context().close();
  });

  it('names every question, every answer and every page, and says which page this is', async () => {
    for (const page of [0, 1, 2, 3]) {
      const tab = await open({ viewport: { width: 360, height: 740 } }, page);
      const tree = await spoken(tab);
      if (process.env['SPOKEN']) console.log(tree);
      assert.match(tree, new RegExp(`heading "Page ${page + 1} of 4: `));
      assert.doesNotMatch(tree, /(radio|checkbox|textbox|group|button|link)( \[.*\])?:?$/m, 'everything has a name');
      await tab.context().close();
    }
  });
});
