import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clientAddress, clientOf, trustedProxies } from '../../../demo/endpoint/client-address.ts';
import { lockFolder } from '../../../demo/endpoint/db/folder-lock.ts';
import { startEndpoint } from '../../../demo/endpoint/server.ts';
import { NOW, startServer } from './helpers/server-process.ts';

const slot = 's2~t1~2026-12-01T16:00Z';

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-endpoint-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

const json = { 'Content-Type': 'application/json' };
const hold = (url: string) =>
  fetch(`${url}/holds`, { method: 'POST', headers: json, body: JSON.stringify({ slotIds: [slot] }) });

describe('The server', () => {
  it('keeps what it promised through a kill, and its folder for itself', async () => {
    const DATA_DIR = join(folder, 'kept');
    const first = await startServer({ DATA_DIR });
    assert.match(first.url, /^http:\/\/127\.0\.0\.1:\d+\/clinics\/cedar$/);
    const held = (await (await hold(first.url)).json()) as { token: string };

    const second = await startServer({ DATA_DIR });
    assert.equal(await second.ended, 1);
    assert.match(second.said(), /is in use by process \d+/);

    await first.kill('SIGKILL');
    const third = await startServer({ DATA_DIR });
    const again = await fetch(`${third.url}/holds`, { headers: { Authorization: `Bearer ${held.token}` } });
    assert.equal(again.status, 200, third.said());
    assert.equal((await hold(third.url)).status, 409);
    assert.equal(await third.kill('SIGTERM'), 0);
  });

  it('goes on with what it was making when it was killed in its first start', async () => {
    const DATA_DIR = join(folder, 'begun');
    mkdirSync(join(DATA_DIR, 'pglite.begun'), { recursive: true });
    writeFileSync(join(DATA_DIR, 'pglite.begun', 'PG_VERSION'), '');
    const endpoint = await startEndpoint({ PORT: '0', LOG_LEVEL: 'warn', NOW, DATA_DIR });
    assert.equal((await hold(endpoint.url)).status, 201);
    await endpoint.stop();
  });

  it('finds its data where the folder lost the name that says that it is whole', async () => {
    const DATA_DIR = join(folder, 'forgotten');
    const starts = () => startEndpoint({ PORT: '0', LOG_LEVEL: 'warn', NOW, DATA_DIR });
    const first = await starts();
    const { token } = (await (await hold(first.url)).json()) as { token: string };
    await first.stop();
    for (const name of ['pglite.begun', 'pglite']) {
      if (name === 'pglite.begun') renameSync(join(DATA_DIR, 'pglite'), join(DATA_DIR, name));
      else rmSync(join(DATA_DIR, 'pglite', 'whole'));
      const again = await starts();
      const held = await fetch(`${again.url}/holds`, { headers: { Authorization: `Bearer ${token}` } });
      assert.equal(held.status, 200, `as ${name}`);
      await again.stop();
    }
  });

  it('does not start with a secret that anybody can guess, given or kept', async () => {
    const DATA_DIR = join(folder, 'guessed');
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'secret'), '');
    const starts = (environment: object) => startEndpoint({ PORT: '0', LOG_LEVEL: 'warn', ...environment });
    await assert.rejects(starts({ DATA_DIR }), /guessed\/secret opens every booking: it needs 32 characters/);
    await assert.rejects(starts({ SECRET: 'x' }), /SECRET opens every booking: it needs 32 characters/);
  });

  it('starts in this process too, on any port, in memory', async () => {
    const endpoint = await startEndpoint({
      PORT: '0',
      LOG_LEVEL: 'warn',
      NOW,
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
    });
    const answer = await fetch(`${endpoint.url}/catalog`, { headers: { Origin: 'https://b.example' } });
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), 'https://b.example');
    assert.equal((await hold(endpoint.url)).status, 201);
    await endpoint.stop();
  });

  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ NOW: 'noon' }, /NOW is no instant/],
    [{ PORT: 'high' }, /PORT is no number/],
    [{ TRUSTED_PROXIES: '10.0.0.0/64' }, /TRUSTED_PROXIES takes addresses/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is none of/],
    [{ METRICS_KEY: 'k'.repeat(19) }, /METRICS_KEY .* 20 characters/],
    [{ OUTBOX_KEY: 'a/'.repeat(20) }, /OUTBOX_KEY .* 20 letters/],
    [{ SMTP_URL: 'mail.example' }, /SMTP_URL is no address/],
    [{ DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none', SECRET: 'x'.repeat(32) }, /ECONNREFUSED/],
    [{ CLINIC: '/nowhere/clinic.json' }, /ENOENT/],
  ];
  for (const [environment, reason] of wrong)
    it(`does not start with ${Object.keys(environment).join(' and ')} wrong`, async () => {
      await assert.rejects(startEndpoint({ PORT: '0', LOG_LEVEL: 'warn', ...environment }), (error: Error) =>
        reason.test(`${error.message} ${'code' in error ? error.code : ''}`),
      );
    });
});

describe('The lock of a folder', () => {
  const owner = (folderName: string, content: object | string) => {
    const path = mkdtempSync(join(folder, folderName));
    writeFileSync(join(path, 'owner.json'), typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  /** Somebody gave a sign of life just now. */
  const alive = (folderName: string, content: object) => {
    const path = owner(folderName, content);
    writeFileSync(join(path, 'owner.pulse'), '1');
    return path;
  };
  const here = { host: hostname(), namespace: readlinkSync('/proc/self/ns/pid') };
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

  it('is given back', () => {
    const path = join(folder, 'lock');
    const unlock = lockFolder(path);
    assert.throws(() => lockFolder(path), /in use/);
    unlock();
    lockFolder(path)();
  });
  it('is taken over from a dead owner, or one that died while it wrote', () => {
    lockFolder(alive('dead', { ...here, pid: 2 ** 22 + 1, born: `${boot} 1` }))();
    lockFolder(alive('reborn', { ...here, pid: process.pid, born: `${boot} 1` }))();
    lockFolder(owner('torn', '{"host":'))();
  });
  it('belongs to whoever took it over, who alone gives it back', () => {
    const path = join(folder, 'taken');
    const unlock = lockFolder(path);
    const later = JSON.stringify({ host: 'elsewhere', pid: 1, born: '' });
    writeFileSync(join(path, 'owner.json'), later);
    unlock();
    assert.equal(readFileSync(join(path, 'owner.json'), 'utf8'), later);
  });
  it('is no matter of what the clocks of its hosts show', () => {
    const path = alive('clocks', { host: 'elsewhere', pid: 1, born: '' });
    const real = Date.now;
    Date.now = () => real() + 3_600_000;
    try {
      assert.throws(() => lockFolder(path), /in use by process 1 on elsewhere/);
    } finally {
      Date.now = real;
    }
  });
  const far: readonly (readonly [string, object, RegExp])[] = [
    [
      'another host',
      { host: 'elsewhere', namespace: here.namespace },
      /in use by process 1 on elsewhere.*a minute later/,
    ],
    ['another machine of the same name', here, /in use by process 1 on .*a minute later/],
    [
      'another container of the same name',
      { ...here, namespace: 'pid:[1]' },
      /in use by process 1 on .*a minute later/,
    ],
  ];
  for (const [where, owned, refusal] of far)
    it(`is taken over from ${where} only when it has long been silent`, () => {
      const path = alive('far', { ...owned, pid: 1, born: '' });
      assert.throws(() => lockFolder(path), refusal);
      rmSync(join(path, 'owner.pulse'));
      lockFolder(path)();
    });
});

describe('A client', () => {
  const hops: readonly (readonly [string, string | undefined, string | null, readonly string[]])[] = [
    ['1.1.1.1', '1.1.1.1', null, []],
    ['1.1.1.1', '::ffff:1.1.1.1', '9.9.9.9', []],
    ['9.9.9.9', '1.1.1.1', '9.9.9.9', ['1.1.1.1']],
    ['9.9.9.9', '1.1.1.1', '8.8.8.8, 9.9.9.9, 2.2.2.2', ['1.1.1.1', '2.2.2.2']],
    ['9.9.9.9', '10.1.2.3', '8.8.8.8, 9.9.9.9, fd00::7', ['10.0.0.0/8', 'fd00::/8']],
    ['9.9.9.9', '1.1.1.1', '9.9.9.9:51234', ['1.1.1.1']],
    ['2001:db8::7', '1.1.1.1', '[2001:db8::7]:443', ['1.1.1.1']],
    ['11.1.2.3', '11.1.2.3', '9.9.9.9', ['10.0.0.0/8']],
    ['', undefined, null, []],
  ];
  for (const [expected, peer, forwarded, trusted] of hops)
    it(`from ${peer} by "${forwarded}" is ${expected || 'unknown'}`, () =>
      assert.equal(clientAddress(peer, forwarded, trustedProxies(trusted)), expected));

  const networks: readonly (readonly [string, string])[] = [
    ['9.9.9.9', '9.9.9.9'],
    ['', ''],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['2001:0db8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
    ['2001:db8:0:2::1', '2001:db8:0:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ];
  for (const [address, client] of networks)
    it(`at ${address || 'no address'} counts as ${client || 'one'}`, () => assert.equal(clientOf(address), client));
});
