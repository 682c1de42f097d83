/** Serves the demo's pages and the tag's files, each on an origin of its own, as on a clinic's real site. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The clinic's pages, under a policy that allows scripts by nonce alone. */
export async function serveSite({ port, endpointUrl, filesUrl }) {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return listen(port, async (path) => {
    const file = await read(here, path === '/' ? '/index.html' : path);
    if (extname(file.path) !== '.html') return file;
    const nonce = randomBytes(16).toString('base64');
    const body = String(file.body)
      .replaceAll('{{nonce}}', nonce)
      .replaceAll('{{endpoint}}', endpointUrl)
      .replaceAll('{{outbox}}', new URL('/outbox', endpointUrl).href)
      .replaceAll('{{files}}', filesUrl);
    return { ...file, body, headers: { 'Content-Security-Policy': policy(nonce, endpointUrl, filesUrl) } };
  });
}

/** A folder of files that any page may load. */
export async function serveFiles({ port, folder }) {
  return listen(port, async (path) => ({
    ...(await read(folder, path)),
    headers: { 'Access-Control-Allow-Origin': '*' },
  }));
}

const policy = (nonce, endpointUrl, filesUrl) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${new URL(endpointUrl).origin} ${new URL(filesUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

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
