/** `npm run conformance -- URL`: checks any endpoint over HTTP; exit code 1 where something failed or a level that was named has passed nothing, 2 where it is misused. */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { conform } from './conform.ts';
import { isLevel, levels, unseen, type Level } from './levels.ts';
import { lineOf, summaryOf } from './report.ts';

const names = Object.keys(levels) as Level[];
const usage = `npm run conformance -- URL [--level ${[...names, 'all'].join('|')}] [--origin ORIGIN] [--wait SECONDS]

  URL       the address of a clinic, as in data-endpoint. The kit books: use a clinic without patients.
  --level   what to check, several separated by commas; core where absent
  --origin  one of the clinic's own pages, which may read its answers
  --wait    how long the kit may wait for a hold to run out; 30 where absent`;

function stop(reason: string): never {
  console.error(`${reason}\n\n${usage}`);
  process.exit(2);
}

const read = () => {
  try {
    const options = { level: { type: 'string' }, origin: { type: 'string' }, wait: { type: 'string' } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return stop((error as Error).message);
  }
};

const { positionals, values } = read();
const [url = ''] = positionals;
if (!/^https?:\/\//.test(url)) stop('Which endpoint? Give the address of a clinic.');
const wanted = values.level === 'all' ? names : (values.level ?? 'core').split(',');
const unknown = wanted.find((name) => !isLevel(name));
if (unknown !== undefined) stop(`There is no level ${unknown}.`);
const patience = Number(values.wait ?? 30);
if (!(patience >= 0)) stop(`--wait is no number: ${values.wait}`);

const wait = (seconds: number) => setTimeout(seconds * 1000);
const options = { origin: values.origin, patience, wait };
const findings = await conform(url, wanted.filter(isLevel), options, (finding) => console.log(lineOf(finding)));
console.log(`\n${summaryOf(findings)}`);
const passed = findings.filter(({ ended }) => ended === 'passed').map(({ check }) => check);
const named = values.level === 'all' ? [] : wanted.filter(isLevel);
const nothing = unseen(named, passed);
if (nothing.length > 0) console.log(`Nothing passed of what was asked for: ${nothing.join(', ')}`);
process.exitCode = nothing.length > 0 || findings.some(({ ended }) => ended === 'failed') ? 1 : 0;
