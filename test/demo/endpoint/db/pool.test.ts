import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { onPostgres } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';

/** In seconds; longer than a connection may take to be made. */
const BUSY = 11;

onPostgres('Whoever comes while every connection is busy', (db) => {
  it('waits in line, and is answered', async () => {
    const endpoint = testEndpoint(db());
    const busy = Array.from({ length: 10 }, () => sql`select pg_sleep(${BUSY})`.execute(db()));
    const begun = performance.now();
    const held = await endpoint.patient().holds('s2~t1~2026-12-01T16:00Z');
    assert.equal(held.status, 201);
    assert.ok(performance.now() - begun > (BUSY - 1) * 1000, 'there was a line to wait in');
    await Promise.all(busy);
    assert.deepEqual(endpoint.log, []);
  });
});

describe('A database that takes a connection and says nothing', () => {
  it('is given up before long', async () => {
    const sockets: Socket[] = [];
    const mute = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const { port } = mute.address() as AddressInfo;
    const begun = performance.now();
    await assert.rejects(openDatabase({ databaseUrl: `postgres://postgres@127.0.0.1:${port}/postgres` }), /timeout/);
    assert.ok(performance.now() - begun < 30_000);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => mute.close(resolve));
  });
});
