import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockSync } from 'proper-lockfile';

/** Who has a folder: a process, told apart from any later one that was given the same number. */
interface Owner {
  readonly host: string;
  /** Within which the number means something: containers with the same host's name each count for themselves. */
  readonly namespace?: string;
  readonly pid: number;
  readonly born: string;
}

/**
 * A living owner writes a sign of life this often; one on another host, or in another container, that has been silent
 * for long is dead.
 */
const PULSE = 10_000;
const SILENCE = 6 * PULSE;
const STALE = 5000;

/**
 * Makes a folder this process's own: two of them on one database would destroy it. A dead owner's folder is taken
 * over, a living one's never. Returns what gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'owner.json');
  const pulse = join(folder, 'owner.pulse');
  const guard = join(folder, 'owner.guard');
  const mark = join(folder, 'owner.mark');
  const own = JSON.stringify({ ...here(), pid: process.pid, born: bornOf(process.pid) });
  // Guards only the few lines below, so that two who both find a dead owner do not both take over.
  const done = guarded(folder, guard);
  try {
    const owner = readOwner(file);
    // Both times are the file system's own, so no clock of any host has to be right.
    writeFileSync(mark, '1');
    if (owner && isAlive(owner, modified(mark) - modified(pulse))) throw new Error(inUse(folder, owner));
    writeFileSync(pulse, '1');
    writeFileSync(file, own);
  } finally {
    done();
  }
  const isStillOurs = () => readText(file) === own;
  const beat = setInterval(() => {
    // Whoever was held up for so long that another took over must not write another word.
    if (!isStillOurs()) throw new Error(`The folder ${folder} belongs to another process by now.`);
    writeFileSync(pulse, '1');
  }, PULSE).unref();
  return () => {
    clearInterval(beat);
    if (isStillOurs()) rmSync(file, { force: true });
  };
}

/** The guard of somebody who was killed between two lines is taken over when it is old enough. */
function guarded(folder: string, guard: string): () => void {
  for (let waited = 0; ; waited += 100)
    try {
      return lockSync(folder, { lockfilePath: guard, stale: STALE });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED' || waited > 2 * STALE) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
}

const modified = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const readText = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readText(file)) as Owner;
  } catch {
    return undefined; // There is none, or it was killed while it wrote its name and has done nothing since.
  }
}

/** A process on another host, or in another container, cannot be asked, only listened for. */
function isAlive(owner: Owner, silentFor: number): boolean {
  if (!isNear(owner)) return silentFor < SILENCE;
  const { pid, born } = owner;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return bornOf(pid) === born;
}

const inUse = (folder: string, owner: Owner) =>
  [
    `The folder ${folder} is in use by process ${owner.pid} on ${owner.host}. Stop it first, or use another DATA_DIR.`,
    ...(isNear(owner) ? [] : ['If it was killed, its folder is free a minute later.']),
  ].join(' ');

/** Two machines may have one name, and every machine's own processes are in a namespace of the same name. */
const isNear = ({ host, namespace, born }: Owner) =>
  host === here().host && namespace === here().namespace && bootOf(born) === bootOf(bornOf(process.pid));
const bootOf = (born: string) => born.split(' ')[0];

/** Where this process's number means something; without a name where the system has none for it. */
function here(): Pick<Owner, 'host' | 'namespace'> {
  try {
    return { host: hostname(), namespace: readlinkSync('/proc/self/ns/pid') };
  } catch {
    return { host: hostname() };
  }
}

/** When a process started, as Linux counts it, with the boot that it belongs to; empty where there is no such file. */
function bornOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return `${boot} ${fields[19]}`;
  } catch {
    return '';
  }
}
