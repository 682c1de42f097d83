import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const cache = 'node_modules/.cache/peers';

/** A package as npm has it, without what it depends on: only benches need it, so nobody else has to install it. */
export function peer(name: string, version: string): string {
  const folder = `${cache}/${name.replace('/', '+')}-${version}`;
  if (!existsSync(`${folder}/package`)) {
    mkdirSync(folder, { recursive: true });
    const [file] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder, `${name}@${version}`], { encoding: 'utf8' }),
    ) as readonly { readonly filename: string }[];
    execFileSync('tar', ['xzf', file!.filename.replace('@', '').replace('/', '-'), '--warning=no-unknown-keyword'], {
      cwd: folder,
    });
  }
  return `${folder}/package`;
}

/** The widget of GrowFlow and React, in one script. */
export async function bundledGrowflow(): Promise<{ readonly script: string; readonly style: string }> {
  const found = peer('@growflowstudio/growflowbooking-widget', '2.4.0');
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { peer: resolve(found, 'dist/booking-widget.js') } },
    build: {
      write: false,
      rolldownOptions: { input: 'test/bench/tasks/growflow.entry.js', output: { format: 'iife' } },
    },
  })) as unknown as { readonly output: readonly { readonly code: string }[] };
  return { script: built.output[0]!.code, style: readFileSync(`${found}/dist/style.css`, 'utf8') };
}

/** The widget of Timekit, in one script as it is published. */
export function publishedTimekit() {
  const folder = `${peer('timekit-booking', '3.3.1')}/public/build`;
  const [script, style] = ['js', 'css'].map((ending) => readFileSync(`${folder}/booking.min.${ending}`, 'utf8'));
  return { script: script!, style: style! };
}
