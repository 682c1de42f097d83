import { doc, tag, type Hostile } from '../support/hostile.ts';

const library = (name: string) => `<script src="/libraries/${name}.js"></script>`;

/** What Prototype.js 1.6 did to the page's own objects, and a polyfill that is wrong. */
const added = `
  Object.prototype.extend = Object.prototype.isEmpty = function () { return this };
  Array.prototype.toJSON = function () { return '[' + this.map(String) + ']' };
  String.prototype.toJSON = function () { return '"' + this + '"' };
  Array.prototype.each = Array.prototype.forEach; Array.prototype.contains = Array.prototype.includes; Array.prototype.last = function () { return this[this.length - 1] };
  Array.prototype.remove = Array.prototype.clone = Array.prototype.compact = function () { return this };
  Function.prototype.bind = (bind => function (...all) { return bind.apply(this, all) })(Function.prototype.bind);
  Element.prototype.update = Element.prototype.select = Element.prototype.hide = Element.prototype.show = function () { return this };
  String.prototype.strip = String.prototype.trim; Number.prototype.times = () => {}; window.$ = id => document.getElementById(id);
  Array.from = function (list) { return [].slice.call(list) };`;

/** What polyfills, monitors and page builders put in the place of the browser's own: it works, and no better than it must. */
const replaced = `
  window.through = {};
  const counted = (name, own) => function (...all) { through[name] = (through[name] ?? 0) + 1; return own.apply(this, all) };
  JSON = { parse: counted('parse', JSON.parse), stringify: counted('stringify', JSON.stringify) };
  Object.assign(Element.prototype, {
    remove() { through.remove = 1; if (this.parentNode) this.parentNode.removeChild(this); return this },
    matches: counted('matches', Element.prototype.webkitMatchesSelector),
    closest(selector) { for (let at = this; at; at = at.parentElement) if (at.matches(selector)) return at; return null },
    append(...all) { for (const one of all) this.appendChild(one.nodeType ? one : document.createTextNode(one)); return this },
    before(...all) { for (const one of all) this.parentNode.insertBefore(one, this); return this },
    attachShadow: counted('attachShadow', Element.prototype.attachShadow),
    setAttribute: counted('setAttribute', Element.prototype.setAttribute),
    getBoundingClientRect: counted('getBoundingClientRect', Element.prototype.getBoundingClientRect),
    scrollIntoView() {},
  });
  EventTarget.prototype.addEventListener = counted('listen', EventTarget.prototype.addEventListener);
  window.fetch = counted('fetch', window.fetch);
  history.pushState = history.replaceState = counted('history', history.replaceState);
  window.Promise = class extends Promise {};
  window.setTimeout = counted('timeout', window.setTimeout);
  window.URL = class extends URL {};`;

/** What other scripts of the page have done to its objects and names before ours comes. */
export const scripts: readonly Hostile[] = [
  {
    name: 'prototypes to which libraries of old have added',
    html: doc(`<main>${tag()}</main>`, `<script>${added}</script>`),
  },
  {
    name: 'Prototype.js, in a popup',
    html: doc(`<a href="#" data-myo-open>Book now</a>${tag('data-mode="popup"')}`, library('prototype-1.7.3')),
    presses: ['Book now'],
    atPeace: 'Prototype.Version === "1.7.3" && Array.from([1], (one) => one + 1)[0] === 1',
  },
  {
    name: 'MooTools',
    html: doc(`<main>${tag()}</main>`, library('mootools-1.4.5')),
    atPeace: 'MooTools.version === "1.4.5"',
  },
  {
    name: 'JSON, fetch, and methods of elements that were replaced',
    html: doc(`<main>${tag()}</main>`, `<script>${replaced}</script>`),
    atPeace: 'through.attachShadow && through.stringify && through.fetch && through.listen',
  },
  {
    name: 'Zone.js, jQuery 1, a loader of AMD, CommonJS leftovers',
    html: doc(
      `<main>${tag()}</main>`,
      `<script src="/npm/zone.js/bundles/zone.umd.js"></script><script src="/npm/jquery/dist/jquery.js"></script>
       <script>window.define = () => { window.taken = true }; define.amd = {}; var module = { exports: {} }, exports = module.exports</script>`,
    ),
    atPeace: 'window.Zone && jQuery.fn.jquery.startsWith("1.") && !window.taken && !Object.keys(module.exports).length',
  },
  {
    name: 'names of the document and of libraries taken by forms and pictures',
    html: doc(
      `<form name="body"></form><form name="currentScript"></form><form name="activeElement"></form><img name="title" alt=""><form id="location"></form><form id="customElements"></form><form id="myo"></form>
       <form name="litElementVersions"></form><form name="litHtmlVersions"></form><form name="reactiveElementVersions"></form><form name="litIssuedWarnings"></form><img name="hidden" alt=""><form name="readyState"></form><form name="adoptedStyleSheets"></form><main>${tag()}</main>`,
    ),
    atPeace: 'window.litElementVersions instanceof HTMLFormElement && document.readyState instanceof HTMLFormElement',
  },
];
