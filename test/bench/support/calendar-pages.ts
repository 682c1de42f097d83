import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';

async function bundled(name: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rolldownOptions: { input: `test/bench/calendars/${name}.js`, output: { format: 'iife' } } },
  })) as unknown as { readonly output: readonly { readonly code: string }[] };
  return built.output[0]!.code;
}

/** Serves a page for each calendar of `test/bench/calendars/`; ours is the built tag. */
export async function serveCalendars(names: readonly string[]) {
  const scripts = new Map<string, string>();
  for (const name of names) scripts.set(`${name}.js`, await bundled(name));
  const server = createServer(({ url = '/' }, response) => {
    const path = url.slice(1);
    const script =
      scripts.get(path) ?? (/^myo[\w-]*\.js$/.test(path) ? readFileSync(`dist/${path}`, 'utf8') : undefined);
    if (script) return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    const page = path.replace('.html', '');
    const tag = page === 'ours' ? '<script src="/myo.js"></script>' : '';
    const html = `<!doctype html><meta charset="utf-8"><body>${tag}<script src="/${page}.js"></script>`;
    return response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
