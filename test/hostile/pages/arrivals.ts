import { doc, tag, type Hostile } from '../support/hostile.ts';

/** A file of another version: the same flow, with a word of its own. */
const later = '<script src="/dist/later.js" data-endpoint="ENDPOINT" data-target="#second"></script>';

/** How the tag comes onto the page, and what becomes of it there. */
export const arrivals: readonly Hostile[] = [
  {
    name: 'an async tag in the head, for a target',
    html: doc('<div id="book">Call us.</div>', tag('async data-target="#book"')),
  },
  {
    name: 'a tag in the head for which the page waits, for a target further down',
    html: doc('<main><div id="book">Call us.</div></main>', tag('data-target="#book"')),
    atPeace: 'document.querySelector("#book myo-booking, #book ~ myo-booking, myo-booking#book")',
  },
  {
    name: 'a deferred tag in the head',
    html: doc('<main><h1>Clinic</h1></main>', tag('defer')),
    atPeace: 'document.querySelector("main > myo-booking")',
  },
  { name: 'a tag that is a module', html: doc(`<main>${tag('type="module" crossorigin')}</main>`) },
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
    presses: ['Accept'],
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
    name: 'a tag and a booking that a page builder moves, before and while it is used',
    html: doc(
      `<main>${tag()}</main><section id="column"></section><script>
       document.querySelector('#column').append(document.querySelector('[data-endpoint]'));
       addEventListener('myo-step-change', ({ detail }) => { if (detail.step === 'details') document.querySelector('#column').append(document.querySelector('myo-booking')) })</script>`,
    ),
    atPeace: 'document.querySelector("#column > myo-booking") && document.querySelectorAll("myo-booking").length === 1',
  },
  {
    name: 'tags of two versions',
    html: doc(`<section id="first"></section><section id="second"></section>${later}${tag('data-target="#first"')}`),
    within: '#first',
    atPeace:
      'document.querySelectorAll("myo-booking").length === 2 && document.querySelectorAll("myo-booking")[1].store.state.catalog.value',
  },
];
