import { expect } from '@open-wc/testing';
import { beginsTheDay, endsTheDay } from '../../helpers/booking-page.ts';
import { everyLook } from '../../helpers/every-look.ts';
import { documented } from '../../helpers/manifest.ts';
import { NamesByTag } from '../../helpers/names-by-tag.ts';

/** An element, and all of ours that stand inside of it. */
const ours = (element: Element): readonly Element[] => [
  element,
  ...[...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter(({ shadowRoot }) => shadowRoot).flatMap(ours),
];

const slotsOf = ({ shadowRoot }: Element) => [...shadowRoot!.querySelectorAll('slot')];

const isShown = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().width > 0;

/** Whether what the page puts into a slot is seen where something of ours stood. */
function takes(element: Element, slot: HTMLSlotElement): boolean {
  const stood = slot.children.length > 0 || slot.textContent.trim() !== '';
  const own = document.createElement('span');
  own.slot = slot.name;
  own.textContent = 'Our own';
  element.append(own);
  const shown = isShown(own);
  own.remove();
  return stood && shown;
}

describe('every slot', () => {
  /** Those that are there, and those that a page can fill, by tag. */
  const seen = new NamesByTag();
  const taken = new NamesByTag();

  before(async function () {
    this.timeout(60_000);
    beginsTheDay();
    for (const look of everyLook) {
      const element = await look();
      for (const one of ours(element))
        for (const slot of slotsOf(one)) {
          seen.note(one.localName, slot.name);
          if (takes(one, slot)) taken.note(one.localName, slot.name);
        }
      element.remove();
    }
  });
  after(endsTheDay);

  for (const { tag, slots } of documented.filter((element) => element.tag !== 'myo-visit-forms')) {
    it(`of <${tag}> is described, and nothing else is`, () => {
      expect(seen.of(tag)).to.deep.equal(slots.toSorted());
    });
    it(`of <${tag}> takes the place of something of ours`, () => {
      expect(taken.of(tag)).to.deep.equal(slots.toSorted());
    });
  }
});
