/** Serves the demo's pages and the tag's files, each on an origin of its own, as on a clinic's real site. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The clinic's pages, under a policy that allows scripts by nonce alone. */
export async function serveSite({ port, endpointUrl, filesUrl, outboxUrl }) {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const top = String(await readFile(join(here, 'developers', 'top.html')));
  return listen(port, async (path) => {
    const file = await read(here, path === '/' ? '/index.html' : path);
    if (extname(file.path) !== '.html') return file;
    const nonce = randomBytes(16).toString('base64');
    const body = String(file.body)
      .replace('{{developers}}', () => topOf(basename(file.path), top))
      .replaceAll('{{nonce}}', nonce)
      .replaceAll('{{endpoint}}', endpointUrl)
      .replaceAll('{{outbox}}', outboxUrl)
      .replaceAll('{{files}}', filesUrl);
    const rules = basename(file.path) === 'builder.html' ? anyEndpoint : onlyOurs;
    return { ...file, body, headers: { 'Content-Security-Policy': policy(nonce, rules(endpointUrl, filesUrl)) } };
  });
}

/** What the pages for developers begin with; it says on which of them the reader is. */
const topOf = (page, top) => top.replace(`href="${page}"`, '$& aria-current="page"');

/** A folder of files that any page may load, and frame, also one that lets in nothing that does not say so itself. */
export async function serveFiles({ port, folder }) {
  return listen(port, async (path) => ({
    ...(await read(folder, path)),
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      ...(extname(path) === '.html' && { 'Cross-Origin-Embedder-Policy': 'credentialless' }),
    },
  }));
}

const policy = (nonce, rules) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    ...rules,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** A clinic's page talks to its endpoint and to the host of the tag. */
const onlyOurs = (endpointUrl, filesUrl) => [
  "img-src 'self' data:",
  `connect-src ${new URL(endpointUrl).origin} ${new URL(filesUrl).origin}`,
];

/** The builder shows the booking of whichever endpoint is typed into it, isolated too. */
const anyEndpoint = (_endpointUrl, filesUrl) => [
  "img-src 'self' data: http: https:",
  'connect-src http: https:',
  `frame-src ${new URL(filesUrl).origin}`,
];

async function read(folder, path) {
  const root = resolve(folder) + sep;
  const file = resolve(join(root, decodeURIComponent(path)));
  if (!file.startsWith(root) || !types[extname(file)]) throw new Error('no such file');
  return { path: file, body: await readFile(file) };
}

async function listen(port, answer) {
  const server = createServer(async (request, response) => {
    try {
      const { path, body, headers } = await answer(new URL(request.url ?? '/', 'http://local').pathname);
      response.writeHead(200, { 'Content-Type': types[extname(path)], 'Cache-Control': 'no-store', ...headers });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end('Not found');
    }
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
