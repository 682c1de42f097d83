import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { onPostgres } from '../helpers/databases.ts';
import { lockTable } from '../helpers/lock-table.ts';
import { booking } from '../helpers/patient.ts';
import { clinicFile, startServer, type ServerProcess } from '../helpers/server-process.ts';

const slot = 's2~t1~2026-12-01T16:00Z';

const key = 'k'.repeat(20);

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-operation-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('Whoever runs the server', () => {
  let server: ServerProcess;
  before(async () => {
    server = await startServer({
      CLINIC: clinicFile(folder),
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_LIMIT: '50',
      METRICS_KEY: key,
    });
  });
  after(() => server.kill('SIGTERM'));
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.root + path, { headers });

  it('sees that it is alive and ready', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await get(path);
      assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ok' }]);
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    }
    assert.equal((await fetch(`${server.root}/readyz`, { method: 'POST' })).status, 404);
  });

  it('finds nothing of a whole booking in its log', async () => {
    const planted = ['Quimby', 'quimby@planted.example', '5550199', 'secret-note', 'my-reason', 'planted', 'clot'];
    const maria = server.patient();
    const { token } = (await maria.holds(slot)).body;
    const sent = booking('sore');
    const patient = { ...sent.patient, name: 'Maria Quimby', email: 'quimby@planted.example', phone: '+1 303 5550199' };
    const body = { ...sent, patient, note: 'secret-note', reason: 'my-reason' };
    const booked = await maria.books(token, body);
    assert.equal(booked.status, 201);
    await maria.looksFor('service=s2&from=2026-12-01&to=2026-12-02&planted=secret-note');
    await maria.sends('/bookings', '{"patient": {"name": "Quimby"', { token });
    await maria.sends('/bookings', { ...body, patient: { name: 'Quimby', email: 'planted' } }, { token: 'planted' });
    await maria.sends('/links', { contact: 'quimby@planted.example' });
    for (const path of [`/clinics/cedar/${token}`, '/clinics/planted/catalog', '/planted?note=secret-note', '/%00'])
      await get(path, { 'User-Agent': 'planted', Referer: 'https://planted.example' });
    await server.patient().request('/catalog', { method: 'PROPFIND' });
    const said = server.said();
    for (const text of [...planted, token, booked.body.manageToken, booked.body.reference])
      assert.ok(!said.includes(text), `${text} is on standard error`);
    assert.ok(!server.log().some((event) => JSON.stringify(event).includes('127.0.0.1')), 'an address is logged');
    const events = server.log().filter(({ event }) => event === 'request');
    assert.ok(events.length >= 12, said);
    const book = events.find(({ route, status }) => route === '/bookings' && status === 201);
    assert.deepEqual(
      [book.clinic, book.method, book.level, typeof book.milliseconds],
      ['cedar', 'POST', 'info', 'number'],
    );
    const routes = new Set(events.map(({ route }) => route));
    assert.deepEqual(
      routes,
      new Set(['/availability', '/bookings', '/catalog', '/healthz', '/holds', '/links', '/readyz', 'other']),
    );
  });

  it('counts what was asked, and shows it to who has the key', async () => {
    await server.patient().catalog();
    const metrics = async () => (await get('/metrics', { Authorization: `Bearer ${key}` })).text();
    const page = await metrics();
    assert.match(page, /^myo_request_duration_seconds_count\{method="GET",route="\/catalog",status="200"\} \d+$/m);
    assert.match(page, /^process_resident_memory_bytes \d+/m);
    const sent = async () => /^myo_messages_total\{channel="email",outcome="sent"\} \d+$/m.test(await metrics());
    for (let tries = 0; tries < 100 && !(await sent()); tries++) await pause(100);
    assert.ok(await sent(), 'the messages of the booking are counted once they have gone');
    assert.doesNotMatch(page, /cedar|Quimby|planted/);
    assert.equal((await get('/metrics')).status, 404);
    assert.equal((await get('/metrics', { Authorization: 'Bearer k' })).status, 404);
  });

  it('tells clients apart by what a trusted proxy says', async () => {
    const from = (address: string) => get('/clinics/cedar/catalog', { 'X-Forwarded-For': address });
    const replies = await Promise.all(Array.from({ length: 51 }, () => from('8.8.8.8')));
    assert.equal(replies.filter(({ status }) => status === 429).length, 1);
    assert.equal((await from('8.8.4.4')).status, 200);
    const spoofed = await get('/clinics/cedar/catalog', { 'X-Forwarded-For': '1.2.3.4, 8.8.8.8' });
    assert.equal(spoofed.status, 429, 'what the client itself claims counts for nothing');
  });
});

describe('Monitoring', () => {
  it('is not there without a key, from this computer either', async () => {
    const server = await startServer({});
    for (const Authorization of ['', 'Bearer', 'Bearer undefined'])
      assert.equal((await fetch(`${server.root}/metrics`, { headers: { Authorization } })).status, 404);
    assert.equal(await server.kill('SIGTERM'), 0);
  });
});

onPostgres('A server that fails', (db, url) => {
  it('says nothing of anybody on standard error, in no line and in no stack', async (test) => {
    const secret = 'a secret of this test, long enough';
    const server = await startServer({ CLINIC: clinicFile(folder), DATABASE_URL: url(), SECRET: secret });
    test.after(() => server.kill('SIGKILL'));
    const maria = server.patient();
    const { token } = (await maria.holds(slot)).body;
    // What is refused is the row with all that she has sent.
    await sql`alter table booking add check (body is null)`.execute(db());
    const patient = { ...booking().patient, name: 'Maria Quimby', email: 'quimby@planted.example' };
    const failed = await maria.books(token, { ...booking('sore'), patient, note: 'secret-note' });
    assert.ok(failed.status >= 500, `it was answered ${failed.status}`);
    assert.ok(
      server.log().some(({ level }) => level === 'error'),
      'it is logged that it failed',
    );
    for (const text of ['Quimby', 'quimby', 'secret-note', 'sore', token])
      assert.ok(!server.said().includes(text), `${text} is on standard error`);
  });
});

onPostgres('A server that is stopped', (db, url) => {
  const start = (environment: Record<string, string> = {}) =>
    startServer({
      CLINIC: clinicFile(folder),
      DATABASE_URL: url(),
      SECRET: 'a secret of this test, long enough',
      ...environment,
    });

  /** A booking that cannot be answered until it is let go: its last statement waits for a lock. */
  const waitingBooking = async (server: ServerProcess, at: string) => {
    const maria = server.patient();
    const { token } = (await maria.holds(at)).body;
    const letGo = await lockTable(db(), 'message');
    const answer = maria.books(token);
    await letGo.somebodyWaits();
    return { answer, letGo };
  };

  it('answers what it has begun, refuses what is new, and ends', async () => {
    const server = await start();
    const { answer, letGo } = await waitingBooking(server, slot);
    const open = new Agent({ keepAlive: true, maxSockets: 1 });
    const onOpenConnection = (path: string) =>
      new Promise<number>((resolve, reject) =>
        ask(server.root + path, { agent: open }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        })
          .on('error', reject)
          .end(),
      );
    assert.equal(await onOpenConnection('/readyz'), 200);
    const ended = server.kill('SIGTERM');
    while (
      await fetch(`${server.root}/healthz`).then(
        () => true,
        () => false,
      )
    );
    await assert.rejects(onOpenConnection('/readyz'));
    await letGo();
    assert.equal((await answer).status, 201);
    assert.equal(await ended, 0);
  });

  it('does not wait for ever', async () => {
    const server = await start({ STOP_SECONDS: '1' });
    const { answer, letGo } = await waitingBooking(server, 's2~t1~2026-12-01T18:00Z');
    const cut = assert.rejects(answer);
    assert.equal(await server.kill('SIGTERM'), 0);
    await cut;
    await letGo();
    assert.ok(server.log().some(({ event }) => event === 'stop cut off'));
  });

  it('is not ready without its database', async () => {
    const server = await start();
    await sql`alter table migration rename to elsewhere`.execute(db());
    /** The database is asked once a second, whoever asks. */
    const isReady = async (status: number, text: string) => {
      const patience = AbortSignal.timeout(20_000);
      const seen = async () => {
        const answer = await fetch(`${server.root}/readyz`);
        return [answer.status, (await answer.json()).status];
      };
      while (!patience.aborted && `${await seen()}` !== `${[status, text]}`) await pause(100);
      assert.deepEqual(await seen(), [status, text]);
    };
    await isReady(503, 'the database cannot be reached');
    assert.equal((await fetch(`${server.root}/healthz`)).status, 200);
    await sql`alter table elsewhere rename to migration`.execute(db());
    await sql`delete from migration where name = '0007-waitlist.sql'`.execute(db());
    await isReady(503, 'the database lacks migrations');
    await sql`insert into migration (name) values ('0007-waitlist.sql')`.execute(db());
    await isReady(200, 'ok');
    await server.kill('SIGTERM');
  });
});
