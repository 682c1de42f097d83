import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveFiles, serveSite, type Served } from '../../../demo/site/serve.mjs';

const endpointUrl = 'http://127.0.0.1:1/clinics/cedar';
const filesUrl = 'http://127.0.0.1:2/';
const outboxUrl = 'http://127.0.0.1:1/outbox/key';
const names = readdirSync('demo/site');
const pages = names.filter((name) => name.endsWith('.html'));
/** Guides to read have no booking on them, and so no need of one's telephone number. */
const guides = ['admins.html', 'endpoints.html'];
/** Pages for patients; the desk is for those who work there, and has no booking on it either. */
const open = pages.filter((name) => name !== 'desk.html' && !guides.includes(name));
/** What a page loads from elsewhere, where that is not the one tag. */
const fromElsewhere: Readonly<Record<string, readonly string[]>> = {
  'admins.html': [],
  'desk.html': [],
  'docs.html': [`${filesUrl}myo.js`, `${filesUrl}myo-forms.js`],
  'endpoints.html': [`${filesUrl}openapi.json`],
  'form.html': [`${filesUrl}myo-forms.js`],
};
const sheets = names.filter((name) => name.endsWith('.css'));

let site: Served;
before(async () => {
  site = await serveSite({ port: 0, endpointUrl, filesUrl, outboxUrl });
});
after(() => site?.close());

const get = async (path: string, from: Served = site) => {
  const response = await fetch(new URL(path, from.url));
  return { response, text: await response.text(), policy: response.headers.get('Content-Security-Policy') ?? '' };
};
const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1];
const scripts = (text: string) => [...text.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)];

describe("the clinic's site", () => {
  for (const page of pages) {
    it(`${page} allows scripts by nonce alone, a new one each time`, async () => {
      const [first, second] = await Promise.all([get(page), get(page)]);
      const directives = first.policy.split('; ').map((directive) => directive.replace(/nonce-[^']+/, 'nonce'));
      assert.deepEqual(directives, [
        "default-src 'none'",
        "script-src 'nonce'",
        "style-src 'self'",
        "font-src 'self'",
        ...(page === 'builder.html'
          ? ["img-src 'self' data: http: https:", 'connect-src http: https:', 'frame-src http://127.0.0.1:2']
          : ["img-src 'self' data:", 'connect-src http://127.0.0.1:1 http://127.0.0.1:2']),
        "base-uri 'none'",
        "form-action 'none'",
      ]);
      const nonce = nonceOf(first.policy);
      assert.ok(nonce && nonce.length >= 22, 'it has 128 bits');
      assert.notEqual(nonce, nonceOf(second.policy));
      const written = scripts(first.text);
      assert.equal(written.length > 0, page !== 'admins.html', 'a guide that only explains has no script');
      for (const [, attributes] of written) assert.ok(attributes?.includes(`nonce="${nonce}"`), attributes);
    });

    it(`${page} has everything filled in, and nothing inline`, async () => {
      const { text } = await get(page);
      assert.doesNotMatch(text, /\{\{/);
      assert.doesNotMatch(text, /<[^>]+\s(on[a-z]+|style)\s*=|<style\b|javascript:/i);
      for (const [, , content] of scripts(text)) assert.equal(content?.trim(), '');
      const addresses = [...text.matchAll(/<[^<>]+\s(?:src|href|srcset|poster)="((?:https?:)?\/\/[^"]*)"/g)];
      assert.deepEqual(
        addresses.map(([, address]) => address).filter((address) => address !== outboxUrl),
        fromElsewhere[page] ?? [`${filesUrl}myo.js`],
        'one script from elsewhere, where there is a booking',
      );
      assert.equal(text.includes(`endpoint="${endpointUrl}"`), !guides.includes(page));
    });

    it(`${page} links only to what is there`, async () => {
      const { text } = await get(page);
      for (const [, path = ''] of text.matchAll(/\s(?:src|href)="([^"#:]+)"/g))
        assert.equal((await get(path)).response.status, 200, path);
      for (const [, id] of text.matchAll(/\shref="#([^"]+)"/g)) assert.ok(text.includes(`id="${id}"`), id);
    });
  }

  for (const page of open)
    it(`${page} has a telephone number where the booking cannot be`, async () =>
      assert.ok((await get(page)).text.includes('href="tel:+1303555')));

  for (const sheet of sheets) {
    it(`${sheet} loads nothing`, async () => {
      const { response, text } = await get(sheet);
      assert.equal(response.headers.get('Content-Type'), 'text/css; charset=utf-8');
      assert.doesNotMatch(text, /url\(|@import/);
    });
  }

  it('tells of the clinic what its endpoint tells', async () => {
    const { text } = await get('/');
    const { clinic, services, therapists } = JSON.parse(
      readFileSync('demo/endpoint/clinic/cedar.json', 'utf8'),
    ) as Record<'clinic', { locations: { name: string; address: string; phone: { tel: string } }[] }> &
      Record<'services', { name: string; minutes: number }[]> &
      Record<'therapists', { name: string; bio: string }[]>;
    const words = text.replace(/\s+/g, ' ');
    const facts = [
      ...clinic.locations.flatMap(({ name, address, phone }) => [name, address, phone.tel]),
      ...services.flatMap(({ name, minutes }) => [`<h3>${name}</h3>`, String(minutes)]),
      ...therapists.flatMap(({ name, bio }) => [name, bio]),
    ];
    for (const fact of facts) assert.ok(words.includes(fact), fact);
  });

  it('serves nothing outside its folder, and nothing that is no page', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e%2fpackage.json',
      '/..%2f..%2fpackage.json',
      '/serve.mjs',
      '/no.html',
    ])
      assert.equal((await get(path)).response.status, 404, path);
  });

  it('says so where its port is taken', async () => {
    const port = Number(new URL(site.url).port);
    await assert.rejects(serveSite({ port, endpointUrl, filesUrl, outboxUrl }), /EADDRINUSE/);
  });
});

describe("the tag's files", () => {
  const folder = mkdtempSync(join(tmpdir(), 'myo-files-'));
  let files: Served;
  before(async () => {
    writeFileSync(join(folder, 'myo.js'), 'let one = 1;');
    files = await serveFiles({ port: 0, folder });
  });
  after(async () => {
    await files?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('may be loaded by any page, are scripts, and are never kept', async () => {
    const { response, text } = await get('myo.js', files);
    assert.equal(text, 'let one = 1;');
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(response.headers.get('Content-Type'), 'text/javascript; charset=utf-8');
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
  });
});
