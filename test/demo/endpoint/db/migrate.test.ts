import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { missingMigrations } from '../../../../demo/endpoint/db/migrate.ts';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { onPostgres } from '../helpers/databases.ts';
import { startServer } from '../helpers/server-process.ts';

onPostgres('An empty database', (db, url) => {
  it('is made ready once, by ten servers that start at the same time', async () => {
    await sql`drop schema public cascade`.execute(db());
    await sql`create schema public`.execute(db());
    const servers = [1, 2].map(() =>
      startServer({ DATABASE_URL: url(), SECRET: 'the same secret for all the servers' }),
    );
    const nodes = Array.from({ length: 8 }, () => openDatabase({ databaseUrl: url() }));
    for (const server of await Promise.all(servers)) {
      assert.equal((await fetch(`${server.root}/readyz`)).status, 200, server.said());
      assert.equal(await server.kill('SIGTERM'), 0);
    }
    for (const node of await Promise.all(nodes)) {
      assert.deepEqual(await missingMigrations(node.db), []);
      await node.close();
    }
  });
});
