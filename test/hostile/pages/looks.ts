import { doc, tag, type Hostile } from '../support/hostile.ts';

/** Rules that a theme, an optimiser and a page builder leave behind, 500 kB of them. */
export const weight = Array.from(
  { length: 10_000 },
  (_, at) => `.elementor-${at} > div:nth-child(${at}) a{color:#${at % 999}}`,
).join('');
const important = `* { all: unset !important } html { font-size: 62.5% } head, script, style { display: none !important }
  button, input, label, select, fieldset, legend { display: inline !important; padding: 0 !important; font: 9px Times !important; float: left !important; opacity: 0.2 !important; position: static !important; pointer-events: auto !important }`;
const theme = `.entry-content > * { max-width: 300px; margin: 0 auto 2rem } input[type=radio], input[type=text], input { appearance: none; width: 100%; border: 3px solid red }
  label { display: none } button { text-transform: uppercase; display: none } fieldset { border: 5px dashed; visibility: hidden } h2, h3 { font-size: 4rem; display: none } a { pointer-events: none }`;
const sheets = ['bootstrap/dist/css/bootstrap.css', 'tailwindcss/preflight.css', 'undescores-for-npm/style.css'];

/** What style sheets, sizes and directions of the page do to a guest. */
export const looks: readonly Hostile[] = [
  {
    name: 'every style unset by !important, small rem, 320 px, from right to left, half a megabyte of rules',
    html: doc(`<main dir="rtl">${tag()}</main>`, `<style>${important}</style><style>${weight}</style>`),
    device: { viewport: { width: 320, height: 640 } },
  },
  {
    name: 'Bootstrap, Tailwind’s preflight, a theme of WordPress and one that hides things, rem of 200%, no language, quirks mode',
    html: `<html style="font-size: 200%">${sheets.map((path) => `<link rel="stylesheet" href="/npm/${path}">`).join('')}<style>${theme}</style>
      <body class="entry-content">${tag()}`,
    atPeace: 'document.compatMode === "BackCompat" && document.styleSheets.length === 4',
  },
  {
    name: 'zoom by the page and by a browser at 400%, and a booking that floats',
    html: doc(`<div style="zoom: 1.5">${tag('data-mode="floating"')}</div>`, '<style>html { zoom: 0.9 }</style>'),
    device: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
    presses: ['Book an appointment'],
  },
  {
    name: 'boxes that are as wide as what they hold',
    html: doc(`<div style="float: left"><span style="display: inline-block">${tag()}</span></div>`),
    device: { viewport: { width: 360, height: 640 } },
    atPeace: 'document.querySelector("myo-booking").offsetWidth >= 270 && document.documentElement.scrollWidth <= 360',
  },
];
