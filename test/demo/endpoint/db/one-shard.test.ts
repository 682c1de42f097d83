import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql, type CompiledQuery } from 'kysely';
import { eraseRecords } from '../../../../demo/endpoint/db/patient-records.ts';
import { findOrphans } from '../../../../demo/endpoint/db/find-orphans.ts';
import { migrate } from '../../../../demo/endpoint/db/migrate.ts';
import { PGliteDialect } from '../../../../demo/endpoint/db/pglite-dialect.ts';
import type { Db, Tables } from '../../../../demo/endpoint/db/schema.ts';
import { sweep } from '../../../../demo/endpoint/db/sweep.ts';
import { findPatient } from '../../../../demo/endpoint/records/find-patient.ts';
import { worker } from '../helpers/deliver.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';
import { bearer, booking } from '../helpers/patient.ts';
import { receptionist } from '../helpers/receptionist.ts';

const nine = 's2~t1~2026-12-01T16:00Z';
const later = 's2~t1~2026-12-02T17:00Z';
const visit = 's20~t1~2026-12-03T16:00Z+t2~2026-12-03T17:00Z';

/** What a distributed PostgreSQL asks of those who keep each clinic on one shard, by the documents of Citus. */
describe('The database of a clinic lies on one shard', () => {
  let db: Db;
  let asked: CompiledQuery[] = [];
  before(async () => {
    const log = (event: { readonly query: CompiledQuery }) => void asked.push(event.query);
    db = new Kysely<Tables>({ dialect: new PGliteDialect(new PGlite()), log });
    await migrate(db);
    asked = [];
  });
  after(() => db.destroy());

  it('every key begins with the clinic', async () => {
    const { rows } = await sql<{ table: string; key: string; first: string }>`
      select rel.relname as table, index.relname as key, att.attname as first
      from pg_index join pg_class rel on rel.oid = indrelid join pg_class index on index.oid = indexrelid
      left join pg_attribute att on att.attrelid = indrelid and att.attnum = indkey[0]
      where rel.relnamespace = 'public'::regnamespace and rel.relname <> 'migration'`.execute(db);
    assert.ok(rows.length > 20, `${rows.length} keys`);
    assert.deepEqual(
      rows.filter(({ first }) => first !== 'clinic'),
      [],
    );
    const { rows: others } = await sql`
      select conname from pg_constraint where connamespace = 'public'::regnamespace and contype not in ('p', 'n')`.execute(
      db,
    );
    assert.deepEqual(others, [], 'and nothing reaches over to other rows');
  });

  it('every statement is about one clinic, and brings its own time', async () => {
    const { endpoint, clinic } = await wholeLife();
    const tables = await tablesOf(endpoint.db);
    const statements = asked.filter(
      ({ sql: text }) => /\b(?:from|into|update|join)\s/i.test(text) && !text.includes('pg_'),
    );
    assert.ok(statements.length > 200, `${statements.length} statements`);
    for (const name of tables)
      assert.ok(
        statements.some(({ sql: text }) => text.includes(`"${name}"`)),
        `${name} is used`,
      );
    for (const { sql: text, parameters } of statements) {
      assert.doesNotMatch(text, /\b(?:now|clock_timestamp)\(\)|current_timestamp|localtimestamp/i);
      const places = [...text.matchAll(/\b(?:from|into|update|join)\s+(?:only\s+)?"?(\w+)"?/gi)].filter(
        ([, name = '']) => tables.includes(name),
      );
      const clinics = [...text.matchAll(/(?<!\w)"?clinic"? = \$(\d+)/g)].map(
        ([, index]) => parameters[Number(index) - 1],
      );
      const joined = [...text.matchAll(/\bclinic"? = "?\w+"?\."?clinic\b|using \(clinic,/g)];
      if (/^insert/i.test(text)) assert.equal(parameters[0], clinic.id, text);
      assert.ok(
        clinics.length + joined.length + Number(/^insert/i.test(text)) >= places.length,
        `one clinic for each table: ${text}`,
      );
      assert.ok(
        clinics.every((id) => id === clinic.id),
        text,
      );
    }
  });

  /** Everything that happens to bookings, and to those who wait, from the first look to being forgotten. */
  async function wholeLife() {
    const clinic = cedar();
    const endpoint = testEndpoint(db, { clinic });
    const { delivers } = worker(endpoint, {});
    const noor = await receptionist(endpoint, 'Noor', true);
    const maria = endpoint.patient();
    asked = [];
    const email = 'maria@example.org';
    const made = { ...booking(), patient: { ...booking().patient, email } };
    await maria.looksFor('service=s2&from=2026-12-01&to=2026-12-08');
    const { token } = (await maria.holds(nine)).body;
    await maria.extends(token);
    const other = endpoint.patient();
    assert.equal((await other.holds(nine)).problem, 'slot-taken');
    assert.equal((await other.sends('/waitlist', waiting)).status, 201);
    const { manageToken } = (await maria.books(token, made)).body;
    const hold = (await maria.holds(later)).body.token;
    assert.equal((await maria.changes(manageToken, 'reschedule', { body: { hold } })).status, 200);
    await delivers();
    assert.equal(await endpoint.app.offerFreed(), 1);
    assert.equal((await maria.changes(manageToken, 'cancel', { revision: 2 })).status, 200);
    assert.equal((await maria.changes(manageToken, 'undo', { revision: 3 })).status, 200);
    assert.equal((await maria.changes(manageToken, 'coming', { revision: 4 })).status, 200);
    assert.equal((await maria.downloads(manageToken)).status, 200);
    assert.equal((await maria.asks('/booking/forms', bearer(manageToken))).status, 200);
    const { token: both } = (await maria.holds(visit)).body;
    assert.equal((await maria.books(both, { ...made, checklist: booking('clot').checklist })).body.status, 'pending');
    assert.equal((await maria.sends('/callbacks', { name: 'Maria', phone: '+1 303 555 0100' })).status, 202);
    assert.equal((await maria.sends('/links', { contact: email })).status, 202);
    const [waits] = await noor.waiting();
    assert.equal((await noor.answers(waits, 'no-objection')).status, 200);
    const { callbacks } = (await noor.looksAt('/desk/callbacks')).body;
    await noor.posts('/desk/callbacks/done', { id: callbacks[0].id });
    for (const path of ['/desk/appointments?date=2026-12-02', '/desk/messages', '/desk/log']) await noor.looksAt(path);
    await noor.posts('/desk/links', { booking: waits.booking });
    await delivers();
    await endpoint.app.freeOverdue();
    await findOrphans(db, clinic.id, new Date(endpoint.now()));
    const found = await findPatient(db, clinic, { contact: email, name: undefined }, endpoint.now());
    await eraseRecords(db, clinic.id, found!.records);
    endpoint.passes(400 * 24 * 60);
    await sweep(db, clinic.id, endpoint.now(), 30);
    return { endpoint, clinic };
  }
});

const waiting = {
  serviceIds: ['s2'],
  therapistIds: ['t1'],
  from: '2026-12-01',
  to: '2026-12-02',
  times: [{ from: '09:00', to: '09:15' }],
  contact: { name: 'Ben', email: 'ben@example.org' },
};

async function tablesOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(db);
  return rows.map(({ name }) => name).filter((name) => name !== 'migration');
}
