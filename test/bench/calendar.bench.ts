/**
 * How long the next and the previous month take from the key to the paint, with the processor slowed four times: our
 * calendar with the times of twelve therapists, beside three date grids that show no times at all.
 */
import type { Page } from 'playwright-core';
import { launch } from '../e2e/support/world.ts';
import { serveCalendars } from './support/calendar-pages.ts';

const names = ['ours', 'cally', 'flatpickr', 'react-day-picker'] as const;
const PRESSES = Math.max(10, Math.round(100 * Number(process.env['SCALE'] ?? 1)));
const SLOWED = 4;

/** Written down in the page: milliseconds from each key to the end of the frame that shows another month. */
const watch = `
  globalThis.taken = [];
  addEventListener('keydown', ({ timeStamp, key }) => {
    if (key === 'Control') return;
    const before = calendar.month();
    const painted = () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (calendar.month() === before) return painted();
        taken.push({ ms: performance.now() - timeStamp, times: calendar.times?.() });
      };
      port2.postMessage(0);
    });
    painted();
  }, { capture: true });
`;

interface Taken {
  readonly ms: number;
  readonly times?: number;
}

/** Presses there and back again, each once the last one is painted. */
async function measure(page: Page, url: string): Promise<readonly Taken[]> {
  await page.goto(url);
  await page.waitForFunction('globalThis.calendar?.month()');
  await page.waitForTimeout(1000);
  await page.evaluate(watch);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.evaluate('calendar.focus()');
  const [next, previous] = await page.evaluate<[string, string]>('[calendar.next, calendar.previous]');
  for (let press = 0; press < PRESSES + 10; press++) {
    await page.keyboard.press(press % 2 ? previous : next);
    await page.waitForFunction(`taken.length > ${press}`);
  }
  return (await page.evaluate<Taken[]>('taken')).slice(10); // The first presses warm up.
}

const server = await serveCalendars(names);
const browser = await launch();
const rows: Record<string, object> = {};
const p95: Record<string, number> = {};
for (const name of names) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const taken = await measure(page, `${server.url}/${name}.html`);
  const ms = taken.map((one) => one.ms).sort((a, b) => a - b);
  const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))]!;
  p95[name] = at(0.95);
  rows[name] = {
    'median ms': at(0.5).toFixed(1),
    'p95 ms': at(0.95).toFixed(1),
    'times shown': Math.min(...taken.map(({ times = 0 }) => times)),
  };
  await page.close();
}
await browser.close();
server.close();
console.log(`Key to paint of the next and the previous month, processor slowed ${SLOWED} times, ${PRESSES} presses`);
console.table(rows);
const { ours = Infinity, ...others } = p95;
const fastest = Math.min(...Object.values(others));
console.log(`ours ${ours.toFixed(1)} ms at p95, the fastest other ${fastest.toFixed(1)} ms`);
process.exitCode = ours <= fastest ? 0 : 1;
