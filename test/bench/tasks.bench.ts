/**
 * The longest tasks of a booking on a page: when it comes, and at each step, once its file has been read. What the main
 * thread itself worked, times four, stands for a processor four times as slow, so that nothing else on this computer is
 * counted. Ours beside booking widgets whose servers can be played from memory; what they ask for is answered at once.
 */
import type { Page } from 'playwright-core';
import { createWorld } from '../e2e/support/world.ts';
import { serveHost } from '../hostile/support/host.ts';
import { growflow } from './tasks/growflow.ts';
import { ours } from './tasks/ours.ts';
import { bundledGrowflow, publishedTimekit } from './tasks/peers.ts';
import { tools, type Subject } from './tasks/subject.ts';
import { timekit } from './tasks/timekit.ts';

const SLOWED = 4;
const LIMIT = 50;
const TIMES = Math.max(1, Math.round(3 * Number(process.env['SCALE'] ?? 1)));

const [world, host] = await Promise.all([createWorld(), serveHost()]);

/** What the main thread of a page worked on, from a trace of the browser: its longest piece, in milliseconds. */
async function longest(page: Page, work: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'toplevel'],
  });
  await work();
  await page.waitForTimeout(1000);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const main = traceEvents.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const tasks = traceEvents.filter(({ name }) => name === 'RunTask');
  return (
    Math.max(0, ...tasks.filter(({ pid, tid }) => pid === main?.pid && tid === main?.tid).map(({ tdur = 0 }) => tdur)) /
    1000
  );
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time: what other programs of this computer take is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

async function measure({ head, body, serve, steps }: Subject): Promise<readonly number[]> {
  const page = await world.open({ page: 'about:blank', viewport: { width: 1280, height: 1400 } });
  await serve?.(page);
  const url = host.put('/', { html: `<!doctype html><html lang="en-US"><meta charset="utf-8">${head}<body>${body}` });
  await page.goto(url);
  await page.evaluate(tools);
  const took: number[] = [];
  for (const [name, act] of steps)
    took.push(
      await longest(page, () =>
        page.evaluate(act).catch((error: unknown) => {
          throw new Error(`at "${name}"`, { cause: error });
        }),
      ),
    );
  await page.context().close();
  return took;
}

const middle = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

const subjects = [
  ours(world.files, world.endpoint.url),
  growflow(await bundledGrowflow()),
  timekit(publishedTimekit()),
];
for (const subject of subjects) {
  const all: (readonly number[])[] = [];
  for (let time = 0; time < TIMES; time++) all.push(await measure(subject));
  const rows = subject.steps.map(
    ([name], step) => [name, Math.round(SLOWED * middle(all.map((took) => took[step] ?? 0)))] as const,
  );
  console.log(
    `\n${subject.name}: the longest task at each step in ms, the middle of ${TIMES}, on a processor ${SLOWED} times as slow`,
  );
  console.table(
    Object.fromEntries(rows.map(([name, ms]) => [name, { 'longest task': ms < LIMIT ? `under ${LIMIT}` : ms }])),
  );
}
await Promise.all([world.close(), host.close()]);
process.exit(0);
