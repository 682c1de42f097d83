import { readFileSync } from 'node:fs';
import { FiltersEngine, Request } from '@ghostery/adblocker';
import type { Page } from 'playwright-core';

const rules = readFileSync(new URL('common-rules.txt', import.meta.url), 'utf8');
const engine = FiltersEngine.parse(rules, { enableCompression: false });

/** What an extension that blocks advertisements does to a page: files are stopped, elements hidden. */
export async function blockAdvertisements(page: Page) {
  const stopped: string[] = [];
  await page.route('**/*', async (route) => {
    const request = route.request();
    const details = { url: request.url(), sourceUrl: page.url(), type: typeOf(request.resourceType()) };
    if (!engine.match(Request.fromRawDetails(details)).match) return route.fallback();
    stopped.push(request.url());
    return route.abort('blockedbyclient');
  });
  const { styles } = engine.getCosmeticsFilters({
    url: 'http://localhost/',
    hostname: 'localhost',
    domain: 'localhost',
  });
  await page.addInitScript((css) => {
    document.addEventListener('DOMContentLoaded', () => {
      const hiding = new CSSStyleSheet();
      hiding.replaceSync(css);
      document.adoptedStyleSheets.push(hiding);
    });
  }, styles);
  return stopped;
}

const typeOf = (type: string) =>
  (type === 'document' ? 'main_frame' : type === 'fetch' ? 'xhr' : type) as 'main_frame' | 'script' | 'xhr';
