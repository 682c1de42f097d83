/** `npm start`: installs, builds, and brings up the endpoint, the tag's files and the clinic's site, each on an origin of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { installed } from '../test/helpers/installed.mjs';
import { serveFiles, serveSite } from './site/serve.mjs';

installed();
if (spawnSync('node', ['build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);

const port = Number(process.env.PORT ?? 8080);
const site = `http://127.0.0.1:${port}`;
const endpoint = spawn('node', ['--import', 'tsx', 'demo/endpoint/server.ts'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    LOG_LEVEL: 'warn',
    ...process.env,
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
if (!process.env.SMTP_URL) console.log(`What the clinic would send by mail: ${new URL('/outbox', endpointUrl)}`);

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endpoint.kill('SIGTERM'));
