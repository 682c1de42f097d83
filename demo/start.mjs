/** `npm start`: installs, builds, and brings up the endpoint, the tag's files and the clinic's site, each on an origin of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { installed } from '../test/helpers/installed.mjs';
import { serveFiles, serveSite } from './site/serve.mjs';

installed();
/** 0 stands for any that are free. */
const first = Number(process.env.PORT ?? 8080);
for (const wanted of first ? [first, first + 1, first + 2] : [])
  if (await isTaken(wanted)) {
    console.error(`Port ${wanted} is taken. Three in a row are needed; choose where they begin: PORT=9080 npm start`);
    process.exit(1);
  }
if (spawnSync('node', ['build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const port = first || (await freePort());
const site = `http://127.0.0.1:${port}`;
// One key for the demo; a clinic gives each person one of their own.
const deskKey = process.env.DESK_KEY ?? randomBytes(18).toString('base64url');
const outboxKey = randomBytes(18).toString('base64url');
const files = await serveFiles({ port: first && first + 1, folder: 'dist' });
const endpoint = spawn('node', ['--import', 'tsx', 'demo/endpoint/server.ts'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    LOG_LEVEL: 'warn',
    ...process.env,
    DESK_KEY: deskKey,
    OUTBOX_KEY: outboxKey,
    PORT: String(first && first + 2),
    // An isolated booking asks from the frame's origin, which is that of the tag's files.
    ALLOWED_ORIGINS: `${site} http://localhost:${port} ${new URL(files.url).origin}`,
  },
});
endpoint.on('exit', (code) => process.exit(code ?? 1));
const endpointUrl = await new Promise((resolve) => {
  endpoint.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    const url = String(chunk).match(/^endpoint (\S+)/m)?.[1];
    if (url) resolve(url);
  });
});
const outboxUrl = new URL(`/outbox/${outboxKey}`, endpointUrl).href;
const { url } = await serveSite({ port, endpointUrl, filesUrl: files.url, outboxUrl });
console.log(`\nOpen ${url}`);
console.log(`The clinic’s desk: ${url}desk.html\nIts key: ${deskKey}`);
if (!process.env.SMTP_URL) console.log(`What the clinic would send by mail: ${outboxUrl}`);

/** Whether something listens on a port already. */
function isTaken(wanted) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(true));
    server.listen(wanted, '127.0.0.1', () => server.close(() => resolve(false)));
  });
}

/** The endpoint has to know the site's origin before the site is there. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}

process.on('exit', () => endpoint.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endpoint.kill('SIGTERM'));
