import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { Reason, Screening } from '../../../src/domain/checklist/index.ts';
import { booking, details } from '../../helpers/booking-states.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';
import { open, patient } from '../../helpers/summary-page.ts';

const reason = (outcome: Reason['outcome'], patientText: string): Reason => ({
  linkId: 'q',
  outcome,
  patientText,
  therapistText: 'For the therapist only.',
  source: '',
  services: [],
  ruleOut: false,
  notBefore: '',
});

describe('<myo-booking-summary>, the confirmation', () => {
  const states: [string, Parameters<typeof open>[0], string, RegExp | undefined][] = [
    ['booked', {}, 'You are booked for Tuesday, December 1', undefined],
    ['pending', {}, 'We keep Tuesday, December 1 for you', /not yet sure: your doctor/],
    ['proposed', {}, 'We have your wish for Tuesday, December 1', /not yet sure: your therapist phones/],
  ];
  for (const [status, properties, heading, says] of states)
    it(`says what "${status}" means, and is accessible`, async () => {
      const summary = await open({ ...properties, booking: { ...booking, status } });
      expect(patient(summary).heading).to.equal(heading);
      if (says) expect(patient(summary).reads).to.match(says);
      else expect(patient(summary).reads).not.to.include('not yet sure');
      await expect(summary).to.be.accessible();
    });

  it('shows a tick only where all is sure, and promises nothing by a status that it does not know', async () => {
    const ticks = [];
    for (const status of ['booked', 'pending', 'proposed', 'waitlisted']) {
      const summary = await open({ booking: { ...booking, status } });
      ticks.push(summary.shadowRoot!.querySelector('[part~=tick]') !== null);
      if (status !== 'booked') expect(patient(summary).reads).not.to.include('You are booked');
    }
    expect(ticks).to.deep.equal([true, false, false, false]);
  });

  it('names when, what, with whom and where, in the zone of the clinic', async () => {
    const summary = await open({ booking });
    expect(patient(summary).rows).to.deep.equal([
      'Tuesday, December 1, 9:00 – 10:00 AM: Medical massage with Ana Reyes',
      'Where: Cedar Ridge, 12 Juniper Street, Denver (303) 555-0142',
    ]);
    expect(summary.shadowRoot!.querySelector<HTMLAnchorElement>('[part~=phone]')!.href).to.equal('tel:+13035550142');
    expect(patient(summary).reads).to.include('Mountain Time, as at the clinic.');
  });

  it('names each appointment of a visit', async () => {
    const appointments = [slotAt('2026-12-01T09:00'), slotAt('2026-12-01T10:15', 't2', 's10', 30)].flatMap(
      (slot, index) => slot.appointments.map((one) => ({ ...one, id: `x${index}`, status: 'booked' })),
    );
    const { rows } = patient(await open({ booking: { ...booking, appointments } }));
    expect(rows.slice(0, 2)).to.deep.equal([
      'Tuesday, December 1, 9:00 – 10:00 AM: Medical massage with Ana Reyes',
      'Tuesday, December 1, 10:15 – 10:45 AM: First assessment with Ben Kowalski',
    ]);
  });

  it('bears with a service and a therapist that are no longer offered, after a reload', async () => {
    const summary = await open({ booking, services: [], chosen: {}, details: { ...details, name: '', phone: '' } });
    expect(patient(summary).rows[0])
      .to.match(/^Tuesday, December 1/)
      .and.not.include('with');
    await expect(summary).to.be.accessible();
  });

  it('shows the number large, and reads it letter by letter', async () => {
    const summary = await open({ booking });
    expect(patient(summary).reference).to.deep.equal(['K7T-4MX', 'K 7 T - 4 M X']);
  });

  it('asks to write it down only where nothing is sent', async () => {
    const summary = await open({ booking });
    expect(patient(summary).reads).to.include('Please write this down or print it');
    summary.details = { ...details, email: 'maria@example.org' };
    await summary.updateComplete;
    expect(patient(summary).reads).not.to.include('write this down');
  });

  it('tells what comes next and how the therapist adapts, each once, and nothing that is not for patients', async () => {
    const screening: Screening = {
      outcome: 'adapt',
      ruledOut: [],
      sites: [],
      missing: [],
      reasons: [
        reason('adapt', 'We keep away from the rash.'),
        reason('adapt', 'Come early.'),
        reason('book', 'Fine.'),
      ],
    };
    const summary = await open({ screening, booking: { ...booking, next: ['Come early.', '<b>Bring</b> a towel.'] } });
    expect(patient(summary).notes.map((note) => note.replaceAll('.', '. ').trim())).to.deep.equal([
      'Good to know Come early. <b>Bring</b> a towel. We keep away from the rash.',
    ]);
    expect(patient(summary).reads).not.to.include('For the therapist');
    await expect(summary).to.be.accessible();
  });

  it('says until when a time is kept for the doctor to answer', async () => {
    const summary = await open({
      booking: { ...booking, status: 'pending', clearance: { deadline: '2026-11-30T17:00:00-07:00' } },
    });
    expect(patient(summary).notes.map((note) => note.replace(/\s/g, ' '))).to.deep.equal([
      'We keep this time for you until Monday, November 30, 5:00 PM, while your doctor answers.',
    ]);
    await expect(summary).to.be.accessible();
  });

  it('prints without its buttons', async () => {
    const summary = await open({ booking });
    await emulateMedia({ media: 'print' });
    const shown = [...summary.shadowRoot!.querySelectorAll('button')].some((button) => button.checkVisibility());
    const number = summary.shadowRoot!.querySelector('[part~=reference]')!.checkVisibility();
    await emulateMedia({ media: 'screen' });
    expect([shown, number]).to.deep.equal([false, true]);
  });

  it('can be printed', async () => {
    const summary = await open({ booking });
    const real = window.print;
    let printed = 0;
    window.print = () => void printed++;
    await patient(summary).presses('Print');
    window.print = real;
    expect(printed).to.equal(1);
  });
});
