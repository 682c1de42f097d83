/** `npm start`: installs, builds, and brings up the endpoint, the tag's files and the clinic's site, each on an origin of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { installed } from '../test/helpers/installed.mjs';
import { serveFiles, serveSite } from './site/serve.mjs';

installed();
if (spawnSync('node', ['build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);

const port = Number(process.env.PORT ?? 8080);
const site = `http://127.0.0.1:${port}`;
// One key for the demo; a clinic gives each person one of their own.
const deskKey = process.env.DESK_KEY ?? randomBytes(18).toString('base64url');
const endpoint = spawn('node', ['--import', 'tsx', 'demo/endpoint/server.ts'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    LOG_LEVEL: 'warn',
    ...process.env,
    DESK_KEY: deskKey,
    PORT: String(port && port + 2),
    ALLOWED_ORIGINS: `${site} http://localhost:${port}`,
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
const files = await serveFiles({ port: port && port + 1, folder: 'dist' });
const { url } = await serveSite({ port, endpointUrl, filesUrl: files.url });
console.log(`\nOpen ${url}`);
console.log(`The clinic’s desk: ${url}desk.html\nIts key: ${deskKey}`);
if (!process.env.SMTP_URL) console.log(`What the clinic would send by mail: ${new URL('/outbox', endpointUrl)}`);

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endpoint.kill('SIGTERM'));
