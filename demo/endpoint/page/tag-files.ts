import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts what it makes. */
const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** A file as it is sent. */
export interface TagFile {
  readonly type: string;
  readonly content: string;
}

/** The booking page, and everything that it loads, by name. */
export interface TagFiles {
  readonly page: string;
  readonly files: ReadonlyMap<string, TagFile>;
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Reads `frame.html` and what stands beside it into memory; undefined where nothing has been built. */
export function readTagFiles(folder: string = DIST): TagFiles | undefined {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  if (!existsSync(join(folder, 'frame.html'))) return undefined;
  const files = readdirSync(folder).flatMap((name) => {
    const [, ending] = /^(?:myo|frame)[\w.-]*\.(js|css)$/.exec(name) ?? [];
    return ending ? [[name, { type: types[ending]!, content: read(name) }] as const] : [];
  });
  return { page: read('frame.html'), files: new Map(files) };
}
