import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startEndpoint } from '../../../../demo/endpoint/server.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { worker } from '../helpers/deliver.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

const home = '127.0.0.1';

onEveryDatabase('The outbox page', (db) => {
  /** An endpoint without a mail server, after somebody has booked there. */
  async function demo(name = 'Maria Santos') {
    const hidden = testEndpoint(db());
    const { outbox, delivers } = worker(hidden, {});
    const endpoint = testEndpoint(db(), {
      clinic: hidden.clinic,
      outbox,
      channels: ['email', 'sms'],
      allowedOrigins: '*',
    });
    const maria = endpoint.patient();
    const { token } = (await maria.holds('s2~t1~2026-12-01T16:00Z')).body;
    const patient = { ...booking().patient, name, email: 'maria@example.org', reach: ['sms', 'email'] };
    const { body } = await maria.books(token, { ...booking(), patient });
    await delivers();
    const page = (url = `http://127.0.0.1:8787${outbox!.path}`, client = home, headers: HeadersInit = {}) =>
      endpoint.app.fetch(new Request(url, { headers }), client);
    return { page, path: outbox!.path, manageToken: body.manageToken as string, hidden };
  }

  it('shows what would have been sent, and says that it is for demos', async () => {
    const { page, manageToken } = await demo();
    const response = await page();
    const text = await response.text();
    assert.equal(response.status, 200);
    assert.match(text, /for demonstrations/);
    assert.match(text, /Maria Santos &lt;maria@example.org&gt;/);
    assert.match(text, /desk@cedar.example/);
    assert.match(text, /To \+13035550100.*\n.*Cedar Ridge: Your appointment is booked/);
    assert.ok(
      text.includes(`https://cedar.example/appointment#manage=${manageToken}`),
      'a link that opens the booking',
    );
  });

  it('runs nothing and lets nobody read it', async () => {
    const { page } = await demo('<script>alert(1)</script> & "Co"');
    const { headers } = await page(undefined, home, { Origin: 'https://elsewhere.example' });
    const policy = headers.get('Content-Security-Policy') ?? '';
    assert.match(
      policy,
      /^default-src 'none'; style-src 'nonce-[\w+/=]{22,}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    assert.notEqual(policy, (await page()).headers.get('Content-Security-Policy'));
    assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    assert.equal(headers.get('Cache-Control'), 'no-store');
    const text = await (await page()).text();
    assert.doesNotMatch(text, /<script|\son\w+=|\sstyle=/);
    assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;Co&quot;/);
  });

  const strangers: readonly (readonly [string, string, string, Record<string, string>])[] = [
    ['another computer', 'http://127.0.0.1:8787', '10.0.0.9', {}],
    ['another name for this one', 'http://booking.example', home, {}],
    ['a proxy', 'http://127.0.0.1:8787', home, { 'X-Forwarded-For': '10.0.0.9' }],
    ['a proxy that says less', 'http://127.0.0.1:8787', home, { Via: '1.1 proxy' }],
  ];
  for (const [who, url, client, headers] of strangers)
    it(`is not there for ${who}`, async () => {
      const { page, path } = await demo();
      assert.equal((await page(url + path, client, headers)).status, 404);
    });

  for (const path of ['/outbox', '/outbox/', '/outbox/undefined', '/outbox/AAAAAAAAAAAAAAAAAAAAAAAA'])
    it(`is not at ${path}, where anybody would look through a proxy that says nothing of itself`, async () => {
      const { page } = await demo();
      assert.equal((await page(`http://127.0.0.1:8787${path}`)).status, 404);
    });

  it('is not there where mail is sent', async () => {
    const { hidden, path } = await demo();
    assert.equal((await hidden.app.fetch(new Request(`http://127.0.0.1${path}`), home)).status, 404);
    const server = await startEndpoint({ PORT: '0', LOG_LEVEL: 'warn', SMTP_URL: 'smtp://127.0.0.1:1' });
    assert.equal(server.outboxUrl, undefined);
    await server.stop();
  });

  it('is where the server says', async () => {
    const OUTBOX_KEY = 'chosen_by-whoever-starts';
    const server = await startEndpoint({ PORT: '0', LOG_LEVEL: 'warn', OUTBOX_KEY });
    assert.equal(new URL(server.outboxUrl!).pathname, `/outbox/${OUTBOX_KEY}`);
    assert.match(await (await fetch(server.outboxUrl!)).text(), /There is nothing here yet/);
    await server.stop();
  });
});
