import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Service } from '../../../src/contract/index.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';
import { open, patient } from '../../helpers/service-page.ts';

const { services, clinic } = catalog;

describe('<myo-service-picker>', () => {
  it('is accessible, also when picked, narrowed and incomplete', async () => {
    const picker = await open();
    await expect(picker).to.be.accessible();
    picker.reportValidity();
    await patient(picker).presses('Back');
    await expect(picker).to.be.accessible();
    await patient(picker).picks('60 min');
    await expect(picker).to.be.accessible();
  });

  it('lists families once, the assessment last, and nothing that is by link only', async () => {
    const picker = await open({
      services: [...services, { ...services[2]!, id: 's30', name: 'Secret', listed: false }],
    });
    expect(patient(picker).sees).to.deep.equal([
      'Medical massage',
      'Scar and post-surgery massage',
      'Hot stone massage',
      'Not sure? First assessment',
    ]);
    picker.value = 's30';
    await picker.updateComplete;
    expect(patient(picker).picked).to.include('Secret');
  });

  it('picks by a press anywhere on the card', async () => {
    const picker = await open();
    const card = picker.shadowRoot!.querySelectorAll('[part~=service]')[1]!;
    const { left, bottom, width } = card.getBoundingClientRect();
    const there = picker.shadowRoot!.elementFromPoint(left + width / 2, bottom - 4);
    expect(there?.getAttribute('part')).to.equal('name');
    (there as HTMLElement).click();
    expect(picker.value).to.equal('s6');
  });

  it('moves nothing by being picked', async () => {
    const picker = await open({ locations: [] });
    const places = () =>
      [...picker.shadowRoot!.querySelectorAll('[part~=service] *')].map((one) => {
        const { left, top, width } = one.getBoundingClientRect();
        return [left, top, width].join();
      });
    const before = places();
    await patient(picker).picks('Hot stone massage');
    expect(places()).to.deep.equal(before);
  });

  it('moves with the arrow keys', async () => {
    const picker = await open({ value: 's6' });
    picker.shadowRoot!.querySelector<HTMLInputElement>('[name=service]:checked')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(picker.value).to.equal('s8');
    await sendKeys({ press: 'ArrowUp' });
    expect(picker.value).to.equal('s6');
  });

  it('says what was picked, by ids alone', async () => {
    const picker = await open();
    setTimeout(() => patient(picker).picks('Hot stone massage'));
    const event = await oneEvent(picker, 'myo-service-select');
    expect(event.detail).to.deep.equal({ serviceId: 's8', addOnIds: [], locationId: '' });
    expect(event.bubbles && event.composed).to.equal(true);
  });

  it('keeps its value when the page refuses the pick', async () => {
    const picker = await open({ value: 's6' });
    picker.addEventListener('myo-service-select', (event) => event.preventDefault());
    await patient(picker).picks('Hot stone massage');
    expect(picker.value).to.equal('s6');
    expect(patient(picker).picked).to.include('Scar');
    expect(patient(picker).ticked('Hot stone')).to.equal(false);
    expect(patient(picker).ticked('Scar')).to.equal(true);
  });

  it('asks for a pick, and goes to the first treatment', async () => {
    const picker = await open();
    expect(picker.reportValidity()).to.equal(false);
    await aTimeout(0);
    expect(patient(picker).reads).to.include('Please pick a treatment');
    expect((picker.shadowRoot!.activeElement as HTMLInputElement).name).to.equal('service');
    await patient(picker).picks('Scar');
    expect(patient(picker).reads).not.to.include('Please pick a treatment');
    expect(picker.reportValidity()).to.equal(true);
  });

  describe('lengths', () => {
    it('names the lowest price until a length is picked', async () => {
      const picker = await open();
      expect(patient(picker).card('Medical massage')).to.include('from $55').and.not.include('$95');
      await patient(picker).picks('60 min');
      expect(picker.value).to.equal('s2');
      expect(patient(picker).picked).to.include('$95').and.not.include('from');
    });

    it('starts with the shortest, the price that was named', async () => {
      const picker = await open();
      await patient(picker).picks('Medical massage');
      expect(picker.value).to.equal('s1');
      expect(patient(picker).ticked('30 min')).to.equal(true);
    });

    it('moves between lengths with the arrow keys', async () => {
      const picker = await open({ value: 's1' });
      picker.shadowRoot!.querySelector<HTMLInputElement>('[name=length0]:checked')!.focus();
      await sendKeys({ press: 'ArrowRight' });
      expect(picker.value).to.equal('s2');
    });
  });

  describe('add-ons and places', () => {
    it('offers them once the treatment is picked, and keeps them over another length', async () => {
      const picker = await open();
      expect(patient(picker).reads).not.to.include('Hot towels');
      await patient(picker).picks('30 min');
      expect(patient(picker).picked).to.include('Hot towels + 10 min, + $12');
      await patient(picker).picks('Hot towels');
      await patient(picker).picks('60 min');
      expect(picker.addOnIds).to.deep.equal(['a1']);
      await patient(picker).picks('Hot towels');
      expect(picker.addOnIds).to.deep.equal([]);
    });

    it('lets go of what another treatment does not have', async () => {
      const picker = await open({ value: 's2', addOnIds: ['a1'], location: 'l2' });
      await patient(picker).picks('Scar');
      expect(picker.addOnIds).to.deep.equal([]);
      expect(picker.location).to.equal('');
      expect(patient(picker).picked).to.include('Cedar Ridge, 12 Juniper Street');
    });

    it('asks for a place where there are several', async () => {
      const picker = await open({ value: 's2' });
      expect(patient(picker).ticked('Either place')).to.equal(true);
      await patient(picker).picks('Cedar Ridge North, 400 Alder Avenue');
      expect(picker.location).to.equal('l2');
      expect(picker.value).to.equal('s2');
    });

    it('says nothing of places where there is one', async () => {
      const picker = await open({ value: 's2', locations: clinic.locations.slice(0, 1) });
      expect(patient(picker).picked).not.to.include('Juniper');
    });
  });

  describe('the notice', () => {
    const notice = { text: '<b>Closed</b> until Monday.' };

    it('is shown as text', async () => {
      const picker = await open({ notice });
      expect(patient(picker).reads).to.include('<b>Closed</b> until Monday.').and.include('Medical massage');
    });

    it('can close online booking', async () => {
      const picker = await open({ notice: { ...notice, closed: true } });
      expect(patient(picker).sees).to.deep.equal([]);
      expect(picker.shadowRoot!.querySelector('a')!.href).to.equal('tel:+13035550142');
      await expect(picker).to.be.accessible();
    });
  });

  it('says whom to call where there is nothing to book', async () => {
    const picker = await open({ services: [] });
    expect(patient(picker).reads).to.include('Please call us').and.include('(303) 555-0142');
    expect(picker.reportValidity()).to.equal(false);
  });

  it('tells new patients what is not for them', async () => {
    const picker = await open({ services: [{ ...services[2]!, newPatients: false }, services[3]!] });
    expect(patient(picker).card('Scar')).to.include('For patients who have been here before');
    expect(patient(picker).card('Hot')).to.equal('Hot stone massage $120 Warm stones. 75 min');
  });

  it('bears with long names, missing prices, unknown kinds and sixty of them, on a narrow phone and from right to left', async () => {
    const odd = (index: number): Service => ({
      ...services[2]!,
      id: `s${index}`,
      name: 'Myofascial'.repeat(12),
      kind: 'unheard-of',
      price: undefined,
    });
    const picker = await open({ services: Array.from({ length: 60 }, (_, index) => odd(index)) });
    for (const dir of ['ltr', 'rtl']) {
      picker.dir = dir;
      picker.style.maxInlineSize = '288px';
      await picker.updateComplete;
      const { left, right } = picker.getBoundingClientRect();
      for (const name of picker.shadowRoot!.querySelectorAll('[part~=name] span')) {
        expect(name.getBoundingClientRect().left).to.be.at.least(left);
        expect(name.getBoundingClientRect().right).to.be.at.most(right);
      }
    }
    expect(patient(picker).sees).to.have.length(60);
  });
});
