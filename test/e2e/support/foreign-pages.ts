import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages that a test writes itself, on an origin of their own. */
export async function servePages() {
  const pages = new Map<string, { readonly body: string; readonly policy: string }>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://local').pathname);
    response.writeHead(page ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(page?.policy && { 'Content-Security-Policy': page.policy }),
    });
    response.end(page?.body ?? 'Not found');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    /** The address of a new page with this body. */
    add(body: string, policy = ''): string {
      const path = `/${pages.size}`;
      const html = `<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A page</title>${body}</html>`;
      pages.set(path, { body: html, policy });
      return base + path;
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
