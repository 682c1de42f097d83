import { doc, sha384, tag, type Hostile } from '../support/hostile.ts';

/** What the page's own headers, its host and the patient's browser refuse. */
export const policies: readonly Hostile[] = [
  {
    name: 'a policy of nonces, Trusted Types by name, and embedder policy require-corp',
    html: doc('<main><script nonce="n1" crossorigin src="TAG" data-endpoint="ENDPOINT"></script></main>'),
    headers: {
      'Content-Security-Policy': `default-src 'none'; script-src 'nonce-n1'; connect-src *; img-src data:; require-trusted-types-for 'script'; trusted-types myo-booking`,
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  },
  {
    name: 'a policy that trusts what a trusted script brings (strict-dynamic)',
    html: doc(
      `<main></main><script nonce="n2">document.querySelector('main').append(Object.assign(document.createElement('script'), { src: 'TAG' })); document.querySelector('main script').dataset.endpoint = 'ENDPOINT'</script>`,
    ),
    headers: {
      'Content-Security-Policy': `default-src 'none'; script-src 'strict-dynamic' 'nonce-n2'; connect-src *; img-src data:`,
    },
  },
  {
    name: 'a browser that lets the page keep nothing',
    html: doc(
      `<script>for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })</script><main>${tag()}</main>`,
    ),
    atPeace: '(() => { try { return !sessionStorage } catch { return true } })()',
  },
  {
    name: 'a policy that knows the file by its hash',
    html: doc(`<main><script integrity="${sha384()}" crossorigin src="TAG" data-endpoint="ENDPOINT"></script></main>`),
    headers: {
      'Content-Security-Policy': `default-src 'none'; script-src '${sha384()}'; connect-src *; img-src data:`,
    },
  },
  {
    name: 'a policy of hosts, in a popup whose file is of another one',
    html: doc(`<button data-myo-open>Book now</button>${tag('data-mode="popup"')}`),
    headers: { 'Content-Security-Policy': `default-src 'none'; script-src FILES; connect-src CALLS; img-src data:` },
    presses: ['Book now'],
  },
  {
    name: 'a policy of hosts and frames, Trusted Types by name, isolated',
    html: doc(`<main>${tag('data-isolate')}</main>`),
    headers: {
      'Content-Security-Policy': `default-src 'none'; script-src FILES; frame-src FILES; connect-src CALLS; require-trusted-types-for 'script'; trusted-types myo-booking`,
    },
    frame: 'iframe',
  },
  {
    name: 'a page that lets in only what says so itself (embedder policy require-corp), isolated',
    html: doc(`<main>${tag('data-isolate')}</main>`),
    headers: {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    frame: 'iframe',
  },
  {
    name: 'http alone, where nothing is a secure context',
    at: 'clinic.test',
    html: doc(`<main>${tag()}</main>`),
    atPeace: '!isSecureContext && !crypto.randomUUID',
  },
  {
    name: 'a file host that allows no other origin to read it',
    at: '127.0.0.1',
    html: doc(`<main><script src="HOST/dist/myo.js" data-endpoint="ENDPOINT"></script></main>`),
    says: /put myo-calendar\.js beside myo\.js, with Access-Control-Allow-Origin/,
  },
  {
    name: 'a sandboxed frame without storage',
    html: doc(
      `<iframe id="box" sandbox="allow-scripts" width="700" height="900" srcdoc="${`<main>${tag()}</main>`.replaceAll('"', '&quot;')}"></iframe>`,
    ),
    frame: '#box',
  },
  {
    name: 'a booking that floats, and an ad blocker with the rules of the common lists',
    html: doc(
      `<div class="ad-banner">Buy</div><script src="/assets/ads.js"></script>${tag('data-mode="floating" data-source="newsletter"')}`,
    ),
    presses: ['Book an appointment'],
    blocked: true,
    atPeace: '!window.advertised && getComputedStyle(document.querySelector(".ad-banner")).display === "none"',
  },
];
