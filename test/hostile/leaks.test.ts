import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Patient } from '../e2e/support/patient.ts';
import { createWorld, type World } from '../e2e/support/world.ts';
import { serveHost } from './support/host.ts';

let world: World;
let host: Awaited<ReturnType<typeof serveHost>>;
before(async () => {
  [world, host] = await Promise.all([createWorld(), serveHost()]);
});
after(async () => {
  await Promise.all([world?.close(), host?.close()]);
});

/** Everything of a page that a guest could leave something in, as `look()`; and how its layout jumped, as `jumped`. */
const watch = `
  window.live = new Map();
  for (const [method, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
    const own = EventTarget.prototype[method];
    EventTarget.prototype[method] = function (type, ...rest) {
      const on = this === document ? 'document' : !this || this === window ? 'window' : this === document.body ? 'body' : '';
      if (on && new Error().stack.includes('/myo')) live.set(on + ' ' + type, (live.get(on + ' ' + type) ?? 0) + by);
      return own.call(this, type, ...rest);
    };
  }
  const builtIn = ['Object', 'Function', 'Array', 'String', 'Number', 'Promise', 'Map', 'Set', 'Date', 'RegExp', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'Document', 'DocumentFragment', 'ShadowRoot', 'Event', 'History', 'Storage'];
  const seen = new Map();
  const number = (value) => seen.has(value) ? seen.get(value) : seen.set(value, seen.size).get(value);
  const shape = (of) => Object.entries(Object.getOwnPropertyDescriptors(of)).map(([name, { value, get, set }]) => name + number(value ?? get ?? set));
  window.look = () => ({
    globals: Object.getOwnPropertyNames(window).filter((name) => isNaN(name)),
    prototypes: builtIn.map((name) => shape(window[name].prototype).join() + shape(window[name]).filter((one) => !/^(caller|arguments)/.test(one)).join()),
    objects: ['JSON', 'Math', 'Reflect', 'Intl', 'customElements', 'console'].map((name) => shape(window[name]).join()),
    styles: document.styleSheets.length + document.adoptedStyleSheets.length,
    heads: document.head.children.length,
    root: document.documentElement.getAttributeNames().concat(document.body.getAttributeNames(), document.body.style.cssText),
    history: history.length + location.href + JSON.stringify(history.state),
    storage: Object.keys(localStorage).concat(Object.keys(sessionStorage), document.cookie),
    listeners: [...live].filter(([, count]) => count).map(([on]) => on),
  });
  window.jumped = 0;
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) jumped += shift.value }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('readystatechange', () => { window.first = look() }, { once: true });`;

/** What stays by intent: the two ears that wait for more tags. */
const known = {
  globals: [],
  listeners: ['document DOMContentLoaded', 'document myo-mount'],
};

type Look = Readonly<Record<string, unknown>> & { readonly globals: string[]; readonly listeners: string[] };
const more = (after: readonly string[], before: readonly string[], but: readonly string[]) =>
  after.filter((one) => !before.includes(one) && !but.includes(one));

/** Each way to stand on a page, and what brings the booking before the patient. */
const ways: Readonly<Record<string, { readonly attributes: string; readonly press?: string }>> = {
  inline: { attributes: '' },
  'in a popup': { attributes: 'data-mode="popup"', press: 'Book now' },
  floating: { attributes: 'data-mode="floating"', press: 'Book an appointment' },
  isolated: { attributes: 'data-isolate' },
};

async function opens({ attributes, press }: (typeof ways)[string] = ways['inline']!) {
  const tag = `<script defer src="${world.files}myo.js" data-endpoint="${world.endpoint.url}" data-target="#book" ${attributes}></script>`;
  const mark = press === 'Book now' ? '<button data-myo-open>Book now</button>' : '';
  const url = host.put('/', {
    html: `<!doctype html><html lang="en-US"><meta charset="utf-8"><link rel="icon" href="data:,"><script>${watch}</script><body><h1>Book</h1>${mark}<div id="book" style="min-height: 60rem">Call us.</div>${tag}<footer>Cedar Ridge</footer>`,
  });
  const page = await world.open({ page: 'about:blank' });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url().replace(/^(data:|https?:\/\/[^/]*).*/, '$1')));
  await page.goto(url);
  if (press) await page.getByText(press, { exact: true }).click();
  const frame = attributes.includes('isolate') && (await (await page.waitForSelector('iframe')).contentFrame());
  const maria = new Patient(frame || page);
  await maria.isAsked('What can we help with?');
  return { page, maria, asked };
}

describe('a page with a booking', () => {
  for (const [name, way] of Object.entries(ways))
    it(`${name}, has nothing of it in its globals, prototypes, styles, history, storage or listeners, then or afterwards, asks nobody else, and does not jump as it comes`, async () => {
      const { page, maria, asked } = await opens(way);
      const first = await page.evaluate<Look>('first');
      await page.waitForTimeout(300);
      const came = Number(await page.evaluate('jumped'));
      await maria.comesToTheReview();
      await maria.confirms();
      await maria.reference();
      const during = await page.evaluate<Look>('look()');
      const jumped = Number(await page.evaluate('jumped'));
      await page.evaluate(`document.querySelector('myo-booking').remove()`);
      const afterwards = await page.evaluate<Look>('look()');

      for (const look of [during, afterwards]) {
        assert.deepEqual(more(look.globals, [...first.globals, 'first'], known.globals), []);
        for (const kept of ['prototypes', 'objects', 'styles', 'heads', 'root', 'history'])
          assert.deepEqual(look[kept], first[kept], kept);
      }
      assert.ok(during.listeners.includes('document visibilitychange'), 'listeners are seen');
      assert.deepEqual(more(afterwards.listeners, first.listeners, known.listeners), []);
      assert.deepEqual(afterwards['storage'], first['storage']);
      assert.deepEqual(
        [...asked].filter((origin) => origin !== 'data:').sort(),
        [host.origin, world.files, world.endpoint.url].map((url) => new URL(url).origin).sort(),
      );
      // Answers that take longer than half a second after a press count as jumps: on a busy computer the whole is only told.
      console.log(`layout shift, ${name}: ${came.toFixed(4)}, and to the confirmation ${jumped.toFixed(4)}`);
      assert.ok(came <= 0.02, `${came}`);
      await page.context().close();
    });

  it('gives back what 200 bookings took', async () => {
    const { page } = await opens();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const mounts = (times: number) =>
      page.evaluate(`(async () => {
        document.querySelector('#book').replaceChildren();
        for (let at = 0; at < ${times}; at++) {
          const booking = document.createElement('myo-booking');
          booking.setAttribute('endpoint', '${world.endpoint.url}');
          document.body.append(booking);
          while (!booking.shadowRoot.querySelector('myo-service-picker')?.shadowRoot?.querySelector('input')) await new Promise((done) => requestAnimationFrame(done));
          booking.remove();
        }
      })()`);
    const weigh = async () => {
      // What is still on its way, such as an answer that nobody waits for any more, is let go of first.
      for (const _ of [1, 2, 3]) {
        await page.waitForTimeout(200);
        await cdp.send('HeapProfiler.collectGarbage');
      }
      const { metrics } = await cdp.send('Performance.getMetrics');
      const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return { nodes: read('Nodes'), listeners: read('JSEventListeners'), heap: read('JSHeapUsedSize') };
    };
    await mounts(20);
    const first = await weigh();
    await mounts(180);
    const last = await weigh();
    const grown = { nodes: last.nodes - first.nodes, listeners: last.listeners - first.listeners };
    console.log(`after 180 more: ${grown.nodes} nodes, ${grown.listeners} listeners, ${last.heap - first.heap} bytes`);
    assert.ok(grown.nodes < 400 && grown.listeners < 100, JSON.stringify(grown));
    assert.ok(last.heap - first.heap < 4_000_000, `${last.heap - first.heap} bytes`);
    await page.context().close();
  });
});
