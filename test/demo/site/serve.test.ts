import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serveSite, type Served } from '../../../demo/site/serve.mjs';

const endpointUrl = 'http://127.0.0.1:1/clinics/cedar';
const filesUrl = 'http://127.0.0.1:2/';
const pages = readdirSync('demo/site').filter((name) => name.endsWith('.html'));

let site: Served;
before(async () => {
  site = await serveSite({ port: 0, endpointUrl, filesUrl });
});
after(() => site?.close());

const get = async (path: string) => {
  const response = await fetch(new URL(path, site.url));
  return { response, text: await response.text(), policy: response.headers.get('Content-Security-Policy') ?? '' };
};

describe("the clinic's site", () => {
  for (const page of pages) {
    it(`${page} allows scripts by nonce alone, a new one each time`, async () => {
      const [first, second] = await Promise.all([get(page), get(page)]);
      assert.match(first.policy, /script-src 'nonce-[^' ]+';/);
      assert.doesNotMatch(first.policy, /unsafe/);
      assert.notEqual(first.policy, second.policy);
      const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1] ?? '?';
      assert.ok(first.text.includes(`nonce="${nonce}"`), 'the tag carries it');
      assert.ok(first.text.includes(`data-endpoint="${endpointUrl}"`));
    });

    it(`${page} holds one tag, nothing from elsewhere, and nothing inline`, async () => {
      const { text } = await get(page);
      assert.equal(text.match(/<script/g)?.length, 1);
      assert.doesNotMatch(text, /\son[a-z]+=|\sstyle=|<style/);
      const sources = [...text.matchAll(/\b(?:src|href)="(https?:[^"]*)"/g)].map(([, url]) => url);
      assert.deepEqual(sources, [`${filesUrl}myo.js`]);
    });
  }

  it('serves nothing outside its folder', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/serve.mjs', '/nothing.html'])
      assert.equal((await get(path)).response.status, 404, path);
  });
});
