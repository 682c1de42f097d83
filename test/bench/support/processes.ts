import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('app-process.ts', import.meta.url));

/** The port that a process says it listens at. */
async function portOf(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`an app process has ended with ${String(code)}`);
  });
  ended.catch(() => {}); // It does end, when it has been used.
  const [port] = await Promise.race([once(child, 'message'), ended]);
  return Number(port);
}

/** Starts so many app processes beside each other while `use` runs; answers come from each in turn. */
export async function withProcesses<Result>(
  count: number,
  databaseUrl: string | undefined,
  use: (url: (path: string) => string) => Promise<Result>,
): Promise<Result> {
  const { DATABASE_URL: _, ...env } = process.env;
  const options = { execArgv: ['--import', 'tsx'], env: { ...env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) } };
  const children = Array.from({ length: count }, () => fork(program, options));
  try {
    const ports = await Promise.all(children.map(portOf));
    let turn = 0;
    return await use((path) => `http://127.0.0.1:${ports[turn++ % count]}${path}`);
  } finally {
    await Promise.all(
      children.map(async (child) => {
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }),
    );
  }
}
