import assert from 'node:assert/strict';
import { keepKey, newKey } from '../../../../demo/endpoint/desk/keys.ts';
import type { TestEndpoint } from './endpoint.ts';
import { bearer, type Json, type Patient } from './patient.ts';

/** Somebody at the desk of a clinic, with a key of their own. */
export class Receptionist {
  constructor(
    private readonly asker: Patient,
    readonly key: string,
  ) {}

  signsIn = () => this.looksAt('/desk');
  day = (date?: string) => this.looksAt(`/desk/appointments${date ? `?date=${date}` : ''}`);
  looksAt = (path: string) => this.asker.asks(path, bearer(this.key));
  posts = (path: string, body: unknown) => this.asker.sends(path, body, { token: this.key });

  async waiting(): Promise<readonly Json[]> {
    const { status, body } = await this.looksAt('/desk/clearances');
    assert.equal(status, 200);
    return body.clearances;
  }

  answers = ({ booking, revision }: Json, answer: string, more: object = {}) =>
    this.posts('/desk/clearances', { booking, revision, answer, by: 'Dr. Osei', ...more });
}

export async function receptionist(endpoint: TestEndpoint, name = 'Noor', records = false): Promise<Receptionist> {
  const key = newKey();
  const { db, clinic, now } = endpoint;
  await keepKey(db, clinic.id, { id: `key of ${name}`, name, records }, key, new Date(now()));
  return new Receptionist(endpoint.patient(), key);
}
