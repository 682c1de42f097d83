import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';

describe('npm start', () => {
  it('says which port is taken before it builds anything, and where to begin instead', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const child = spawnSync('node', ['demo/start.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, PORT: String(port - 2) },
      timeout: 30_000,
    });
    other.close();
    assert.equal(child.status, 1);
    assert.match(
      child.stderr,
      new RegExp(`^Port (${port}|${port - 1}|${port - 2}) is taken\\. .*PORT=9080 npm start`, 'm'),
    );
    assert.doesNotMatch(child.stdout, /dist\/myo\.js/);
  });

  it('brings up an endpoint that the site and its isolated bookings may use, and nobody else', async () => {
    // What is built already is served; building anew would pull it from under other tests.
    const folder = mkdtempSync(join(tmpdir(), 'myo-start-'));
    const node = `#!/bin/sh\n[ "$1" = build.mjs ] || exec '${process.execPath}' "$@"\n`;
    writeFileSync(join(folder, 'node'), node, { mode: 0o755 });
    const child = spawn(process.execPath, ['demo/start.mjs'], {
      env: { ...process.env, PORT: '0', PATH: `${folder}${delimiter}${process.env['PATH']}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => void child.once('exit', resolve));
    try {
      let said = '';
      const open = /^Open (\S+)\n/m;
      for await (const chunk of child.stdout) if (open.test((said += String(chunk)))) break;
      const [, endpoint] = said.match(/^endpoint (\S+)/m) ?? [];
      const [, site] = said.match(open) ?? [];
      assert.ok(endpoint && site, said);
      const [, tag] = (await (await fetch(site)).text()).match(/src="(http[^"]*myo\.js)"/) ?? [];
      assert.ok(tag);
      for (const [address, allowed] of [
        [site, true],
        [tag, true],
        ['http://elsewhere.example', false],
      ] as const) {
        const { origin } = new URL(address);
        const answer: Response = await fetch(`${endpoint}/catalog`, { headers: { Origin: origin } });
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), allowed ? origin : null, address);
      }
    } finally {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
