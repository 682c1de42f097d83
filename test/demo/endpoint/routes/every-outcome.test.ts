/** Every answer of the default checklist that has a rule, for every kind of treatment, sent by somebody who leaves our own check out. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { openDatabase, type OpenDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import { toResponse } from '../../../../src/domain/checklist/index.ts';
import { cedarData, testEndpoint } from '../helpers/endpoint.ts';
import { booking, type Json } from '../helpers/patient.ts';
import { passesFor, stopsFor, well, type Stop } from '../helpers/stopping.ts';

const today = '2026-11-23';

/** What has to come back. A time of tomorrow is too soon for a doctor to answer. */
const problems: Readonly<Record<Stop['outcome'], string>> = {
  call: 'call-clinic',
  clearance: 'not-bookable',
  'ruled out': 'not-bookable',
  'not yet': 'not-bookable',
};

/** A treatment with what is added to it, as it is looked for, and the codes that both are screened for. */
interface Treatment {
  readonly query: string;
  readonly screening: readonly string[];
}

/** One treatment for each set of screening codes, and one visit, whose codes are those of its parts. */
const treatments = new Map<string, Treatment>(
  cedarData().services.flatMap(({ id, screening, addOns = [], parts }: Json) =>
    [
      { query: `service=${id}`, screening },
      ...addOns.map((addOn: Json) => ({
        query: `service=${id}&addOn=${addOn.id}`,
        screening: [...screening, ...addOn.screening],
      })),
    ].map((treatment) => [`${parts ? 'a visit' : 'a treatment'}: ${treatment.screening.join(', ')}`, treatment]),
  ),
);

let database: OpenDatabase;
before(async () => {
  database = await openDatabase();
});
after(() => database.close());

describe('What must stop a patient', () => {
  const stopped = new Set<string>();
  for (const [codes, { query, screening }] of treatments)
    it(`stops them at the endpoint, for ${codes}`, async () => {
      const checklist = loadChecklist(defaultChecklist, ['en']);
      const { patient } = testEndpoint(database.db, { checklist });
      const maria = patient();
      const { body } = await maria.looksFor(`${query}&from=2026-11-24&to=2026-11-26`);
      const [slot] = body.slots;
      const visit = { services: screening, today, on: slot.start.slice(0, 10) };
      const { token } = (await maria.holds(slot.id)).body;
      const books = (given: Parameters<typeof toResponse>[1]) =>
        maria.books(token, {
          ...booking(),
          checklist: toResponse(checklist.questionnaireIn('en'), given, visit),
        });

      for (const { name, outcome, answers } of stopsFor(visit)) {
        const answer = await books(answers);
        const worse = answer.problem === 'call-clinic';
        assert.ok(answer.status >= 400, `${name} (${outcome}) was booked`);
        assert.ok(worse || answer.problem === problems[outcome], `${name} (${outcome}): ${answer.problem}`);
        assert.ok(answer.body.detail, name);
        stopped.add(name);
      }
      const { status } = await books(well(visit));
      assert.equal(status, 201, 'the same time is free for somebody who is well');
    });

  it('was tried with every answer that stops anybody, whatever they want to book', () => {
    const every = { services: [...treatments.values()].flatMap(({ screening }) => screening), today, on: '2026-11-24' };
    const names = new Set(stopsFor(every).map(({ name }) => name));
    assert.ok(names.size > 60, `${names.size}`);
    assert.deepEqual(
      [...names].filter((name) => !stopped.has(name)),
      [],
    );
  });
});

describe('What may come all the same', () => {
  const tried = new Map<string, string>();
  for (const [codes, { query, screening }] of treatments)
    it(`is booked, or waits for the doctor, for ${codes}`, async () => {
      const checklist = loadChecklist(defaultChecklist, ['en']);
      const endpoint = testEndpoint(database.db, { checklist, rateLimit: 0 });
      const maria = endpoint.patient();
      const { body } = await maria.looksFor(`${query}&from=2026-12-01&to=2026-12-06`);
      const [slot] = body.slots;
      const visit = { services: screening, today, on: slot.start.slice(0, 10) };
      for (const { name, outcome, answers } of passesFor(visit).filter((one) => tried.get(one.name) !== one.outcome)) {
        const { token } = (await maria.holds(slot.id)).body;
        const response = toResponse(checklist.questionnaireIn('en'), answers, visit);
        const booked = await maria.books(token, { ...booking(), checklist: response });
        assert.equal(booked.status, 201, `${name} (${outcome}): ${JSON.stringify(booked.body)}`);
        assert.equal(booked.body.status, outcome === 'clearance' ? 'pending' : 'booked', `${name} (${outcome})`);
        assert.equal((await maria.changes(booked.body.manageToken, 'cancel')).status, 200);
        endpoint.passes(5);
        tried.set(name, outcome);
      }
    });

  it('was tried with many an answer of each kind', () => {
    const count = (outcome: string) => [...tried.values()].filter((one) => one === outcome).length;
    const counts = ['clearance', 'adapt', 'book'].map(count);
    assert.ok(
      counts.every((each) => each > 8),
      `${counts}`,
    );
  });
});
