/** `npm run soak`: every long run of this folder, one after the other; `npm run soak -- word` those whose name has it. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.soak.ts') && wanted.every((word) => name.includes(word)),
);
const failed = files.filter((name) => {
  console.log(`\n== ${name}`);
  const options = ['--import', 'tsx', '--test', '--test-reporter=spec', '--test-timeout=0', folder + name];
  return spawnSync(process.execPath, options, { stdio: 'inherit' }).status !== 0;
});
console.log(`\n${files.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 || files.length === 0 ? 1 : 0);
