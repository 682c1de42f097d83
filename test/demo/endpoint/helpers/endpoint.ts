import { readFileSync } from 'node:fs';
import { createApp, type App, type AppOptions } from '../../../../demo/endpoint/app.ts';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { readClinic, type Clinic } from '../../../../demo/endpoint/clinic/load-clinic.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import { checklist } from './checklist.ts';
import { Patient } from './patient.ts';

const folder = new URL('../../../../demo/endpoint/clinic/', import.meta.url);
export const cedarData = () => JSON.parse(readFileSync(new URL('cedar.json', folder), 'utf8'));
const spanish = JSON.parse(readFileSync(new URL('cedar.es.json', folder), 'utf8'));

/** Monday 23 November 2026, nine in the morning in Denver. */
export const monday = Date.parse('2026-11-23T16:00:00Z');

let clinics = 0;

/** The sample clinic under an id of its own, so that many tests share one database. */
export function cedar(change: (data: ReturnType<typeof cedarData>) => void = () => {}): Clinic {
  const data = cedarData();
  data.clinic.id = `cedar-${++clinics}`;
  change(data);
  return readClinic(data, { es: spanish });
}

/** An endpoint whose clock the test sets, and patients who use it. */
export interface TestEndpoint {
  readonly app: App;
  readonly clinic: Clinic;
  readonly db: Db;
  /** Everything that was logged. */
  readonly log: string[];
  readonly now: () => number;
  passes(minutes: number): void;
  patient(address?: string): Patient;
}

export const secret = 'the secret of the tests, long enough';

/** All that were made, so that what they left behind can be looked at. */
export const everyEndpoint: TestEndpoint[] = [];

export function testEndpoint(db: Db, options: Partial<AppOptions> = {}): TestEndpoint {
  let now = monday;
  let addresses = 0;
  const log: string[] = [];
  const clinic = options.clinic ?? cedar();
  const app = createApp({
    db,
    clinic,
    checklist: loadChecklist(checklist, clinic.languages),
    clock: () => now,
    secret,
    allowedOrigins: ['https://cedar.example'],
    rateLimit: 10_000,
    log: (event) => log.push(JSON.stringify(event)),
    ...options,
  });
  const endpoint: TestEndpoint = {
    app,
    clinic,
    db,
    log,
    now: () => now,
    passes: (minutes) => void (now += minutes * 60_000),
    patient: (address = `10.0.0.${++addresses}`) =>
      new Patient(app, `http://endpoint.test/clinics/${clinic.id}`, address),
  };
  everyEndpoint.push(endpoint);
  return endpoint;
}
