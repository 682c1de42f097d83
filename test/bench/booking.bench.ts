/**
 * How fast free times are read and bookings are made, at a clinic of fifty therapists, with as many app processes as
 * are named, and how that compares with `select 1` through the same stack on the same machine.
 */
import { openPostgres, reachable } from '../demo/endpoint/helpers/databases.ts';
import { booking, newKey } from '../demo/endpoint/helpers/patient.ts';
import { slots } from './support/large-clinic.ts';
import { measure, type Measured } from './support/measure.ts';
import { withProcesses } from './support/processes.ts';

const scale = Number(process.env['SCALE'] ?? 1);
const times = (many: number) => Math.max(10, Math.round(many * scale));
const CLIENTS = 16;
const READS_A_BOOKING = 1000;
const MONTH = '/clinics/large/availability?service=s2&from=2026-12-01&to=2027-01-01';
const WEEK = '/clinics/large/availability?service=s2&from=2026-12-07&to=2026-12-14';

type Url = (path: string) => string;

async function read(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  await response.arrayBuffer();
}

async function post<Body>(url: string, client: string, body: object, token = ''): Promise<Body> {
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': newKey(),
    'X-Client': client,
    ...(token && { Authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.json() as Promise<Body>;
}

/** Holds the next time that nobody has had yet, and books it, as somebody new at an address of their own. */
function bookings(url: Url) {
  let patients = 0;
  return async () => {
    const number = ++patients;
    const client = `10.0.${number >> 8}.${number & 255}`;
    const wanted = { slotIds: [slots[number - 1]] };
    const { token } = await post<{ token: string }>(url('/clinics/large/holds'), client, wanted);
    const request = booking();
    const phone = `+1 303 ${String(5_550_000 + number)}`;
    await post(url('/clinics/large/bookings'), client, { ...request, patient: { ...request.patient, phone } }, token);
  };
}

async function measured(url: Url): Promise<Readonly<Record<string, Measured>>> {
  const books = bookings(url);
  await measure(times(200), CLIENTS, () => read(url('/select-1'))); // Whatever is slow the first time only is over then.
  const selectOne = await measure(times(2000), CLIENTS, () => read(url('/select-1')));
  const booked = await measure(times(400), CLIENTS, books);
  const reads = await measure(times(2000), CLIENTS, (index) =>
    index % READS_A_BOOKING === READS_A_BOOKING / 2 ? books() : read(url(WEEK)),
  );
  const alone = await measure(times(100), 1, () => read(url(MONTH)));
  return {
    'select 1': selectOne,
    'hold and book': booked,
    'a week, 1000 reads a booking': reads,
    'a month for 50 therapists, alone': alone,
  };
}

function print(where: string, all: Readonly<Record<string, Measured>>) {
  const base = all['select 1']!;
  const rows = Object.entries(all).map(([what, { perSecond, p50, p99 }]) => [
    what,
    {
      'a second': Math.round(perSecond),
      'p50 ms': Math.round(p50 * 10) / 10,
      'p99 ms': Math.round(p99 * 10) / 10,
      'p50 of select 1': `${(p50 / base.p50).toFixed(1)} x`,
      'p99 of select 1': `${(p99 / base.p99).toFixed(1)} x`,
    },
  ]);
  console.log(`\n${where}, ${CLIENTS} clients`);
  console.table(Object.fromEntries(rows));
}

print('PGlite, 1 process', await withProcesses(1, undefined, measured));
if (!reachable) console.log('PostgreSQL is left out: there is none.');
for (const count of reachable ? [1, 2, 4] : []) {
  const { url, close } = await openPostgres();
  print(`PostgreSQL, ${count} process${count > 1 ? 'es' : ''}`, await withProcesses(count, url, measured));
  await close();
}
