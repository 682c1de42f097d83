import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { onPostgres } from '../helpers/databases.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { cedar, monday, secret, testEndpoint } from '../helpers/endpoint.ts';
import { MailServer } from '../helpers/mail-server.ts';
import { booking } from '../helpers/patient.ts';

const program = fileURLToPath(new URL('../../../../demo/endpoint/server.ts', import.meta.url));

let server: MailServer;
before(async () => {
  server = await new MailServer().start();
});
after(() => server.stop());

onPostgres('Several workers', (db, url) => {
  it('send each message once between them', async () => {
    const clinic = cedar((data) => delete data.policy.maxUpcoming);
    const endpoint = testEndpoint(db(), { rateLimit: 0, clinic });
    const { body } = await endpoint.patient().looksFor('service=s1&from=2026-12-01&to=2026-12-12&location=l1');
    const slots = body.slots.filter((_: unknown, index: number) => index % 7 === 0).slice(0, 24);
    for (const [index, { id }] of slots.entries()) {
      const maria = endpoint.patient();
      const { token } = (await maria.holds(id)).body;
      if (!token) continue;
      const email = `w${index}@example.org`;
      await maria.books(token, { ...booking(), patient: { ...booking().patient, email } });
    }
    const due = (await messagesOf(endpoint)).filter(({ due_at }) => due_at.getTime() <= endpoint.now());
    assert.ok(due.length > 40, `${due.length} messages`);
    const nodes = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl: url() })));
    const counts = await Promise.all(
      nodes.map((node) => worker({ ...endpoint, db: node.db }, { SMTP_URL: server.url }).delivers()),
    );
    await Promise.all(nodes.map((node) => node.close()));
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      due.length,
    );
    assert.ok(counts.filter((count) => count > 0).length > 1, 'more than one had something to do');
    const ids = server.mails.map(({ messageId }) => messageId);
    assert.equal(ids.length, due.length);
    assert.equal(new Set(ids).size, due.length);
    assert.deepEqual(
      (await messagesOf(endpoint)).filter(({ outcome }) => outcome).map(({ outcome, tries }) => `${outcome} ${tries}`),
      due.map(() => 'sent 1'),
    );
  });

  /** A booking at the very clinic that the program serves; the program is killed over the one message of it. */
  const whileSending = async (slot: string, email: string, stuck: () => boolean) => {
    const clinic = cedar((data) => (data.clinic.id = 'cedar'));
    const endpoint = testEndpoint(db(), { clinic });
    await db().deleteFrom('message').where('clinic', '=', 'cedar').execute();
    const maria = endpoint.patient();
    const { token } = (await maria.holds(slot)).body;
    await maria.books(token, { ...booking(), patient: { ...booking().patient, email } });
    const others = db().deleteFrom('message').where('clinic', '=', 'cedar');
    await others.where((or) => or.or([or('recipient', '!=', 'patient'), or('topic', '!=', 'booked')])).execute();
    const { PATH = '' } = process.env;
    const env = { PATH, PORT: '0', NOW: new Date(monday).toISOString(), DATABASE_URL: url(), SECRET: secret };
    const child = spawn(process.execPath, ['--import', 'tsx', program], {
      env: { ...env, SMTP_URL: server.url },
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => child.on('exit', resolve));
    await server.until(stuck);
    child.kill('SIGKILL');
    await gone;
    endpoint.passes(3);
    return { endpoint, ...worker(endpoint, { SMTP_URL: server.url }) };
  };

  it('send what one of them was killed over before the server took it', async () => {
    const email = 'before@example.org';
    const seen = server.seen.recipients;
    server.toRecipient = () => 'never';
    const { endpoint, delivers } = await whileSending(
      's2~t1~2026-12-01T16:00Z',
      email,
      () => server.seen.recipients > seen,
    );
    server.toRecipient = () => undefined;
    assert.equal(await delivers(), 1);
    assert.equal(server.to(email).length, 1);
    assert.deepEqual(
      (await messagesOf(endpoint)).map(({ outcome, tries }) => [outcome, tries]),
      [['sent', 2]],
    );
  });

  it('do not send again what one of them was killed over when it may have arrived', async () => {
    const email = 'after@example.org';
    const seen = server.seen.messages;
    server.toMessage = () => 'never';
    const { endpoint, delivers } = await whileSending(
      's2~t1~2026-12-01T20:00Z',
      email,
      () => server.seen.messages > seen,
    );
    server.toMessage = () => undefined;
    assert.equal(await delivers(), 1);
    assert.equal(server.to(email).length, 1, 'which it has');
    assert.deepEqual(
      (await messagesOf(endpoint)).map(({ outcome }) => outcome),
      ['in doubt'],
    );
    assert.equal(JSON.parse(endpoint.log[0]!).event, 'message in doubt');
  });
});
