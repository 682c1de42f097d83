import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BookingStatus } from '../../../../src/contract/index.ts';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint, type TestEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

const first = 's8~t4~2026-12-02T17:00Z';
const second = 's2~t1~2026-12-15T16:00Z';
const visit = 's20~t1~2026-12-15T16:00Z+t2~2026-12-15T17:15Z';
const DAY = 24 * 60;

interface Contact {
  readonly email?: string;
  readonly phone: string;
}
const maria: Contact = { email: 'maria@example.org', phone: '+1 303 555 0100' };

interface Case {
  readonly name: string;
  /** Who was here before; nobody where it is absent. */
  readonly before?: Contact;
  /** What became of that. */
  readonly turned?: 'cancelled by the patient' | BookingStatus;
  /** How many days pass before the second booking. */
  readonly days?: number;
  readonly says?: boolean;
  readonly now?: Contact;
  readonly status: 201 | 422;
}

const cases: readonly Case[] = [
  { name: 'nobody', status: 422 },
  { name: 'nobody who says so', says: true, status: 422 },
  { name: 'who has been here', before: maria, status: 201 },
  { name: 'who has been here, whatever they say', before: maria, says: false, status: 201 },
  {
    name: 'who has been here, by the same e-mail address',
    before: maria,
    now: { email: 'MARIA@example.org', phone: '+1 303 555 0199' },
    status: 201,
  },
  {
    name: 'who has been here, by the same phone',
    before: maria,
    now: { phone: '(303) 555-0100' },
    status: 201,
  },
  {
    name: 'nobody by the contact of somebody else',
    before: maria,
    now: { email: 'ben@example.org', phone: '+1 303 555 0199' },
    says: true,
    status: 422,
  },
  { name: 'nobody who is only expected', before: maria, days: 1, says: true, status: 422 },
  { name: 'nobody who has cancelled', before: maria, turned: 'cancelled by the patient', says: true, status: 422 },
  { name: 'nobody who did not come', before: maria, turned: 'noshow', says: true, status: 422 },
  { name: 'whose visit the desk has closed', before: maria, turned: 'fulfilled', status: 201 },
];

onEveryDatabase('What is not for new patients', (db) => {
  const open = (...notForNew: readonly string[]) => {
    const clinic = cedar((data) => {
      for (const service of data.services) service.newPatients = !notForNew.includes(service.id);
    });
    return testEndpoint(db(), { clinic });
  };
  const books = async ({ patient }: TestEndpoint, slot: string, contact: Contact, returning?: boolean) => {
    const somebody = patient();
    const { email: _email, phone: _phone, ...rest } = booking().patient;
    const sent = { ...rest, ...contact, ...(returning !== undefined && { returning }) };
    return somebody.books((await somebody.holds(slot)).body.token, { ...booking(), patient: sent });
  };

  for (const { name, before, turned, days = 10, says, now = maria, status } of cases)
    it(`is for ${name}: ${status}`, async () => {
      const endpoint = open('s2');
      if (before) {
        const { body } = await books(endpoint, first, before);
        if (turned === 'cancelled by the patient') await endpoint.patient().changes(body.manageToken, 'cancel');
        else if (turned)
          await db().updateTable('booking').set({ status: turned }).where('clinic', '=', endpoint.clinic.id).execute();
      }
      endpoint.passes(days * DAY);
      const reply = await books(endpoint, second, now, says);
      assert.equal(reply.status, status, JSON.stringify(reply.body));
      if (status === 422) assert.match(reply.body.detail, /who have been with us before/);
    });

  for (const part of ['s20', 's9'])
    it(`is a whole visit where ${part} is`, async () => {
      const endpoint = open(part);
      const refused = await books(endpoint, visit, maria, true);
      assert.deepEqual([refused.status, refused.problem], [422, 'not-bookable']);
      assert.equal((await books(open('s8'), visit, maria)).status, 201, 'which it is not for itself');
    });

  it('is not for who has been at another clinic', async () => {
    const elsewhere = open();
    await books(elsewhere, first, maria);
    const endpoint = open('s2');
    endpoint.passes(10 * DAY);
    assert.equal((await books(endpoint, second, maria, true)).problem, 'not-bookable');
  });
});
