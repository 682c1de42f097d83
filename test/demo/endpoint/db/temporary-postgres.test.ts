import assert from 'node:assert/strict';
import { it } from 'node:test';
import pg from 'pg';
import { findPostgres } from '../../../helpers/temporary-postgres.mjs';

it('A PostgreSQL of the tests’ own is there where no other is, and gone afterwards', async (context) => {
  const found = await findPostgres('postgres://postgres@127.0.0.1:1/postgres');
  if (!found) return context.skip('left out: no initdb on this machine');
  const connects = async () => {
    const client = new pg.Client({ connectionString: found.url });
    await client.connect();
    const { rows } = await client.query<{ one: number }>('select 1 as one');
    await client.end();
    return rows[0]?.one;
  };
  assert.equal(await connects(), 1);
  await found.stop();
  await assert.rejects(connects());
});
