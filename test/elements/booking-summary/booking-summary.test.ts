import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Screening } from '../../../src/domain/checklist/index.ts';
import { chosen, open, patient } from '../../helpers/summary-page.ts';
import { slotAt } from '../../helpers/fixture-clinic.ts';
import { waitUntil as until } from '../../helpers/wait-until.ts';

const screening: Screening = { outcome: 'book', ruledOut: [], sites: [], reasons: [], missing: [] };
const consents = [
  { id: 'treatment', version: '2', text: 'I agree to the treatment.', required: true },
  { id: 'news', version: '1', text: 'You may write to me.', required: false },
  { id: 'share', version: '1', text: 'I agree that my doctor is told.', required: true },
];

describe('<myo-booking-summary>, the review', () => {
  it('is accessible, also with something missing, and while it is booked', async () => {
    const summary = await open();
    await expect(summary).to.be.accessible();
    summary.reportValidity();
    await summary.updateComplete;
    await expect(summary).to.be.accessible();
    summary.confirming = true;
    await summary.updateComplete;
    await expect(summary).to.be.accessible();
  });

  it('shows everything that will be booked', async () => {
    const summary = await open();
    expect(patient(summary).heading).to.equal('Is this right?');
    expect(patient(summary).rows).to.deep.equal([
      'Treatment: Medical massage and Hot towels',
      'Time: Tuesday, December 1, 9:00 – 10:00 AM',
      'With: Ana Reyes',
      'Where: Cedar Ridge, 12 Juniper Street, Denver',
      'Price: $107',
      'Patient: Maria Santos (303) 555-0100',
    ]);
    expect(patient(summary).reads).to.include('Mountain Time, as at the clinic.');
    expect(patient(summary).reads).to.include('Please cancel at least 24 hours ahead.');
  });

  it('has no row for what is not known', async () => {
    const summary = await open({ chosen: { service: chosen.service } });
    expect(patient(summary).rows.map((row) => row.split(':')[0])).to.deep.equal(['Treatment', 'Patient']);
  });

  it('shows a visit as one time with two therapists', async () => {
    const appointments = [slotAt('2026-12-01T09:00'), slotAt('2026-12-01T10:15', 't2', 's10', 30)].flatMap(
      (slot) => slot.appointments,
    );
    const { rows } = patient(await open({ chosen: { ...chosen, appointments } }));
    expect(rows).to.include('Time: Tuesday, December 1, 9:00 – 10:45 AM');
    expect(rows).to.include('With: Ana Reyes, then Ben Kowalski');
  });

  it('leads back to each part, and says which', async () => {
    const summary = await open({ screening });
    const steps: string[] = [];
    summary.addEventListener('myo-step-select', ({ detail }) => steps.push(detail.step));
    for (const what of ['Treatment', 'Time', 'Patient', 'Checklist']) await patient(summary).presses(`Change: ${what}`);
    expect(steps).to.deep.equal(['service', 'calendar', 'details', 'checklist']);
    expect(patient(summary).rows).to.include('Checklist: Answered');
    for (const button of summary.shadowRoot!.querySelectorAll('[part~=change]'))
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('says how the therapist will adapt, before anything is booked', async () => {
    const adapt = {
      linkId: 'q',
      outcome: 'adapt',
      patientText: 'We keep off your left knee.',
      therapistText: 'OA',
    } as const;
    const summary = await open({ screening: { ...screening, outcome: 'adapt', reasons: [adapt] as never } });
    expect(patient(summary).notes).to.deep.equal(['Good to know We keep off your left knee.']);
    await expect(summary).to.be.accessible();
  });

  it('goes by the clock of the place', async () => {
    const summary = await open({
      chosen: { ...chosen, location: { ...chosen.location, timeZone: 'America/Chicago' } },
    });
    expect(patient(summary).reads).to.include('Central Time, as at the clinic.');
  });

  it('says how it is held where nobody comes to the clinic', async () => {
    const byVideo = chosen.appointments.map((one) => ({ ...one, mode: 'video' }));
    const summary = await open({ chosen: { ...chosen, appointments: byVideo } });
    expect(patient(summary).reads).to.include('WhereBy video').and.not.to.include(chosen.location.name);
    summary.chosen = { ...chosen, appointments: byVideo.map((one) => ({ ...one, mode: 'pool' })) };
    await summary.updateComplete;
    expect(patient(summary).reads, 'what nobody has a word for').to.include(chosen.location.name);
  });

  it('says once more that a doctor should agree first', async () => {
    const summary = await open({ screening: { ...screening, outcome: 'clearance' } });
    expect(patient(summary).notes.join()).to.match(/Your doctor should agree first/);
    await expect(summary).to.be.accessible();
    summary.screening = screening;
    await summary.updateComplete;
    expect(patient(summary).notes).to.deep.equal([]);
  });

  it('says that a therapist phones first where the clinic rather does, and a doctor where one question still asks for one', async () => {
    const asks = (linkId: string) => ({ outcome: 'clearance', linkId, patientText: '', therapistText: '' });
    const unclear = { ...screening, outcome: 'clearance', reasons: [asks('clot')] } as never;
    const summary = await open({ screening: unclear, phoneFirst: ['clot'] });
    expect(patient(summary).notes.join()).to.include(
      'Your therapist phones you first. We keep the time for you until then.',
    );
    summary.screening = { ...screening, outcome: 'clearance', reasons: [asks('clot'), asks('heart')] } as never;
    await summary.updateComplete;
    expect(patient(summary).notes.join()).to.include('Your doctor should agree first.');
  });

  it('shows what the patient typed as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const summary = await open({ details: { ...(await open()).details, name }, policyText: '<b>Late</b>' });
    expect(patient(summary).rows.at(-1)).to.include(name);
    expect(summary.shadowRoot!.querySelector('img, p b')).to.equal(null);
  });

  it('says whom it is for, and who books, where somebody books for somebody else', async () => {
    const summary = await open();
    summary.details = { ...summary.details, email: 'maria@example.org', bookedBy: { name: 'Rosa', relation: '' } };
    await summary.updateComplete;
    expect(patient(summary).rows.slice(-2)).to.deep.equal([
      'Patient: Maria Santos (303) 555-0100, maria@example.org',
      'Your own name: Rosa',
    ]);
  });

  describe('consents', () => {
    it('have to be ticked where the clinic says so', async () => {
      const summary = await open({ consents });
      const maria = patient(summary);
      let asked = 0;
      summary.addEventListener('myo-booking-submit', () => asked++);
      await maria.presses('Confirm booking');
      expect(asked).to.equal(0);
      expect(maria.errors).to.have.length(3);
      expect(maria.at).to.equal('I agree to the treatment.');
      await maria.ticks('I agree to the treatment.');
      expect(maria.errors).to.have.length(2);
      await maria.presses('Confirm booking');
      expect(maria.at).to.equal('I agree that my doctor is told.');
      await maria.ticks('I agree that my doctor');
      await maria.presses('Confirm booking');
      expect(asked).to.equal(0);
      expect(maria.at).to.equal('Sign here: full name');
      expect(maria.errors).to.deep.equal(['Please enter the full name.']);
      await maria.signs('...');
      expect(summary.reportValidity(), 'a name has letters').to.equal(false);
      await maria.signs('Maria Santos');
      expect(summary.reportValidity()).to.equal(true);
      await maria.presses('Confirm booking');
      expect(asked).to.equal(1);
    });

    it('are read with what is wrong, whatever the clinic calls them', async () => {
      const summary = await open({ consents: consents.map((one, index) => ({ ...one, id: `my "consent" ${index}` })) });
      summary.reportValidity();
      await patient(summary).settled();
      const described = [...summary.shadowRoot!.querySelectorAll('input')].map(
        (box) => summary.shadowRoot!.getElementById(box.getAttribute('aria-describedby')!)?.textContent ?? '',
      );
      expect(described.map((words) => words.includes('Please tick this'))).to.deep.equal([true, false, true, false]);
    });

    it('are ticked by nobody but the patient, and can be taken back', async () => {
      const summary = await open({ consents });
      const maria = patient(summary);
      const told: unknown[] = [];
      summary.addEventListener('myo-consent-change', ({ detail }) => told.push(detail.consentIds));
      expect(consents.some(({ text }) => maria.ticked(text))).to.equal(false);
      await maria.ticks('You may write to me.');
      await maria.ticks('I agree to the treatment.');
      await maria.ticks('You may write to me.');
      expect(told).to.deep.equal([['news'], ['news', 'treatment'], ['treatment']]);
      expect(summary.consented).to.deep.equal(['treatment']);
    });

    it('can be given with the keyboard alone', async () => {
      const summary = await open();
      let asked = 0;
      summary.addEventListener('myo-booking-submit', () => asked++);
      summary.shadowRoot!.querySelector<HTMLElement>('input')!.focus();
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Maria Santos' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      expect(asked).to.equal(1);
    });
  });

  it('are signed by who agrees for a minor, and by nobody where nothing was agreed to', async () => {
    const summary = await open({ consents: consents.filter(({ required }) => !required) });
    expect(summary.reportValidity(), 'nothing is ticked, nothing to sign').to.equal(true);
    await patient(summary).ticks('You may write to me.');
    expect(summary.reportValidity()).to.equal(false);
    summary.details = {
      ...summary.details,
      guardian: { name: 'Rosa Santos', relation: 'mother', phone: '303 555 0101' },
    };
    await summary.updateComplete;
    await patient(summary).signs('Rosa Santos', 'Sign here: full name of the parent or guardian');
    expect(summary.reportValidity()).to.equal(true);
    expect(summary.signature).to.equal('Rosa Santos');
    await expect(summary).to.be.accessible();
  });

  it('shows everything else that was typed', async () => {
    const summary = await open();
    summary.details = {
      ...summary.details,
      birthDate: '2015-04-02',
      reach: ['sms'],
      note: 'The bell is hard to hear',
      guardian: { name: 'Rosa Santos', relation: 'mother', phone: '303 555 0101' },
    };
    await summary.updateComplete;
    expect(patient(summary).rows.slice(-4)).to.deep.equal([
      'Date of birth: April 2, 2015',
      'How may we remind you?: By text message',
      'Anything your therapist should know?: The bell is hard to hear',
      'Name of the parent or guardian: Rosa Santos, mother, 303 555 0101',
    ]);
  });

  it('asks for the code that was sent, once the endpoint asks for it', async () => {
    const summary = await open({ consents: [], code: '' });
    await until(() => summary.shadowRoot!.getElementById('code'));
    let code: string | undefined;
    summary.addEventListener('myo-booking-submit', () => (code = summary.code));
    await patient(summary).signs('123 456', 'The code that we have sent you');
    await patient(summary).presses('Confirm booking');
    expect(code).to.equal('123 456');
    expect(summary.shadowRoot!.querySelector<HTMLInputElement>('#code')!.autocomplete).to.equal('one-time-code');
    await expect(summary).to.be.accessible();
  });

  it('confirms once, however often the button is pressed', async () => {
    const summary = await open({ consents: [] });
    let asked = 0;
    summary.addEventListener('myo-booking-submit', () => {
      asked++;
      summary.confirming = true; // As whoever owns the booking does.
    });
    await patient(summary).presses('Confirm booking');
    expect(patient(summary).canUse('Booking …')).to.equal(false);
    await patient(summary).presses('Booking …');
    await patient(summary).presses('Booking …');
    expect(asked).to.equal(1);
    expect(patient(summary).at).to.equal(''); // A mouse moves no focus.
    summary.confirming = false;
    await summary.updateComplete;
    await patient(summary).presses('Confirm booking');
    expect(asked).to.equal(2);
  });
});
