import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/**
 * Installs the packages where they are missing, or older than the list of them. Not by `npm ci`: it refuses a list that
 * lacks the optional binaries of platforms whose registry has none.
 */
export function installed() {
  const [list, done] = ['package-lock.json', 'node_modules/.package-lock.json'];
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(list).mtimeMs) return;
  console.log('Installing packages.');
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
