import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
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
});
