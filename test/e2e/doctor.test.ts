import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { trackers } from '../../src/elements/doctor/checks/trackers.ts';
import { violationsOn } from './support/axe.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
/** Endpoints that no page can use, each under a path of its own. */
const strange = createServer((request, response) => {
  const path = request.url ?? '';
  if (path.startsWith('/html')) response.setHeader('Access-Control-Allow-Origin', '*').end('<h1>Welcome</h1>');
  else response.setHeader('Content-Type', 'application/json').end('{}');
});
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const at = (path: string) => `http://127.0.0.1:${portOf(strange)}${path}`;

before(async () => {
  world = await createWorld();
  await new Promise<void>((done) => strange.listen(0, '127.0.0.1', done));
});
after(async () => {
  strange.close();
  await world.close();
});

const tag = (more = '', endpoint = 'ENDPOINT') =>
  `<main><script src="TAG" data-endpoint="${endpoint}" data-doctor ${more}></script></main>`;

/** Opens a page and waits for what the doctor says of it. */
async function examined(body: string, policy?: string, options?: BrowserContextOptions, clock = Date.now()) {
  const page = await world.open({ page: 'about:blank', ...options });
  await page.clock.setSystemTime(clock);
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('myo-booking doctor:')) said.push(message.text());
  });
  const address = /^https?:/.test(body) ? body : world.write(body, policy);
  await page.goto(address);
  const panel = page.getByRole('region', { name: 'myo-booking doctor' });
  while (!(await panel.isVisible())) await page.clock.runFor(200);
  return { page, said, text: await panel.innerText(), panel };
}

const sources = (more = '') =>
  `default-src 'self'; script-src 'self' 'unsafe-inline' ${new URL(world.files).origin}; style-src 'unsafe-inline'; connect-src 'self' ${more}`;
const origin = () => new URL(world.endpoint.url).origin;

interface Fault {
  readonly name: string;
  readonly body: () => string;
  readonly policy?: () => string;
  readonly says: RegExp;
  readonly pastes?: () => string;
}

const faults: readonly Fault[] = [
  {
    name: 'a policy that keeps the endpoint away',
    body: () => tag(),
    policy: () => sources(),
    says: /Content-Security-Policy refuses .*nobody can book/,
    pastes: () => `connect-src ${origin()}`,
  },
  {
    name: 'an endpoint that lets nobody in',
    body: () => tag('', at('/closed')),
    says: /answers, but does not let this page read/,
    pastes: () => 'Access-Control-Allow-Origin: http://localhost:',
  },
  {
    name: 'an endpoint that is none',
    body: () => tag('', at('/html')),
    says: /answers \(200\) is no booking endpoint/,
  },
  {
    name: 'an endpoint that is down',
    body: () => tag('', 'http://127.0.0.1:9/clinics/cedar'),
    says: /does not answer/,
    pastes: () => 'http://127.0.0.1:9/clinics/cedar/catalog',
  },
  {
    name: 'an endpoint that is down, where the policy refuses a call of somebody else’s',
    body: () => `<script>fetch('https://analytics.example/')</script>${tag('', 'http://127.0.0.1:9/clinics/cedar')}`,
    policy: () => sources(`http://127.0.0.1:9 ${new URL(world.files).origin}`),
    says: /does not answer/,
  },
  {
    name: 'an isolated booking in a popup whose frame the endpoint does not let in',
    body: () => tag('data-isolate data-mode="popup"', at('/closed')),
    says: /isolated booking does not come up/,
    pastes: () => `Access-Control-Allow-Origin: ${new URL(world.files).origin}`,
  },
  {
    name: 'an isolated booking whose frame the endpoint does not let in',
    body: () => tag('data-isolate', at('/closed')),
    says: /isolated booking does not come up.*or the endpoint .*\/closed does not let it in\.\s*Allow http:\/\/127\.0\.0\.1:\d+ at the endpoint/,
    pastes: () => `Access-Control-Allow-Origin: ${new URL(world.files).origin}`,
  },
  { name: 'a missing address', body: () => tag('', ' '), says: /address of the booking endpoint is missing/ },
  {
    name: 'a misspelt attribute',
    body: () => tag('data-tiem-first'),
    says: /attribute data-tiem-first that means nothing/,
  },
  {
    name: 'integrity without crossorigin',
    body: () => `${tag()}<script src="TAG?again" integrity="sha384-x" data-endpoint="ENDPOINT"></script>`,
    says: /integrity, but not crossorigin/,
    pastes: () => 'crossorigin="anonymous"',
  },
  {
    name: 'the file from two addresses',
    body: () =>
      `${tag()}<div id="two"></div><script src="TAG?copy" data-endpoint="ENDPOINT" data-target="#two"></script>`,
    says: /loaded from several addresses/,
  },
  {
    name: 'the file from two addresses, one of which only brings the elements',
    body: () => `${tag()}<script src="TAG?copy"></script>`,
    says: /loaded from several addresses/,
  },
  {
    name: 'a policy that keeps a part of the booking away',
    body: () => `${tag()}<script>import('${world.files}myo-almanac.js').catch(() => {})</script>`,
    policy: () =>
      sources(`${origin()} ${new URL(world.files).origin}`).replace(
        /script-src [^;]*/,
        `script-src 'self' 'unsafe-inline' ${world.files}myo.js ${world.files}myo-doctor.js ${world.files}myo-calendar.js ${world.files}myo-row.js`,
      ),
    says: /Content-Security-Policy refuses .*a part of the booking cannot be loaded/,
    pastes: () => `script-src ${new URL(world.files).origin}`,
  },
  {
    name: 'a policy that keeps the frame away',
    body: () => tag('data-isolate'),
    policy: () => `${sources(`${origin()} ${new URL(world.files).origin}`)}; frame-src 'none'`,
    says: /Content-Security-Policy refuses .*the isolated booking stays away/,
    pastes: () => `frame-src ${new URL(world.files).origin}`,
  },
  {
    name: 'a policy that keeps a picture away',
    body: () => `${tag()}<img alt="" src="https://pictures.example/ana.jpg">`,
    policy: () => `${sources(`${origin()} ${new URL(world.files).origin}`)}; img-src 'self'`,
    says: /Content-Security-Policy refuses https:\/\/pictures\.example: a picture stays away/,
    pastes: () => 'img-src https://pictures.example',
  },
  {
    name: 'the same tag twice',
    body: () => `${tag()}<div>${tag().replace(/<.?main>/g, '')}</div>`,
    says: /Two tags bring the same booking to the same place/,
  },
  {
    name: 'a box that cuts',
    body: () => `<div style="height: 120px; overflow: hidden">${tag()}</div>`,
    says: /a box of a fixed height that cuts off/,
  },
  {
    name: 'a booking inside a link',
    body: () => `<a href="/elsewhere"><div id="in"></div></a>${tag('data-target="#in"')}`,
    says: /stands inside a link/,
  },
  { name: 'a narrow box', body: () => `<div style="width: 180px">${tag()}</div>`, says: /less than 240 pixels/ },
  {
    name: 'a tracker',
    body: () => `<script>window.clarity = () => {}; window.fbq = () => {}</script>${tag()}`,
    says: /Meta Pixel and Microsoft Clarity run on this page\. The booking is marked so that Microsoft Clarity leaves it out\. No mark keeps it from Meta Pixel\./,
    pastes: () => 'data-isolate',
  },
];

describe('the doctor', () => {
  it('finds nothing to mend on a good page, and says what it has looked at', async () => {
    const { page, said, text, panel } = await examined(`<header><h1>Book</h1></header>${tag()}`);
    assert.match(text, /All is well: patients can book\./);
    await panel.getByText('In order').click();
    for (const words of [
      /lets this page in/,
      /every attribute of it is known/,
      /has room/,
      /stands beside it/,
      /No tracker/,
      /clock .* right/,
    ])
      assert.match(await panel.innerText(), words);
    assert.equal(said.length, 7);
    assert.deepEqual(await violationsOn(page), []);
    await panel.getByRole('button', { name: 'Close' }).click();
    assert.equal(await panel.count(), 0);
    await page.context().close();
  });

  for (const { name, body, policy, says, pastes } of faults)
    it(`finds ${name}`, async () => {
      const { page, said, text } = await examined(body(), policy?.());
      assert.match(text, says);
      assert.ok(
        said.some((line) => says.test(line)),
        'in the console too',
      );
      if (pastes) assert.ok(text.includes(pastes()), text);
      assert.deepEqual(
        (await violationsOn(page)).filter((rule) => /doctor/.test(rule)),
        [],
      );
      await page.context().close();
    });

  it('lets an isolated booking ask its endpoint past the policy of the page, from the origin of its frame', async () => {
    const closed = await createWorld({ allows: 'frame' });
    const files = new URL(closed.files).origin;
    const policy = `${sources().replace(/script-src [^;]*/, `script-src ${files}`)} ${files}; frame-src ${files}`;
    const page = await closed.open({ page: 'about:blank' });
    await page.goto(closed.write(`<h1>Book</h1>${tag('data-isolate')}`, policy));
    const inside = page.frameLocator('iframe').getByRole('heading', { name: 'What can we help with?' });
    await inside.waitFor();
    await page.clock.setSystemTime(Date.now());
    const panel = page.getByRole('region', { name: 'myo-booking doctor' });
    while (!(await panel.isVisible())) await page.clock.runFor(200);
    assert.match(await panel.innerText(), /All is well: patients can book\./);
    await panel.getByText('In order').click();
    assert.match(await panel.innerText(), /isolated booking is there: .* lets its frame in/);
    await closed.close();
  });

  it('is at ease with a policy that is only tried out', async () => {
    const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Book</title><script src="${world.files}myo.js" data-endpoint="${world.endpoint.url}" data-doctor defer></script><main></main>`;
    const tried = createServer((_, response) => {
      response.setHeader('Content-Security-Policy-Report-Only', sources());
      response.setHeader('Content-Type', 'text/html').end(html);
    });
    await new Promise<void>((done) => tried.listen(0, '127.0.0.1', done));
    const { page, text } = await examined(`http://localhost:${portOf(tried)}/`);
    assert.match(text, /All is well: patients can book\./);
    await page.context().close();
    tried.close();
  });

  it('is at ease with trackers where the booking is isolated', async () => {
    const { page, said } = await examined(`<script>window.clarity = () => {}</script>${tag('data-isolate')}`);
    assert.ok(said.some((line) => line.includes('cannot see into the booking')));
    await page.context().close();
  });

  it('knows each tracker by what it leaves on the page, and by where it comes from', async () => {
    const globals = trackers.map(([, left]) => `window['${left}'] = () => {};`).join('');
    const byName = await examined(`<script>${globals}</script>${tag()}`);
    const addresses = trackers.map(([, , from]) => from.source.split('|')[0]!.replaceAll('\\', '').replace('(', ''));
    const scripts = addresses.map((at) => `<script type="text/plain" src="https://${at}/x"></script>`).join('');
    const byAddress = await examined(`${scripts}${tag()}`);
    for (const { page, text } of [byName, byAddress]) {
      for (const [name] of trackers) assert.ok(text.includes(name), `${name} in ${text}`);
      await page.context().close();
    }
  });

  it('finds what is missing beside the tag', async () => {
    const page = await world.open({ page: 'about:blank' });
    await page.route('**/myo-consents.js', (route) =>
      route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } }),
    );
    await page.goto(world.write(tag()));
    const panel = page.getByRole('region', { name: 'myo-booking doctor' });
    while (!(await panel.isVisible())) await page.clock.runFor(200);
    assert.match(await panel.innerText(), /Beside myo\.js there is no myo-consents\.js \(what was agreed/);
    await page.context().close();
  });

  describe('where the file host lets pages have the tag alone', () => {
    /** Every file of the tag's, and no header that lets a page of another host import it. */
    const bare = createServer((request, response) => {
      const path = `dist${new URL(request.url ?? '/', 'http://local').pathname}`;
      if (!existsSync(path)) return response.writeHead(404).end();
      response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html');
      return response.end(readFileSync(path));
    });
    const page = (more = '') => tag(more).replace('TAG', `http://127.0.0.1:${portOf(bare)}/myo.js`);
    before(() => new Promise<void>((done) => bare.listen(0, '127.0.0.1', done)));
    after(() => bare.close());

    it('comes all the same, and says which header to send', async () => {
      const { page: seen, text, said } = await examined(page());
      assert.match(text, /gives this page myo\.js, but keeps .*myo-es\.js \(nobody reads Spanish\)/);
      assert.match(text, /Patients can book\. Please look at this/);
      for (const line of ['Access-Control-Allow-Origin: *', 'nginx: add_header', 'Apache, .htaccess: Header set'])
        assert.ok(text.includes(line), text);
      assert.ok(said.some((line) => line.includes('Access-Control-Allow-Origin: *')));
      await seen.getByRole('heading', { name: 'What can we help with?' }).waitFor();
      await seen.context().close();
    });

    it('says that nobody can book where the booking waits for one of those files', async () => {
      const { page: seen, text } = await examined(page('data-services="s2"'));
      assert.match(text, /Patients cannot book yet/);
      await seen.context().close();
    });
  });

  it('finds what its file host refuses', async () => {
    const page = await world.open({ page: 'about:blank' });
    await page.route('**/myo-extras.js', (route) =>
      route.fulfill({ status: 403, headers: { 'Access-Control-Allow-Origin': '*' } }),
    );
    await page.goto(world.write(tag()));
    const panel = page.getByRole('region', { name: 'myo-booking doctor' });
    while (!(await panel.isVisible())) await page.clock.runFor(200);
    assert.match(await panel.innerText(), /Beside myo\.js there is no myo-extras\.js \(popups/);
    await page.context().close();
  });

  it('finds an endpoint of another version', async () => {
    world.endpoint.break(/catalog/, { kind: 'edit', edit: (body: object) => ({ ...body, contract: '7' }) });
    const { page, text } = await examined(tag());
    world.endpoint.mend();
    assert.match(text, /speaks version 7 of the contract, this file version 1/);
    await page.context().close();
  });

  it('finds a clock that is wrong', async () => {
    const { page, text } = await examined(tag(), undefined, {}, Date.now() + 90 * 60_000);
    assert.match(text, /clock of this device is (89|90|91) minutes fast/);
    await page.context().close();
  });

  it('finds what is wrong with the page itself', async () => {
    const html = `<html><title>Old</title><main><script src="${world.files}myo.js" data-endpoint="${world.endpoint.url}" data-doctor></script></main>`;
    const old = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(html));
    await new Promise<void>((done) => old.listen(0, '127.0.0.1', done));
    const { page, text } = await examined(`http://localhost:${(old.address() as AddressInfo).port}/`);
    for (const words of [/tiny/, /does not say its language/, /no doctype/]) assert.match(text, words);
    await page.context().close();
    old.close();
  });

  it('says in the console where its own file cannot be loaded', async () => {
    const page: Page = await world.open({ page: 'about:blank' });
    const said: string[] = [];
    page.on('console', (message) => void said.push(message.text()));
    await page.route('**/myo-doctor.js', (route) => route.abort());
    await page.goto(world.write(tag()));
    await page.getByRole('heading', { name: 'What can we help with?' }).waitFor();
    assert.ok(said.some((line) => line.includes('put myo-doctor.js beside myo.js')));
    await page.context().close();
  });
});
