import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { loadClinic } from '../../../../demo/endpoint/clinic/load-clinic.ts';
import { run } from '../../../../demo/endpoint/commands/run.ts';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { personWith } from '../../../../demo/endpoint/desk/keys.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import type { Environment } from '../../../../demo/endpoint/environment.ts';
import { onPostgres } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';
import { clinicFile, NOW } from '../helpers/server-process.ts';

const [email, phone] = ['maria@planted.example', '+1 303 555 0199'];

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-commands-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A command as an operator gives it, in this process. */
async function command(line: string, environment: Environment = {}) {
  const [printed, said]: [string[], string[]] = [[], []];
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  const now = () => Date.parse(NOW);
  const output = { print: (text: string) => printed.push(text), say: (text: string) => said.push(text), now };
  return { code: await run(args, environment, output), printed: printed.join('\n'), said: said.join('\n') };
}

const url = 'https://cedar.example/Questionnaire/before-your-visit';
const questionnaire = {
  resourceType: 'Questionnaire',
  url,
  version: '1',
  status: 'active',
  item: [{ linkId: 'goal', text: 'What would you like to do again?', type: 'string' }],
};

function suite(environmentOf: () => Environment) {
  let environment: Environment;
  /** The database while no command uses it. */
  const withDatabase = async <Result>(work: (db: Db) => Promise<Result>) => {
    const { db, close } = await openDatabase({
      databaseUrl: environment.DATABASE_URL,
      dataDir: environment.DATA_DIR,
    });
    return work(db).finally(close);
  };
  /** Every row of every table, as text. */
  const everything = () =>
    withDatabase(async (db) => {
      const tables = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
      const rows = tables.rows.map(({ name }) => sql`select to_jsonb(t) from ${sql.table(name)} as t`.execute(db));
      return JSON.stringify((await Promise.all(rows)).map((result) => result.rows));
    });

  before(async () => {
    environment = {
      CLINIC: clinicFile(folder, 'cedar', (data) => (data.forms = [{ questionnaire }])),
      NOW,
      ...environmentOf(),
    };
    await withDatabase(async (db) => {
      const endpoint = testEndpoint(db, { clinic: loadClinic(environment.CLINIC!), rateLimit: 0 });
      const someone = endpoint.patient();
      const book = async (slot: string, name: string, contact: object) => {
        const { token } = (await someone.holds(slot)).body;
        const patient = { ...booking().patient, name, ...contact };
        const consents = booking().consents.map((one) => ({ ...one, signedName: name }));
        const booked = await someone.books(token, { ...booking('sore'), patient, consents, note: `note of ${name}` });
        assert.equal(booked.status, 201, JSON.stringify(booked.body));
        const item = [{ linkId: 'goal', answer: [{ valueString: `goal of ${name}` }] }];
        const response = {
          resourceType: 'QuestionnaireResponse',
          status: 'in-progress',
          item,
          questionnaire: `${url}|1`,
        };
        const saved = await someone.sends('/booking/forms', { response }, { token: booked.body.manageToken });
        assert.equal(saved.status, 200, JSON.stringify(saved.body));
      };
      await book('s2~t1~2026-12-01T16:00Z', 'Maria Planted', { email, phone });
      await book('s2~t1~2026-12-03T16:00Z', 'maria  PLANTED', { email: email.toUpperCase() });
      await book('s2~t1~2026-12-01T18:00Z', 'John Other', { phone: '303-555-0199' });
      const wish = { serviceIds: ['s2'], from: '2026-12-01', to: '2026-12-02' };
      for (const [name, contact] of [
        ['Maria Planted', { email }],
        ['John Other', { email: 'john@other.example' }],
      ] as const)
        assert.equal((await someone.sends('/waitlist', { ...wish, contact: { name, ...contact } })).status, 201);
      await someone.sends('/links', { contact: email });
      await someone.sends('/callbacks', { name: 'Maria Planted', phone });
    });
  });

  it('copies all that is kept of a patient, and of nobody else', async () => {
    const { code, printed, said } = await command(`export --contact ${email}`, environment);
    assert.equal(code, 0, said);
    const copy = JSON.parse(printed);
    assert.equal(copy.bookings.length, 2);
    const [second, first] = copy.bookings;
    assert.equal(first.forms[0].response.item[0].answer[0].valueString, 'goal of Maria Planted');
    assert.deepEqual(first.appointments[0], {
      status: 'booked',
      service: 'Medical massage',
      addOns: [],
      therapist: 'Ana Reyes',
      location: 'Cedar Ridge',
      start: '2026-12-01T09:00:00-07:00',
      end: '2026-12-01T10:00:00-07:00',
    });
    assert.equal(second.sent.note, 'note of maria  PLANTED');
    assert.equal(first.sent.checklist.item.length, 5);
    assert.equal(copy.waiting[0].wish.contact.email, email);
    assert.ok(copy.messages.some(({ topic }: { topic: string }) => topic === 'links'));
    assert.doesNotMatch(printed, /John|other\.example/);
  });

  it('asks whose, where people share a phone', async () => {
    const shared = await command('export --contact 3035550199', environment);
    assert.deepEqual([shared.code, shared.printed], [1, '']);
    assert.match(shared.said, /Several people share this contact\. Say whose by --name: .*John Other/);
    const john = await command('export --contact 3035550199 --name "john other"', environment);
    assert.equal(JSON.parse(john.printed).bookings.length, 1);
    assert.doesNotMatch(john.printed, /Maria/);
  });

  it('erases nothing that is to come unless it is told to', async () => {
    const before = await everything();
    const { code, said } = await command(`erase --contact ${email}`, environment);
    assert.equal(code, 1);
    assert.match(said, /^Still to come: \S+, \S+\. Cancel it first, or add --upcoming/);
    assert.equal(await everything(), before);
  });

  it('erases a patient, and nobody else', async () => {
    assert.match(await everything(), /maria@planted/i);
    const { code, said } = await command(`erase --contact ${email} --upcoming`, environment);
    assert.equal(code, 0, said);
    assert.match(said, /^Erased: 2 bookings, \d+ messages, 0 calls, 1 on the waiting list\.$/);
    const called = await command(`erase --contact "${phone}" --name "Maria Planted"`, environment);
    assert.match(called.said, /^Erased: 0 bookings, 1 messages, 1 calls/);
    const left = await everything();
    assert.doesNotMatch(left, /planted/i);
    assert.match(left, /John Other/);
    const again = await command(`export --contact ${email}`, environment);
    assert.deepEqual([again.code, again.said], [1, 'Nothing is kept of them.']);
    const noted = await withDatabase((db) => db.selectFrom('desk_log').selectAll().orderBy('id').execute());
    assert.deepEqual(
      noted.map(({ person, action, bookings }) => [person, action, bookings.length]),
      [
        ['Operator', 'copied patient', 2],
        ['Operator', 'copied patient', 1],
        ['Operator', 'erased patient', 2],
        ['Operator', 'erased patient', 0],
      ],
    );
  });

  it('asks whose, where only the end of a number is the same', async () => {
    const before = await everything();
    const { code, said } = await command('erase --contact +4970303555019 --upcoming', environment);
    assert.deepEqual([code, said], [1, 'Nothing is kept of them.'], 'another end');
    const other = await command('erase --contact +49703035550199 --upcoming', environment);
    assert.equal(other.code, 1);
    assert.equal(other.said, 'Only the end of this number is theirs. Say whose by --name: John Other.');
    assert.equal(await everything(), before);
  });

  it('makes a key for each person at the desk, shows it once, and revokes it', async () => {
    const made = await command('desk-key --name "Noor Haddad"', environment);
    assert.match(made.printed, /^[\w-]{43}$/);
    assert.match(made.said, /opens the desk of Cedar Ridge Medical Massage for Noor Haddad\. It is not shown again\.$/);
    const person = () => withDatabase((db) => personWith(db, 'cedar', made.printed));
    assert.equal((await person())?.name, 'Noor Haddad');
    assert.doesNotMatch(await everything(), new RegExp(made.printed));
    assert.equal((await command('desk-keys', environment)).printed, 'Noor Haddad: since 2026-11-23');
    assert.equal((await command('desk-revoke --name "Noor Haddad"', environment)).said, 'Revoked: 1.');
    assert.equal(await person(), undefined);
    assert.match((await command('desk-keys', environment)).printed, /, revoked 2026-11-23$/);
    assert.match((await command('desk-revoke --name Noor', environment)).said, /^Noor has no key at Cedar Ridge/);
    assert.match((await command('desk-key', environment)).said, /^Say whose key by --name\.$/);
    const other = await command('desk-key --name "Sam Ortiz" --records', environment);
    const sam = await withDatabase((db) => personWith(db, 'cedar', other.printed));
    assert.deepEqual([sam?.name, sam?.records], ['Sam Ortiz', true]);
    assert.match((await command('desk-keys', environment)).printed, /^Sam Ortiz: since 2026-11-23, with records$/m);
  });

  it('gives the places back that it erased', () =>
    withDatabase(async (db) => {
      const { patient } = testEndpoint(db, { clinic: loadClinic(environment.CLINIC!) });
      assert.equal((await patient().holds('s2~t1~2026-12-01T16:00Z')).status, 201);
      assert.equal((await patient().holds('s2~t1~2026-12-01T18:00Z')).problem, 'slot-taken');
    }));
}

describe('An operator, with the data in a folder,', () => suite(() => ({ DATA_DIR: join(folder, 'data') })));
onPostgres('An operator', (_db, url) => suite(() => ({ DATABASE_URL: url() })));

describe('A command', () => {
  const wrong: readonly (readonly [line: string, code: number, said: RegExp])[] = [
    ['export', 1, /^Say whose by --contact/],
    ['export --contact 12345', 1, /^Say whose by --contact/],
    ['erase --contact a@b.example --clinic elsewhere', 1, /^Say which clinic by --clinic: cedar\.$/],
    ['erase --contact a@b.example', 1, /^Say where the data is/],
    ['erase --all', 2, /Unknown option '--all'/],
    ['erase everybody', 2, /Unexpected argument/],
    ['destroy', 2, /^myo-endpoint +starts the server/],
    ['check /nowhere.json', 1, /ENOENT/],
  ];
  for (const [line, code, said] of wrong)
    it(`that reads "${line}" does nothing`, async () => {
      const result = await command(line);
      assert.equal(result.code, code);
      assert.match(result.said, said);
      assert.equal(result.printed, '');
    });

  it('can be asked what it does', async () => assert.match((await command('help')).printed, /export --contact/));

  it('is given to the program by its name', async () => {
    const program = fileURLToPath(new URL('../../../../demo/endpoint/bin/myo-endpoint.mjs', import.meta.url));
    const says = (...args: string[]) =>
      new Promise<readonly unknown[]>((resolve) =>
        execFile(process.execPath, [program, ...args], (error, _stdout, stderr) => resolve([error?.code ?? 0, stderr])),
      );
    const right = clinicFile(folder, 'elm', (data) => delete data.checklist);
    assert.deepEqual(await says('check', right), [0, 'elm is right: 11 services, 6 therapists.\n']);
    const file = clinicFile(folder, 'fir', (data) => delete data.clinic.phone);
    assert.deepEqual(await says('check', file), [
      1,
      `${file} cannot be used:\n  ${file}:2: /clinic/phone: is missing\n`,
    ]);
  });
});
