import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../helpers/databases.ts';
import { cedar, testEndpoint } from '../helpers/endpoint.ts';

const MANY = 40;
const numbers = Array.from({ length: MANY }, (_, index) => index + 1);

/** As many therapists as rooms, who all do the same at the same hours. */
const large = () =>
  cedar((data) => {
    const [therapist] = data.therapists;
    const roster = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00', locationId: 'l1' }];
    data.therapists = numbers.map((number) => ({ ...therapist, id: `t${number}`, serviceIds: ['s2'], roster }));
    data.rooms = numbers.map((number) => ({
      id: `r${number}`,
      locationId: 'l1',
      kinds: ['massage', 'heat', 'exercise'],
    }));
  });

onEveryDatabase('As many rooms as therapists', (db) => {
  it('are found for all of them at the same moment', async () => {
    const clinic = large();
    const servers = [1, 2, 3].map(() => testEndpoint(db(), { clinic, rateLimit: 0 }));
    const replies = await Promise.all(
      numbers.map((number, index) => servers[index % 3]!.patient().holds(`s2~t${number}~2026-12-01T16:00Z`)),
    );
    assert.deepEqual(
      replies.map(({ status, problem }) => problem ?? status).filter((answer) => answer !== 201),
      [],
    );
    assert.deepEqual(
      servers.flatMap(({ log }) => log),
      [],
    );
  });
});
