import { createServer, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';

/** A page of somebody's own, byte for byte, with its headers. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The web server of somebody's site: its pages, what it has installed from npm, under `/npm/`, libraries of old, under
 * `/libraries/`, and a copy of our files, under `/dist/`, which no other origin may read.
 */
export async function serveHost() {
  const pages = new Map<string, HostPage>();
  const server = createServer((request, response) => void answer(request.url ?? '/', response));
  const answer = async (url: string, response: ServerResponse) => {
    const { pathname } = new URL(url, 'http://host');
    const page = pages.get(pathname);
    const [, folder = '', file] = /^\/(npm|dist|libraries)\/(.+)$/.exec(pathname) ?? [];
    try {
      const body = page?.html ?? (await readFile(`${folders[folder]}/${file}`));
      response.writeHead(200, { 'Content-Type': typeOf(pathname), ...page?.headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    /** Puts a page, a script or a style sheet at a path of the site. */
    put(path: string, page: HostPage) {
      pages.set(path, page);
      return origin + path;
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

const folders: Readonly<Record<string, string>> = {
  npm: 'node_modules',
  dist: 'dist',
  libraries: 'test/fixtures/libraries',
};

const types: readonly (readonly [RegExp, string])[] = [
  [/\.css$/, 'text/css'],
  [/\.c?js$/, 'text/javascript; charset=utf-8'],
  [/$/, 'text/html; charset=utf-8'],
];
const typeOf = (path: string) => types.find(([ending]) => ending.test(path))?.[1] ?? '';
