import { expect } from '@open-wc/testing';
import { BookingStore } from '../../../src/booking/store.ts';
import { storeKey } from '../../../src/elements/shared/booking-slice.ts';
import { open, patient } from '../../helpers/checklist-page.ts';
import { checklist } from '../../helpers/fixture-checklist.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';

describe('<myo-intake-checklist> inside a booking', () => {
  it('shows what the booking knows, and leaves back and continue to it', async () => {
    const store = new BookingStore({
      today: '2026-11-23',
      catalog: { status: 'loaded', value: catalog },
      serviceId: 's8',
      checklist: { status: 'loaded', value: checklist },
    });
    const provider = Object.assign(document.createElement('div'), { [storeKey]: store });
    store.addEventListener('change', () => provider.dispatchEvent(new Event('myo-store')));
    document.body.append(provider);
    const element = await open();
    provider.append(element);
    await element.updateComplete;
    expect(element.services).to.deep.equal(['all', 'hot']);
    expect(element.leadDays).to.equal(3);
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);

    element.addEventListener('myo-checklist-change', () => store.send({ type: 'answered', answers: element.answers }));
    element.page = 2;
    await element.updateComplete;
    await patient(element).answers('Do you have any', 'Numb feet');
    expect(store.state.answers).to.deep.equal(element.answers);
    expect(element.blocked).to.equal(true);
    expect(patient(element).isTold.join()).to.include('Medical massage');
    expect(patient(element).isTold.join()).not.to.include('Hot stone');
    provider.remove();
  });
});
