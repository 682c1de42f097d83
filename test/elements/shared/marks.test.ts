import { expect } from '@open-wc/testing';
import { open } from '../../helpers/details-page.ts';

describe('what session recorders respect', () => {
  it('stands around everything in a shadow root', async () => {
    const { shadowRoot } = await open();
    const [box] = shadowRoot!.children;
    const inside = [...shadowRoot!.querySelectorAll('*')].filter((one) => one !== box && one.localName !== 'style');
    for (const mark of ['.rr-block', '.ph-no-capture', '.fs-exclude', '.dd-privacy-hidden', '.smartlook-hide'])
      expect(box!.matches(mark), mark).to.equal(true);
    for (const mark of ['[data-private]', '[data-hj-suppress]', '[data-clarity-mask=true]'])
      expect(box!.matches(mark), mark).to.equal(true);
    expect(inside.every((one) => box!.contains(one))).to.equal(true);
  });
});
