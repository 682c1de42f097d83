import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { front, back } from '../../../src/elements/body-map/figures.ts';
import type { IntakeChecklist } from '../../../src/elements/intake-checklist/intake-checklist.ts';
import { choice, exclusive, extension, loaded, option } from '../../domain/checklist/questionnaires.ts';
import { open, patient } from '../../helpers/checklist-page.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const onMap = extension('questionnaire-itemControl', {
  valueCodeableConcept: { coding: [{ code: 'check-box' }, { code: 'body-map' }] },
});
const codes = [...new Set([...front.areas, ...back.areas].map(({ code }) => code))];
const questionnaire = loaded([
  choice(
    'area',
    [...codes, 'all-over', 'somewhere else'].map((each) => option(each)).concat(option('none', exclusive)),
    {
      text: 'Where does it hurt?',
      repeats: true,
      required: true,
      extension: [onMap],
    },
  ),
]);

async function openMap(properties: Partial<IntakeChecklist> = {}) {
  const element = await open({ questionnaire, ...properties });
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelector('.map'), 'the figures come in a file of their own');
  const areas = (code: string) => [...root.querySelectorAll<SVGElement>(`[data-area=${code}]`)];
  const picked = () => [
    ...new Set([...root.querySelectorAll<SVGElement>('[data-area].picked')].map(({ dataset }) => dataset['area'])),
  ];
  const press = async (code: string) => {
    areas(code)[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await element.updateComplete;
  };
  const answered = () => element.answers['area']?.map((value) => (typeof value === 'object' ? value.code : value));
  return { element, root, areas, picked, press, answered, maria: patient(element) };
}

describe('The body map', () => {
  it('has an area for every place that the default checklist names, but for all of them at once', async () => {
    const { bodyAreas } = await import('../../../src/domain/checklist/default/body-areas.ts');
    const named = bodyAreas.compose.include.flatMap(({ concept }) => concept.map(({ code }) => code));
    expect([...codes, 'all-over'].toSorted()).to.deep.equal(named.toSorted());
  });

  it('answers as the check boxes do, and shows what they say', async () => {
    const { maria, press, picked, answered } = await openMap();
    await press('left-shoulder');
    await press('lower-back');
    expect(answered()).to.deep.equal(['left-shoulder', 'lower-back']);
    expect(maria.picked).to.deep.equal(['left-shoulder', 'lower-back']);
    await maria.answers('Where', 'left-shoulder', 'right-knee');
    expect(picked()).to.have.members(['lower-back', 'right-knee']);
    await press('lower-back');
    expect(answered()).to.deep.equal(['right-knee']);
  });

  it('gives way to "none of these", which gives way to it', async () => {
    const { maria, press, picked, answered } = await openMap();
    await press('neck');
    await maria.answers('Where', 'none');
    expect(picked()).to.deep.equal([]);
    await press('neck');
    expect(answered()).to.deep.equal(['neck']);
  });

  it('shows "all over" on every area', async () => {
    const { root, maria } = await openMap();
    await maria.answers('Where', 'all-over');
    expect([...root.querySelectorAll('.everywhere')]).to.have.length(2);
  });

  it('means the patient’s own left and right, in words too, whichever way a page is written', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const { element, areas, root } = await openMap();
      element.dir = dir;
      await aTimeout(0);
      const middle = (at: Element) => at.getBoundingClientRect().left + at.getBoundingClientRect().width / 2;
      const [facing, turned] = areas('left-knee');
      const [facingRight, turnedRight] = areas('right-knee');
      expect(middle(facing!), dir).to.be.above(middle(facingRight!));
      expect(middle(turned!), dir).to.be.below(middle(turnedRight!));
      const sides = [...root.querySelectorAll('.side')].sort((a, b) => middle(a) - middle(b));
      expect(sides.map(({ textContent }) => textContent)).to.deep.equal([
        'Your right',
        'Your left',
        'Your left',
        'Your right',
      ]);
    }
  });

  it('is for the eye and the finger: the check boxes alone are in the tab order and in the tree', async () => {
    const { element, root } = await openMap();
    await expect(element).to.be.accessible();
    expect(root.querySelector('.map')!.getAttribute('aria-hidden')).to.equal('true');
    root.querySelector('input')!.focus();
    for (let count = 1; count < element.shadowRoot!.querySelectorAll('input').length; count++) {
      await sendKeys({ press: 'Tab' });
      expect(root.activeElement?.localName).to.equal('input');
    }
  });

  it('names the area below the pointer, in both figures', async () => {
    const { root, areas } = await openMap();
    areas('neck')[0]!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(root.querySelector('.names')!.textContent).to.equal('neck');
    expect(areas('neck').map((area) => area.classList.contains('pointed'))).to.deep.equal([true, true]);
    root.querySelector('.map')!.dispatchEvent(new PointerEvent('pointerleave'));
    expect(root.querySelector('.names')!.textContent).to.equal('Press a place, or tick it in the list.');
  });

  it('leaves an area alone that the question does not offer', async () => {
    const some = loaded([choice('area', [option('neck')], { repeats: true, extension: [onMap] })]);
    const { press, answered, areas } = await openMap({ questionnaire: some });
    await press('head');
    expect(answered()).to.equal(undefined);
    expect(areas('head')[0]!.classList.contains('still')).to.equal(true);
  });

  for (const width of [360, 1280])
    it(`has areas of 24 pixels at least that a finger finds, ${width} pixels wide`, async () => {
      await setViewport({ width, height: 900 });
      const { element, root } = await openMap();
      element.style.width = width === 360 ? '286px' : '1000px';
      element.scrollIntoView();
      await aTimeout(50);
      for (const area of root.querySelectorAll<SVGGraphicsElement>('[data-area]')) {
        const box = area.getBoundingClientRect();
        expect(Math.min(box.width, box.height), area.dataset['area']).to.be.at.least(24);
      }
      for (const tick of root.querySelectorAll<SVGGraphicsElement>('[data-tick]')) {
        const { x, y, width: wide, height: high } = tick.getBoundingClientRect();
        const hit = root.elementFromPoint(x + wide / 2, y + high / 2) as SVGElement;
        expect(hit.dataset['area']).to.equal(tick.dataset['tick']);
      }
    });
});
