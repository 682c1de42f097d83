import { expect } from '@open-wc/testing';
import { beginsTheDay, endsTheDay } from '../../helpers/booking-page.ts';
import { everyLook } from '../../helpers/every-look.ts';
import { documented, type Documented } from '../../helpers/manifest.ts';
import { NamesByTag } from '../../helpers/names-by-tag.ts';

/** The shadow roots of an element and of all that stand inside. */
function rootsIn(element: Element): readonly ShadowRoot[] {
  const own = element.shadowRoot;
  return own ? [own, ...[...own.querySelectorAll('*')].flatMap(rootsIn)] : [];
}

const sheet = new CSSStyleSheet();
const MARK = 'rgb(1, 2, 3)';

/** What is on screen and has this part, in any of these roots. */
const shown = (roots: readonly ShadowRoot[], name: string) =>
  roots
    .flatMap((root) => [...root.querySelectorAll(`[part~="${name}"]`)])
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0);

/** The element in whose shadow root this one stands, as a step stands in a booking's. */
const shadowHost = (element: Element) => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};

/** Puts an element that stands alone where `<myo-booking>` puts it: into a shadow root. */
function wrapped(element: Element): Element {
  const host = document.createElement('div');
  element.replaceWith(host);
  host.attachShadow({ mode: 'open' }).append(element);
  return host;
}

/** Whether a rule for this part alone, from where an element stands, changes how something on screen looks. */
function changes(element: Element, name: string, roots: readonly ShadowRoot[]): boolean {
  const place = element.getRootNode() as Document | ShadowRoot;
  if (!place.adoptedStyleSheets.includes(sheet)) place.adoptedStyleSheets.push(sheet);
  const found = shown(roots, name);
  const isMarked = (one: Element) => getComputedStyle(one).outlineColor === MARK;
  const before = found.some(isMarked);
  sheet.replaceSync(`${element.localName}::part(${name}) { outline: 7px solid ${MARK} !important }`);
  const after = found.some(isMarked);
  sheet.replaceSync('');
  return !before && after;
}

describe('every part', () => {
  /** By tag: the parts that are there, and those that a rule of the page has changed. */
  const seen = new NamesByTag();
  const changed = new NamesByTag();
  /** Those that a rule for what stands around an element has changed. */
  const through = new Set<string>();

  before(async function () {
    this.timeout(60_000);
    beginsTheDay();
    for (const look of everyLook) {
      const element = await look();
      const tag = element.localName;
      const around = shadowHost(element) ?? wrapped(element);
      const roots = rootsIn(element);
      for (const root of roots) {
        const { host } = root;
        const names = new Set([...root.querySelectorAll('[part]')].flatMap(({ part }) => [...part]));
        for (const name of names) {
          seen.note(host.localName, name);
          if (!changed.has(tag, name) && changes(element, name, roots)) changed.note(tag, name);
          if (tag !== 'myo-booking' && !through.has(name) && changes(around, name, roots)) through.add(name);
          if (tag === 'myo-booking' && changed.has(tag, name)) through.add(name);
        }
      }
      element.remove();
      around.remove();
    }
  });
  after(() => {
    endsTheDay();
    document.adoptedStyleSheets = [];
  });

  const own = ({ parts }: Documented) =>
    parts.flatMap(({ name, inside }) => (inside || elsewhere.has(name) ? [] : name)).toSorted();

  for (const element of documented.filter(({ tag }) => tag !== 'myo-visit-forms')) {
    it(`of <${element.tag}> is described, and nothing else is`, () => {
      expect(seen.of(element.tag).filter((name) => !elsewhere.has(name))).to.deep.equal(own(element));
    });
    it(`of <${element.tag}> can be styled by the page`, () => {
      const without = own(element).filter((name) => !changed.has(element.tag, name));
      expect(without).to.deep.equal([]);
    });
  }

  it('of every step can be styled through <myo-booking>', async () => {
    const { parts } = documented.find(({ tag }) => tag === 'myo-booking')!;
    const without = parts.map(({ name }) => name).filter((name) => !elsewhere.has(name) && !through.has(name));
    expect(without).to.deep.equal([]);
    const things = parts.filter(({ name }) => !states.has(name));
    expect(things.length, 'without those that only tell a state').to.be.greaterThan(95);
  });
});

/** Words that stand beside a part and say how it is; no thing of their own. */
const states = new Set([
  'calm',
  'trouble',
  'primary',
  'selected',
  'done',
  'short',
  'many',
  'pairs',
  'scale',
  'today',
  'gone',
  'free0',
  'free1',
  'free2',
  'free3',
  'free4',
]);

/** The frame of an isolated booking and the way onward are shown on pages of their own, end to end. */
const elsewhere = new Set(['isolated', 'onward']);
