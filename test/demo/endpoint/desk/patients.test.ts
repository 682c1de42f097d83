import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { testEndpoint } from '../helpers/endpoint.ts';
import { booking, type Json } from '../helpers/patient.ts';
import { receptionist } from '../helpers/receptionist.ts';

const phone = '+1 303 555 0100';
const maria = { name: 'Maria Santos', email: 'maria@example.org', phone };
const ben = { name: 'Ben Okafor', email: 'ben@example.org', phone };

onEveryDatabase('Somebody at the desk whose key is for records', (db) => {
  const open = async () => {
    const endpoint = testEndpoint(db());
    const noor = await receptionist(endpoint, 'Noor', true);
    const books = async (slot: string, who: typeof maria) => {
      const somebody = endpoint.patient();
      const { token } = (await somebody.holds(slot)).body;
      const sent = { ...booking('sore'), patient: { ...booking().patient, ...who } };
      const reply = await somebody.books(token, sent);
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return reply.body;
    };
    const noted = async () =>
      (
        await db()
          .selectFrom('desk_log')
          .select(['person', 'action', 'bookings'])
          .where('clinic', '=', endpoint.clinic.id)
          .orderBy('id')
          .execute()
      ).map(({ person, action, bookings }) => [person, action, bookings]);
    return {
      endpoint,
      noor,
      books,
      noted,
      copies: (body: object) => noor.posts('/desk/patients/copy', body),
      erases: (body: object) => noor.posts('/desk/patients/erase', body),
    };
  };

  it('copies all that is kept of one patient, and of nobody else, which is noted', async () => {
    const { books, copies, noted } = await open();
    const { id } = await books('s2~t1~2026-12-01T16:00Z', maria);
    await books('s2~t1~2026-12-03T16:00Z', ben);
    const { status, body, headers } = await copies({ contact: 'MARIA@example.org' });
    assert.deepEqual([status, headers.get('Cache-Control')], [200, 'no-store']);
    assert.deepEqual(
      body.copy.bookings.map((one: Json) => [one.sent.patient.name, one.sent.checklist.item.length]),
      [['Maria Santos', 5]],
    );
    assert.doesNotMatch(JSON.stringify(body), /Okafor/);
    assert.deepEqual(await noted(), [['Noor', 'copied patient', [id]]]);
  });

  it('copies what was taken back, and when', async () => {
    const { endpoint, books, copies } = await open();
    const { manageToken, consents } = await books('s2~t1~2026-12-01T16:00Z', maria);
    const [{ id }] = consents as [{ id: string }];
    endpoint.passes(60);
    await endpoint.patient().sends('/booking/withdraw', { consentIds: [id] }, { token: manageToken });
    const [one] = (await copies({ contact: maria.email })).body.copy.bookings;
    assert.deepEqual(
      [one.agreedAt, one.consentsWithdrawn],
      ['2026-11-23T16:00:00.000Z', [{ consent: id, at: '2026-11-23T17:00:00.000Z' }]],
    );
  });

  it('asks for the name where only the end of a number is the same', async () => {
    const { books, copies } = await open();
    await books('s2~t1~2026-12-01T16:00Z', maria);
    const contact = '+1 703 555 0100';
    assert.deepEqual((await copies({ contact })).body, { names: [maria.name] });
    assert.equal((await copies({ contact, name: maria.name })).body.copy.bookings.length, 1);
    assert.equal((await copies({ contact: phone })).body.copy.bookings.length, 1);
  });

  it('copies what is kept of somebody who has only asked for links', async () => {
    const { endpoint, copies } = await open();
    await endpoint.patient().sends('/links', { contact: 'nobody@example.org' });
    const { copy } = (await copies({ contact: 'nobody@example.org' })).body;
    assert.deepEqual([copy.bookings.length, copy.messages.length], [0, 1]);
  });

  it('erases a patient, and nobody else, which is noted and stays so', async () => {
    const { endpoint, books, erases, copies, noted, noor } = await open();
    const { id, manageToken } = await books('s2~t1~2026-12-01T16:00Z', maria);
    await books('s2~t1~2026-12-03T16:00Z', ben);
    endpoint.passes(9 * 24 * 60);
    const erased = await erases({ contact: maria.email });
    assert.equal(erased.status, 200, JSON.stringify(erased.body));
    assert.ok(erased.body.erased > 1, 'the booking and its messages');
    assert.equal((await endpoint.patient().sees(manageToken)).status, 410);
    assert.equal((await copies({ contact: maria.email })).problem, 'not-found');
    assert.equal((await copies({ contact: ben.email })).body.copy.bookings.length, 1);
    assert.deepEqual((await noted())[0], ['Noor', 'erased patient', [id]]);
    const [latest] = (await noor.looksAt('/desk/log')).body.log.slice(-1);
    assert.deepEqual([latest.person, latest.action, latest.bookings], ['Noor', 'erased patient', 1]);
    const rows = await db().selectFrom('desk_log').selectAll().where('clinic', '=', endpoint.clinic.id).execute();
    assert.doesNotMatch(JSON.stringify(rows), /Santos|@|555/, 'the log keeps no patient alive');
  });

  it('erases nothing that is to come unless that is asked for', async () => {
    const { endpoint, books, erases, noted } = await open();
    const { id, reference, manageToken } = await books('s2~t1~2026-12-01T16:00Z', maria);
    const stopped = await erases({ contact: maria.email });
    assert.deepEqual([stopped.problem, stopped.body.errors[0].pointer], ['invalid', '/upcoming']);
    assert.match(stopped.body.detail, new RegExp(reference));
    assert.equal((await endpoint.patient().sees(manageToken)).status, 200);
    assert.equal((await erases({ contact: maria.email, upcoming: true })).status, 200);
    assert.equal((await endpoint.patient().holds('s2~t1~2026-12-01T16:00Z')).status, 201, 'and its place is free');
    assert.deepEqual(await noted(), [
      ['Noor', 'looked for patient', [id]],
      ['Noor', 'erased patient', [id]],
    ]);
  });

  it('says whose they may be where people share a phone, and takes nobody’s until one is picked', async () => {
    const { books, copies, erases, noted } = await open();
    await books('s2~t1~2026-12-01T16:00Z', maria);
    await books('s2~t1~2026-12-03T16:00Z', ben);
    for (const asks of [copies, erases])
      assert.deepEqual((await asks({ contact: phone, upcoming: true })).body, {
        names: ['Ben Okafor', 'Maria Santos'],
      });
    const { body } = await copies({ contact: phone, name: 'ben  OKAFOR' });
    assert.deepEqual(
      body.copy.bookings.map((one: Json) => one.sent.patient.name),
      ['Ben Okafor'],
    );
    assert.deepEqual(
      (await noted()).map(([, action]) => action),
      ['looked for patient', 'looked for patient', 'copied patient'],
    );
  });

  const wrong: readonly (readonly [body: object, pointer: string])[] = [
    [{}, '/contact'],
    [{ contact: 'maria' }, '/contact'],
    [{ contact: '55501' }, '/contact'],
    [{ contact: maria.email, name: '' }, '/name'],
  ];
  for (const [body, pointer] of wrong)
    it(`is told what is wrong with ${JSON.stringify(body)}`, async () => {
      const { copies, erases } = await open();
      for (const asks of [copies, erases]) {
        const refused = await asks(body);
        assert.deepEqual([refused.problem, refused.body.errors[0].pointer], ['invalid', pointer]);
      }
    });

  it('is the only one who may, at their own clinic alone', async () => {
    const { endpoint, books, noted } = await open();
    const { manageToken } = await books('s2~t1~2026-12-01T16:00Z', maria);
    const sam = await receptionist(endpoint, 'Sam');
    const elsewhere = await receptionist(testEndpoint(db()), 'Noor', true);
    assert.deepEqual([(await sam.signsIn()).body.records, (await elsewhere.signsIn()).body.records], [false, true]);
    for (const path of ['/desk/patients/copy', '/desk/patients/erase']) {
      const asked = { contact: maria.email, upcoming: true };
      const refused = await sam.posts(path, asked);
      assert.deepEqual([refused.status, refused.problem], [403, 'unauthorized']);
      assert.equal((await elsewhere.posts(path, asked)).problem, 'not-found');
      assert.equal((await endpoint.patient().sends(path, asked, { token: elsewhere.key })).status, 401);
      assert.equal((await endpoint.patient().sends(path, asked, { token: manageToken })).status, 401);
    }
    assert.equal((await endpoint.patient().sees(manageToken)).status, 200);
    assert.deepEqual(
      (await noted()).map(([, action]) => action),
      ['signed in'],
    );
  });
});
