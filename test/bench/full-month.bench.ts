/** How long a month of ten thousand free times takes from its arrival to the paint, beside months of fewer. */
import { launch } from '../e2e/support/world.ts';
import { serveCalendars } from './support/calendar-pages.ts';

const counts = [100, 1000, 10_000] as const;
const ROUNDS = Math.max(5, Math.round(20 * Number(process.env['SCALE'] ?? 1)));

const server = await serveCalendars(['ours']);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
await page.goto(`${server.url}/ours.html`);
await page.waitForFunction('globalThis.calendar?.month()');
await page.waitForTimeout(1000);
const taken = new Map<number, number[]>(counts.map((count) => [count, []]));
for (const count of counts)
  for (let round = -3; round < ROUNDS; round++) {
    const ms = await page.evaluate<number>(`calendar.fill(${count})`);
    if (round >= 0) taken.get(count)!.push(ms); // The first rounds warm up.
  }
await browser.close();
server.close();

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const least = median(taken.get(counts[0])!);
const rows = counts.map((count) => {
  const ms = median(taken.get(count)!);
  return { 'free times': count, 'median ms': ms.toFixed(1), ratio: (ms / least).toFixed(2) };
});
console.log(`Arrival to paint of a month's free times, ${ROUNDS} rounds`);
console.table(rows);
