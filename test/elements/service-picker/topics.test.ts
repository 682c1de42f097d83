import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { catalog } from '../../helpers/fixture-clinic.ts';
import { open, patient } from '../../helpers/service-page.ts';

const { services } = catalog;

describe('<myo-service-picker>, its topics', () => {
  it('narrow the list, say so once, and leave the assessment', async () => {
    const picker = await open();
    let said = 0;
    new MutationObserver(() => said++).observe(picker.shadowRoot!.querySelector('[role=status]')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await patient(picker).presses('Knee or hip');
    await aTimeout(0);
    expect(patient(picker).sees).to.deep.equal(['Scar and post-surgery massage', 'Not sure? First assessment']);
    expect(patient(picker).hears).to.equal('Knee or hip: 1 treatment');
    expect(said).to.equal(1);
    await patient(picker).presses('Show all');
    await aTimeout(0);
    expect(patient(picker).sees).to.have.length(4);
    expect(picker.shadowRoot!.activeElement?.part.contains('chip')).to.equal(true);
  });

  it('are remembered as what the patient has said, and told to no page', async () => {
    const picker = await open();
    const heard: unknown[] = [];
    picker.addEventListener('myo-service-select', ({ detail }) => heard.push(detail));
    expect(picker.said).to.equal(undefined);
    await patient(picker).presses('Knee or hip');
    await patient(picker).picks('Scar and post-surgery massage');
    expect(picker.said).to.deep.equal({ 'chosen-area': [{ code: 'knee-hip' }] });
    expect(heard).to.deep.equal([{ serviceId: 's6', addOnIds: [], locationId: '' }]);
    await patient(picker).presses('Show all');
    expect(picker.said).to.deep.equal({ 'chosen-area': [{ code: '' }] });
  });

  it('keep what is picked, and pass over what is not shown', async () => {
    const picker = await open({ value: 's8' });
    await patient(picker).presses('Knee or hip');
    expect(picker.value).to.equal('s8');
    expect(patient(picker).picked).to.include('Hot stone massage').and.include('Your choice');
    picker.shadowRoot!.querySelector<HTMLInputElement>('[name=service]:checked')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(picker.value).to.equal('s6');
  });

  it('are few at first', async () => {
    const areas = 'a b c d e f g h i j k'.split(' ');
    const picker = await open({
      services: areas.map((area, index) => ({ ...services[2]!, id: `s${index}`, bodyAreas: [`${area}x-y`] })),
    });
    expect(patient(picker).topics).to.have.length(7);
    expect(patient(picker).topics).to.include('Ax or y');
    await patient(picker).presses('More');
    expect(patient(picker).topics).to.have.length(11);
    expect(patient(picker).reads).to.include('Where it hurts').and.not.include('How it feels');
    await patient(picker).presses('Kx or y');
    await patient(picker).presses('More');
    expect(patient(picker).topics).to.have.length(8).and.include('Kx or y');
  });

  it('stay away where they would help nobody', async () => {
    expect(patient(await open({ services: services.slice(0, 2) })).topics).to.deep.equal([]);
  });
});
