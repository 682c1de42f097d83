import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openDatabase, type OpenDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { smtpPost } from '../../../../demo/endpoint/messages/smtp.ts';
import { messagesOf, worker } from '../helpers/deliver.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { certificateFile, MailServer, type Access } from '../helpers/mail-server.ts';
import { booking } from '../helpers/patient.ts';
import { startServer } from '../helpers/server-process.ts';

const password = 'p@ss/word: ü%#?';
/** The password, as it is, or as it is sent. */
const SECRET = /guessed|desk@|Z3Vlc3NlZA/;
const login = `desk%40cedar:${encodeURIComponent(password)}@`;
const wrong = 'desk%40cedar:guessed@';
const known = { user: 'desk@cedar', password };
const trusted = `?tls.ca=${encodeURIComponent(readFileSync(certificateFile, 'utf8'))}`;
const unchecked = '?tls.rejectUnauthorized=false';
const here = '127.0.0.1';
/** Leads to this machine as well, but is none of the names that only this machine has. */
const elsewhere = '0.0.0.0';

interface Case {
  readonly name: string;
  readonly access: Access;
  readonly url: (port: number) => string;
  /** Undefined where nothing arrives. */
  readonly arrives?: { readonly secure: boolean; readonly user?: string };
  /** How many passwords the server has seen. */
  readonly logins?: number;
}

const cases: readonly Case[] = [
  {
    name: 'takes TLS where it is offered, though the address does not ask for it',
    access: { tls: 'when asked' },
    url: (port) => `smtp://${here}:${port}${trusted}`,
    arrives: { secure: true },
  },
  {
    name: 'logs in once STARTTLS has made it secure',
    access: { tls: 'when asked', ...known },
    url: (port) => `smtp://${login}${here}:${port}${trusted}`,
    arrives: { secure: true, user: known.user },
    logins: 1,
  },
  {
    name: 'logs in by TLS from the start',
    access: { tls: 'from the start', ...known },
    url: (port) => `smtps://${login}${here}:${port}${trusted}`,
    arrives: { secure: true, user: known.user },
    logins: 1,
  },
  {
    name: 'keeps what a wrong password cannot send',
    access: { tls: 'when asked', ...known },
    url: (port) => `smtp://${wrong}${here}:${port}${trusted}`,
    logins: 1,
  },
  {
    name: 'keeps what wants a login where the address has none',
    access: { tls: 'when asked', ...known },
    url: (port) => `smtp://${here}:${port}${trusted}`,
  },
  {
    name: 'tells no password to whoever signed for themselves, by STARTTLS',
    access: { tls: 'when asked', ...known },
    url: (port) => `smtp://${login}${here}:${port}`,
  },
  {
    name: 'tells no password to whoever signed for themselves, by TLS from the start',
    access: { tls: 'from the start', ...known },
    url: (port) => `smtps://${login}${here}:${port}`,
  },
  {
    name: 'believes whoever signed for themselves where it is told to',
    access: { tls: 'when asked', ...known },
    url: (port) => `smtp://${login}${here}:${port}${unchecked}`,
    arrives: { secure: true, user: known.user },
    logins: 1,
  },
  {
    name: 'tells no password in the clear to another computer',
    access: known,
    url: (port) => `smtp://${login}${elsewhere}:${port}`,
  },
  {
    name: 'tells it in the clear where it is told to',
    access: known,
    url: (port) => `smtp://${login}${elsewhere}:${port}?requireTLS=false`,
    arrives: { secure: false, user: known.user },
    logins: 1,
  },
  {
    name: 'tells it in the clear to its own computer',
    access: known,
    url: (port) => `smtp://${login}${here}:${port}`,
    arrives: { secure: false, user: known.user },
    logins: 1,
  },
];

let database: OpenDatabase;
before(async () => {
  database = await openDatabase();
});
after(() => database.close());

let patients = 0;
const newPatient = () => {
  const email = `ines${++patients}@example.org`;
  return { email, sent: { ...booking(), patient: { ...booking().patient, email } } };
};

/** A booking whose patient is to hear of it through a server that is reached in some way. */
async function booked(access: Access, url: (port: number) => string) {
  const server = await new MailServer(access).start();
  const endpoint = testEndpoint(database.db);
  const { email, sent } = newPatient();
  const ines = endpoint.patient();
  const { token } = (await ines.holds('s2~t1~2026-12-01T16:00Z')).body;
  assert.equal((await ines.books(token, sent)).status, 201);
  const confirmation = async () =>
    (await messagesOf(endpoint)).find(({ topic, recipient }) => topic === 'booked' && recipient === 'patient')!;
  const { delivers } = worker(endpoint, { SMTP_URL: url(server.port) });
  return { server, endpoint, confirmation, delivers, arrived: () => server.to(email) };
}

describe('Mail by the server that SMTP_URL names', () => {
  for (const { name, access, url, arrives, logins = 0 } of cases)
    it(name, async () => {
      const { server, endpoint, confirmation, delivers, arrived } = await booked(access, url);
      const due = await delivers();
      const { outcome, settled_at, tries } = await confirmation();
      assert.deepEqual(
        arrived().map(({ secure, user }) => ({ secure, ...(user && { user }) })),
        arrives ? [arrives] : [],
      );
      assert.deepEqual([outcome, settled_at === null, tries], arrives ? ['sent', false, 1] : [null, true, 1]);
      assert.equal(server.seen.logins, logins * due);
      const said = endpoint.log.map((line) => JSON.parse(line).event);
      assert.deepEqual(
        said,
        arrives ? [] : Array(due).fill('message postponed'),
        'and whoever runs the server reads of it',
      );
      assert.doesNotMatch(endpoint.log.join(), SECRET);
      await server.stop();
    });

  it('arrives once the password is right, with nothing lost', async () => {
    const access: Access = { tls: 'when asked', user: known.user, password: 'another' };
    const { server, endpoint, delivers, arrived } = await booked(
      access,
      (port) => `smtp://${login}${here}:${port}${trusted}`,
    );
    const due = await delivers();
    access.password = password;
    assert.equal(await delivers(), 0, 'not at once');
    endpoint.passes(1);
    assert.equal(await delivers(), due);
    assert.equal(arrived().length, 1);
    await server.stop();
  });

  it('is given up after a day of wrong passwords, with the reason and no password in the log', async () => {
    const { server, endpoint, confirmation, delivers } = await booked(
      { tls: 'when asked', ...known },
      (port) => `smtp://${wrong}${here}:${port}${trusted}`,
    );
    while (!(await confirmation()).settled_at) {
      await delivers();
      endpoint.passes(60);
    }
    const { id } = await confirmation();
    const event = endpoint.log.map((line) => JSON.parse(line)).findLast(({ message }) => message === id);
    assert.deepEqual([event.event, event.reason], ['message given up', 'EAUTH AUTH PLAIN 535']);
    assert.doesNotMatch(endpoint.log.join(), SECRET);
    await server.stop();
  });

  it('goes to a server whose certificate the whole process was told of', async () => {
    const server = await new MailServer({ tls: 'from the start', ...known }).start();
    const endpoint = await startServer({
      SMTP_URL: `smtps://${login}${here}:${server.port}`,
      NODE_EXTRA_CA_CERTS: certificateFile,
    });
    assert.notEqual(endpoint.url, '', endpoint.said());
    const asked = await endpoint.patient().sends('/callbacks', { name: 'Ines', phone: '+1 303 555 0100', when: 'now' });
    assert.equal(asked.status, 202);
    await server.until(() => server.mails.length > 0);
    assert.deepEqual([server.mails[0]!.secure, server.mails[0]!.user], [true, known.user]);
    assert.equal(await endpoint.kill('SIGTERM'), 0);
    assert.ok(!endpoint.said().includes(encodeURIComponent(password)) && !endpoint.said().includes(password));
    await server.stop();
  });

  const addresses = [
    'mail.example',
    'mail.example:25',
    'https://mail.example',
    'smtp:',
    'smtp://desk:se#cret@mail',
    '',
  ];
  for (const address of addresses)
    it(`cannot be "${address}", which is said without repeating it`, () => {
      assert.throws(
        () => smtpPost(address),
        ({ message }: Error) => message.startsWith('SMTP_URL is no address') && !message.includes('cret'),
      );
    });
});
