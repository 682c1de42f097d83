import { expect } from '@open-wc/testing';
import type { Remote } from '../../../src/booking/state.ts';
import type { FirstFree } from '../../../src/contract/index.ts';
import { catalog, slotAt } from '../../helpers/fixture-clinic.ts';
import { open, patient } from '../../helpers/service-page.ts';

const { services } = catalog;

const freeFrom = (start: string): Remote<FirstFree> => ({
  status: 'loaded',
  value: { first: slotAt(start), therapists: [] },
});

describe('<myo-service-picker>, the first free time', () => {
  const cases: [string, Remote<FirstFree>, string][] = [
    ['today', freeFrom('2026-11-23T15:30'), 'First free: today 3:30 PM'],
    ['tomorrow', freeFrom('2026-11-24T08:00'), 'First free: tomorrow 8:00 AM'],
    ['this week', freeFrom('2026-11-26T09:00'), 'First free: Thursday 9:00 AM'],
    ['later', freeFrom('2026-12-04T09:00'), 'First free: Fri, Dec 4 9:00 AM'],
    ['never', { status: 'loaded', value: { first: null, therapists: [] } }, 'Nothing is free at the moment'],
  ];
  for (const [when, remote, words] of cases)
    it(`is promised: ${when}`, async () => {
      const picker = await open({ firstFree: { s8: remote } });
      expect(patient(picker).card('Hot stone').replace(/\s/g, ' ')).to.include(words);
    });

  it('of a family is its earliest until a length is picked', async () => {
    const firstFree = { s1: freeFrom('2026-11-26T09:00'), s2: freeFrom('2026-11-24T08:00') };
    const picker = await open({ firstFree });
    expect(patient(picker).card('Medical')).to.include('tomorrow');
    await patient(picker).picks('30 min');
    expect(patient(picker).card('Medical')).to.include('Thursday');
  });

  it('moves nothing when it arrives, and promises nothing when it fails', async () => {
    const picker = await open({ firstFree: { s8: { status: 'pending' } } });
    const height = () => picker.getBoundingClientRect().height;
    const before = height();
    picker.firstFree = Object.fromEntries(services.map(({ id }) => [id, freeFrom('2026-11-24T08:00')]));
    await picker.updateComplete;
    expect(height()).to.equal(before);
    picker.firstFree = { s8: { status: 'failed', trouble: { kind: 'server' } } };
    await picker.updateComplete;
    expect(patient(picker).card('Hot stone')).not.to.match(/free/i);
  });
});
