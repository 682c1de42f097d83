import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadClinics } from '../../../demo/endpoint/clinic/load-clinics.ts';
import { startEndpoint, type RunningEndpoint } from '../../../demo/endpoint/server.ts';
import { bearer, Patient } from './helpers/patient.ts';
import { clinicFile, NOW } from './helpers/server-process.ts';

const slot = 's2~t1~2026-12-01T16:00Z';
const spanish = new URL('../../../demo/endpoint/clinic/cedar.es.json', import.meta.url);

let folder = '';
before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-clinics-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('Clinics on one server', () => {
  let server: RunningEndpoint;
  const at = (index: number) => new Patient({ fetch: (request) => fetch(request) }, server.urls[index]!, '');
  before(async () => {
    clinicFile(folder, 'alder', (data) => (data.origins = ['https://alder.example']));
    copyFileSync(spanish, join(folder, 'alder.es.json'));
    clinicFile(folder, 'birch');
    const ALLOWED_ORIGINS = 'https://cedar.example';
    server = await startEndpoint({ PORT: '0', NOW, CLINIC: folder, ALLOWED_ORIGINS, LOG_LEVEL: 'warn' });
  });
  after(() => server.stop());

  it('each have an address of their own', async () => {
    assert.deepEqual(
      server.urls.map((url) => new URL(url).pathname),
      ['/clinics/alder', '/clinics/birch'],
    );
    assert.equal((await at(1).catalog()).body.clinic.id, 'birch');
    assert.equal((await at(0).asks(`${new URL(server.url).origin}/clinics/cedar/catalog`)).problem, 'not-found');
  });

  it('take the same time of therapists with the same ids, each once', async () => {
    const statuses = [];
    for (const index of [0, 1, 0, 1]) statuses.push((await at(index).holds(slot)).status);
    assert.deepEqual(statuses, [201, 201, 409, 409]);
  });

  it('know nothing of each other’s patients', async () => {
    const key = '11111111-1111-4111-8111-111111111111';
    const free = (time: string) => `s2~t1~2026-12-03T${time}Z`;
    const held = await at(0).holds(free('16:00'), { key });
    const { token } = held.body;
    for (const [method, path] of [
      ['GET', '/holds'],
      ['DELETE', '/holds'],
      ['POST', '/holds/extend'],
      ['POST', '/bookings'],
    ] as const) {
      const reply = await at(1).request(path, {
        method,
        headers: { ...bearer(token), 'Content-Type': 'application/json' },
        ...(method === 'POST' && { body: '{}' }),
      });
      assert.deepEqual([reply.status, reply.problem], [401, 'unauthorized'], `${method} ${path}`);
    }
    const other = await at(1).holds(free('16:00'), { key });
    assert.equal(other.status, 201, 'the same key at another clinic is another request');
    assert.notEqual(other.body.token, token);
    assert.equal((await at(1).books(other.body.token)).status, 201);
    assert.equal((await at(0).hasHeld(token)).body.expiresIn > 0, true);
  });

  it('are read by their own pages', async () => {
    const allowed = async (index: number, Origin: string) =>
      (await at(index).catalog({ Origin })).headers.get('Access-Control-Allow-Origin');
    assert.equal(await allowed(0, 'https://alder.example'), 'https://alder.example');
    assert.equal(await allowed(0, 'https://cedar.example'), null);
    assert.equal(await allowed(1, 'https://cedar.example'), 'https://cedar.example');
    assert.equal(await allowed(1, 'https://alder.example'), null);
  });
});

describe('A list of clinics', () => {
  it('has files and folders, translations being none of them', () => {
    const some = mkdtempSync(join(folder, 'some-'));
    const one = clinicFile(mkdtempSync(join(folder, 'one-')), 'elm');
    clinicFile(some, 'fir');
    copyFileSync(spanish, join(some, 'fir.es.json'));
    const clinics = loadClinics([one, some].join(delimiter));
    assert.deepEqual(
      clinics.map(({ id }) => id),
      ['elm', 'fir'],
    );
    assert.notEqual(clinics[1]!.catalogIn('es').services[0]?.name, clinics[1]!.catalogIn('en').services[0]?.name);
  });
  it('is refused where two are the same, or none is there, or one has no address', () => {
    const twice = mkdtempSync(join(folder, 'twice-'));
    assert.throws(() => loadClinics(twice), /There is no clinic at/);
    const file = clinicFile(twice, 'gum');
    copyFileSync(file, join(twice, 'gum-2.json'));
    assert.throws(() => loadClinics(twice), /gum-2\.json and .*gum\.json are both the clinic "gum"/);
    const odd = clinicFile(mkdtempSync(join(folder, 'odd-')), 'hazel', (data) => (data.clinic.id = 'a/b'));
    assert.throws(() => loadClinics(odd), /\/clinic\/id stands in addresses/);
  });
});
