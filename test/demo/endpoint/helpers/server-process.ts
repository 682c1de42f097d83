import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checklist } from './checklist.ts';
import { cedarData } from './endpoint.ts';
import { Patient } from './patient.ts';

export const program = fileURLToPath(new URL('../../../../demo/endpoint/server.ts', import.meta.url));

export const NOW = '2026-11-23T16:00:00Z';

export type ServerProcess = Awaited<ReturnType<typeof startServer>>;

/** The server as an operator starts it, once it says that it is ready, or has ended; nobody else's environment. */
export async function startServer(environment: Record<string, string>, modules: readonly string[] = []) {
  const { PATH = '' } = process.env;
  const imports = ['tsx', ...modules].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, program], {
    env: { PATH, PORT: '0', NOW, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let [said, printed] = ['', ''];
  child.stderr!.on('data', (data) => (said += data));
  const ready = new Promise<void>((resolve) =>
    child.stdout!.on('data', (data) => {
      printed += data;
      if (printed.endsWith('\n')) resolve();
    }),
  );
  await Promise.race([ready, ended]);
  const urls = [...printed.matchAll(/^endpoint (\S+)$/gm)].map(([, url]) => url!);
  const [url = ''] = urls;
  return {
    url,
    urls,
    root: url && new URL(url).origin,
    child,
    /** Everything on standard error. */
    said: () => said,
    /** Every event that was logged. */
    log: () =>
      said
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    kill: (signal: NodeJS.Signals) => (child.kill(signal), ended),
    ended,
    patient: (at = url) => new Patient({ fetch: (request) => fetch(request) }, at, ''),
  };
}

/** The sample clinic with a short checklist, in a file of its own; answers where it is. */
export function clinicFile(
  folder: string,
  id = 'cedar',
  change: (data: ReturnType<typeof cedarData>) => void = () => {},
): string {
  const data = { ...cedarData(), checklist };
  data.clinic.id = id;
  change(data);
  const file = join(folder, `${id}.json`);
  writeFileSync(file, JSON.stringify(data, undefined, 2));
  return file;
}
