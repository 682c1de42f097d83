/** `npm run bench`: every measurement of this folder; `npm run bench -- word` those whose name has it. Prints tables. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.bench.ts') && wanted.every((word) => name.includes(word)),
);
const failed = files.filter((name) => {
  console.log(`\n== ${name}`);
  return spawnSync(process.execPath, ['--import', 'tsx', folder + name], { stdio: 'inherit' }).status !== 0;
});
process.exit(failed.length > 0 || files.length === 0 ? 1 : 0);
