import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openDatabase, type OpenDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { readTagFiles, type TagFiles } from '../../../../demo/endpoint/page/tag-files.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';

const sources = fileURLToPath(new URL('../../../../src/', import.meta.url));

describe('A clinic without a page of its own', () => {
  let folder = '';
  let database: OpenDatabase;
  let tagFiles: TagFiles | undefined;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'myo-page-'));
    for (const name of ['frame.html', 'frame.css']) copyFileSync(sources + name, join(folder, name));
    for (const name of ['myo.js', 'myo-frame.js', 'myo-body-map.js', 'secret.js', 'openapi.json'])
      writeFileSync(join(folder, name), `"${name}"`);
    tagFiles = readTagFiles(folder);
    database = await openDatabase();
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (files = tagFiles, name = 'Cedar & <Ridge>') => {
    const clinic = cedar((data) => (data.clinic.name = name));
    const { app } = testEndpoint(database.db, { clinic, tagFiles: files });
    return (path: string, init?: RequestInit) =>
      app.fetch(new Request(`https://booking.example/clinics/${clinic.id}/${path}`, init), '10.0.0.1');
  };

  it('has one at its endpoint, under a policy that allows nothing but its own', async () => {
    const get = open();
    const page = await get('book');
    assert.deepEqual(
      [page.status, page.headers.get('Content-Type'), page.headers.get('Cache-Control')],
      [200, 'text/html; charset=utf-8', 'no-cache'],
    );
    const policy = page.headers.get('Content-Security-Policy')!;
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"])
      assert.ok(policy.includes(rule), policy);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(page.headers.get('X-Content-Type-Options'), 'nosniff');
    const text = await page.text();
    assert.match(text, /<title>Book an appointment · Cedar &amp; &lt;Ridge&gt;<\/title>/);
    assert.match(text, /<h1>Cedar &amp; &lt;Ridge&gt;<\/h1>\s*<a href="tel:\+13035550142">\(303\) 555-0142<\/a>/);
    assert.doesNotMatch(text, /<style| style=| on\w+=|<script>/, 'nothing that the policy forbids');
  });

  it('finds there everything that its page asks for, each as what it is', async () => {
    const get = open();
    const text = await (await get('book')).text();
    const asked = [...text.matchAll(/(?:href|src)="([\w./-]+)"/g)].map(([, name]) => name!);
    assert.deepEqual(asked, ['frame.css', 'myo.js', 'myo-frame.js']);
    for (const name of [...asked, 'myo-body-map.js']) {
      const file = await get(name);
      const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      assert.deepEqual([file.status, file.headers.get('Content-Type')], [200, `${type}; charset=utf-8`], name);
      assert.match(file.headers.get('Cache-Control')!, /^max-age=300/);
      const again = await get(name, { headers: { 'If-None-Match': file.headers.get('ETag')! } });
      assert.equal(again.status, 304);
    }
  });

  it('sends its files packed, the same bytes to everybody', async () => {
    const long = { type: 'text/javascript; charset=utf-8', content: 'let rest;\n'.repeat(500) };
    const get = open({ page: tagFiles!.page, files: new Map([['myo.js', long]]) });
    const ask = async () => {
      const file = await get('myo.js', { headers: { 'Accept-Encoding': 'gzip' } });
      assert.equal(file.headers.get('Content-Encoding'), 'gzip');
      return Buffer.from(await file.arrayBuffer());
    };
    const [first, second] = [await ask(), await ask()];
    assert.equal(gunzipSync(first).toString(), long.content);
    assert.deepEqual(second, first);
  });

  it('hands out nothing else', async () => {
    const get = open();
    for (const path of [
      'secret.js',
      'openapi.json',
      'frame.html',
      'myo.js/',
      '..%2fpackage.json',
      'myo-none.js',
      'book/',
    ])
      assert.equal((await get(path)).status, 404, path);
    assert.equal((await get('book', { method: 'POST' })).status, 404);
  });

  it('speaks the language of who asks', async () => {
    const page = await open()('book', { headers: { 'Accept-Language': 'es-US' } });
    const text = await page.text();
    assert.match(text, /<html lang="es">/);
    assert.match(text, /<title>Cedar &amp; &lt;Ridge&gt;</);
    assert.match(text, /<noscript>[^]*<p lang="es">Para reservar en línea[^]*<\/noscript>/);
  });

  it('tells whom to call where nothing has been built', async () => {
    assert.equal(readTagFiles(join(folder, 'nowhere')), undefined);
    const { app, clinic } = testEndpoint(database.db);
    const ask = (language: string) =>
      app.fetch(
        new Request(`https://booking.example/clinics/${clinic.id}/book`, { headers: { 'Accept-Language': language } }),
        '10.0.0.1',
      );
    const page = await ask('en');
    assert.deepEqual(
      [page.status, page.headers.get('Content-Type'), page.headers.get('Cache-Control')],
      [503, 'text/html; charset=utf-8', 'no-store'],
    );
    const text = await page.text();
    assert.match(text, /<a href="tel:\+13035550142">\(303\) 555-0142<\/a>/);
    assert.match(text, /Something went wrong on our side/);
    assert.match(await (await ask('es')).text(), /<html lang="es">/);
  });
});
