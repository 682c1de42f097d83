import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright-core';
import type { HostPage } from './host.ts';

/** A page with several hazards that do not touch each other, and what a patient has to do there first. */
export interface Hostile extends HostPage {
  readonly name: string;
  readonly device?: BrowserContextOptions;
  /** What the patient presses before the booking is there. */
  readonly first?: string;
  /** Where the booking is, when it is in a frame. */
  readonly frame?: string;
  /** An expression that is true at the end, if the page was left in peace too. */
  readonly atPeace?: string;
}

const TAG = '<script src="TAG" data-endpoint="ENDPOINT"></script>';
const doc = (body: string, head = '') =>
  `<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}<body>${body}</body></html>`;
const sha384 = () => `sha384-${createHash('sha384').update(readFileSync('dist/myo.js')).digest('base64')}`;

/** Rules that a theme, an optimiser and a page builder leave behind, 500 kB of them. */
const weight = Array.from({ length: 9000 }, (_, at) => `.elementor-${at} > div:nth-child(${at}) a{color:#${at % 999}}`);
const important = `* { all: unset !important } html { font-size: 62.5% } head, script, style { display: none !important }
  button, input, label, select, fieldset, legend { display: inline !important; padding: 0 !important; font: 9px Times !important; float: left !important; opacity: 0.2 !important; position: static !important; pointer-events: auto !important }`;
const theme = `.entry-content > * { max-width: 300px; margin: 0 auto 2rem } input[type=radio], input[type=text], input { appearance: none; width: 100%; border: 3px solid red }
  label { display: none } button { text-transform: uppercase; display: none } fieldset { border: 5px dashed; visibility: hidden } h2, h3 { font-size: 4rem; display: none } a { pointer-events: none }`;

/** What Prototype.js 1.6 and MooTools did to the page's own objects, and a polyfill that is wrong. */
const patched = `
  Array.prototype.toJSON = function () { return '[' + this.map(String) + ']' };
  String.prototype.toJSON = function () { return '"' + this + '"' };
  Array.prototype.each = Array.prototype.forEach; Array.prototype.contains = Array.prototype.includes; Array.prototype.last = function () { return this[this.length - 1] };
  Array.prototype.remove = Array.prototype.clone = Array.prototype.compact = function () { return this };
  Function.prototype.bind = (bind => function (...all) { return bind.apply(this, all) })(Function.prototype.bind);
  Element.prototype.update = Element.prototype.select = Element.prototype.hide = Element.prototype.show = function () { return this };
  String.prototype.strip = String.prototype.trim; Number.prototype.times = () => {}; window.$ = id => document.getElementById(id);
  Array.from = (from => function (list, map, self) { return from.call(Array, list, map, self) })(Array.from);`;

const keys = `
  window.heard = [];
  addEventListener('keydown', event => { if (!event.target.matches('input, textarea')) { heard.push(event.key); if (/^\\w$/.test(event.key)) event.preventDefault() } });
  addEventListener('submit', event => { event.preventDefault(); window.submitted = true });`;

export const hostilePages: readonly Hostile[] = [
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
    name: 'a policy that knows the file by its hash',
    html: doc(`<main><script integrity="${sha384()}" crossorigin src="TAG" data-endpoint="ENDPOINT"></script></main>`),
    headers: {
      'Content-Security-Policy': `default-src 'none'; script-src '${sha384()}'; connect-src *; img-src data:`,
    },
  },
  {
    name: 'every style unset by !important, small rem, 320 px, from right to left, half a megabyte of rules',
    html: doc(`<main dir="rtl">${TAG}</main>`, `<style>${important}</style><style>${weight.join('')}</style>`),
    device: { viewport: { width: 320, height: 640 } },
  },
  {
    name: 'Bootstrap, Tailwind’s preflight and a theme that hides things, rem of 200%, no language, quirks mode',
    html: `<html style="font-size: 200%"><link rel="stylesheet" href="/npm/bootstrap/dist/css/bootstrap.css"><link rel="stylesheet" href="/npm/tailwindcss/preflight.css"><style>${theme}</style>
      <body class="entry-content">${TAG}`,
  },
  {
    name: 'prototypes that libraries of old have patched',
    html: doc(`<main>${TAG}</main>`, `<script>${patched}</script>`),
  },
  {
    name: 'Zone.js, jQuery 1, a loader of AMD, CommonJS leftovers',
    html: doc(
      `<main>${TAG}</main>`,
      `<script src="/npm/zone.js/bundles/zone.umd.js"></script><script src="/npm/jquery/dist/jquery.js"></script>
       <script>window.define = () => { window.taken = true }; define.amd = {}; var module = { exports: {} }, exports = module.exports</script>`,
    ),
    atPeace: 'window.Zone && jQuery.fn.jquery.startsWith("1.") && !window.taken && !Object.keys(module.exports).length',
  },
  {
    name: 'names of the document taken by forms and pictures',
    html: doc(
      `<form name="body"></form><form name="currentScript"></form><form name="activeElement"></form><img name="title" alt=""><form id="location"></form><form id="customElements"></form><form id="myo"></form><main>${TAG}</main>`,
    ),
  },
  {
    name: 'a form, in an open details, in a turned, clipped and contained box that scrolls, beside hotkeys',
    html: doc(
      `<script>${keys}</script><form action="/elsewhere"><details open><summary>Book</summary>
       <div style="transform: translateX(4px) rotate(0.01deg); contain: content; overflow: auto; height: 520px">${TAG}</div></details><input name="q"></form>`,
    ),
    atPeace: '!window.submitted && location.pathname !== "/elsewhere"',
  },
  {
    name: 'a closed tab of the page, then a modal with a focus trap',
    html: doc(
      `<button onclick="modal.showModal()">Book now</button><dialog id="modal" style="width: 44rem"><button>First</button>${TAG}</dialog>
       <script>document.addEventListener('focusin', ({ target }) => { if (!modal.contains(target)) modal.querySelector('button').focus() }, true)</script>`,
    ),
    first: 'Book now',
  },
  {
    name: 'a tag that an optimiser retypes and runs at the first touch',
    html: doc(
      `<main><button>Accept</button><script type="rocketlazyloadscript" data-rocket-src="TAG" data-endpoint="ENDPOINT"></script></main>
       <script>addEventListener('pointerdown', () => document.querySelectorAll('[data-rocket-src]').forEach(old => {
         const real = document.createElement('script');
         for (const { name, value } of old.attributes) if (name !== 'type') real.setAttribute(name === 'data-rocket-src' ? 'src' : name, value);
         old.replaceWith(real);
       }), { once: true })</script>`,
    ),
    first: 'Accept',
  },
  {
    name: 'a tag from a tag manager in the head, two copies, and a base address elsewhere',
    html: doc(
      `<main><p>Welcome</p></main>`,
      `<base href="https://elsewhere.example/deep/"><script>for (const copy of [1, 2]) document.head.append(Object.assign(document.createElement('script'), { async: true, src: 'TAG' }));
       document.head.lastChild.dataset.endpoint = 'ENDPOINT'</script>`,
    ),
    atPeace: 'document.querySelectorAll("myo-booking").length === 1',
  },
  {
    name: 'one file into which an optimiser has combined everything',
    html: doc(
      `<main><myo-booking endpoint="ENDPOINT">Call us.</myo-booking></main><script src="/combined.js" defer></script>`,
    ),
  },
  {
    name: 'a sandboxed frame without storage',
    html: doc(
      `<iframe id="box" sandbox="allow-scripts" width="700" height="900" srcdoc="${`<main>${TAG}</main>`.replaceAll('"', '&quot;')}"></iframe>`,
    ),
    frame: '#box',
  },
];
