/** A PostgreSQL for the tests: the one that is there, else a cluster of their own that is gone afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const usual = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Answers an address and how to be done with it; undefined where there is neither a server nor the programs for one. */
export async function findPostgres(url = process.env.TEST_DATABASE_URL ?? usual) {
  if (await answers(url)) return { url, stop: async () => {} };
  const programs = folderOfPrograms();
  return programs && startCluster(programs);
}

async function startCluster(programs) {
  const folder = mkdtempSync(join(tmpdir(), 'myo-postgres-'));
  const data = join(folder, 'data');
  const owner = somebodyElse();
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const done = () => rmSync(folder, { recursive: true, force: true });
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...owner, cwd: folder, stdio: 'ignore' },
  );
  if (made.status !== 0) {
    done();
    return undefined;
  }
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    done();
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(url)) return { url, stop };
    await pause(200);
  }
  await stop();
  return undefined;
}

/** Where Debian puts the programs, or where the path finds them; the newest first. */
function folderOfPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root. */
function somebodyElse() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => ['postgres', 'nobody'].map((name) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [id('-u'), id('-g')].map((found) => Number(found.find((text) => text?.trim())));
  return { uid, gid };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function answers(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 20_000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
