import { expect } from '@open-wc/testing';
import { beginsTheDay, endsTheDay } from '../../helpers/booking-page.ts';
import { everyLook } from '../../helpers/every-look.ts';
import { documented } from '../../helpers/manifest.ts';

/** What a token is set to, so unlike anything that it could be. */
const odd = (token: string) => {
  if (token.endsWith('-color')) return 'rgb(250, 1, 200)';
  if (token.endsWith('-duration')) return '7s';
  if (token.endsWith('-weight')) return '200';
  if (token.endsWith('-family')) return 'monospace';
  return token.endsWith('-density') ? '2' : '77px';
};

const looks = [
  'color',
  'backgroundColor',
  'borderTopColor',
  'borderRadius',
  'boxShadow',
  'stroke',
  'fontFamily',
].concat(
  ['fontSize', 'fontWeight', 'paddingTop', 'paddingLeft', 'minHeight', 'rowGap', 'transitionDuration', 'outlineColor'],
  ['borderInlineStartColor', 'webkitTextFillColor'],
);

/** How everything on screen looks, in all roots. */
function appearance(element: Element): string {
  const own = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter((one) => one.checkVisibility());
  const said = own.map((one) => {
    const style = getComputedStyle(one) as unknown as Record<string, string>;
    return looks.map((name) => style[name]).join();
  });
  return [...said, ...own.map(appearance)].join('\n');
}

describe('every token', () => {
  const tokens = [...new Set(documented.flatMap((element) => element.tokens))];
  const without = new Set(tokens);

  before(async function () {
    this.timeout(60_000);
    beginsTheDay();
    for (const look of everyLook) {
      const element = await look();
      element.style.removeProperty('--myo-motion-duration');
      const before = appearance(element);
      for (const token of without) {
        element.style.setProperty(token, odd(token));
        if (appearance(element) !== before) without.delete(token);
        element.style.removeProperty(token);
      }
      element.remove();
    }
  });
  after(endsTheDay);

  it('changes something on screen', () => {
    expect(tokens.length).to.be.greaterThan(15);
    expect([...without]).to.deep.equal([]);
  });

  it('is on each element, the popup’s too', () => {
    for (const element of documented) expect(element.tokens).to.include('--myo-accent-color').and.include('--myo-gap');
    expect(tokens).to.include('--myo-dialog-color');
  });
});
