import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { noDetails } from '../../../src/domain/details.ts';
import { open, patient } from '../../helpers/details-page.ts';

const everything = { phone: 'optional', email: 'optional', birthDate: 'optional', note: 'optional' } as const;

describe('<myo-patient-details>', () => {
  it('is accessible, empty, with every error, for somebody else and for a child', async () => {
    const details = await open();
    await expect(details).to.be.accessible();
    details.reportValidity();
    await details.updateComplete;
    await expect(details).to.be.accessible();
    details.born('2020-05-05');
    await patient(details).presses('I book for someone else');
    await patient(details).types('Phone number we can call', '303 555 0100');
    details.reportValidity();
    await details.updateComplete;
    expect(patient(details).errors).to.have.length(5);
    await expect(details).to.be.accessible();
  });

  it('says what is wrong only once a field is left', async () => {
    const details = await open();
    const maria = patient(details);
    await maria.types('Mobile phone', '30');
    expect(maria.errors).to.deep.equal([]);
    await maria.leaves('Mobile phone');
    expect(maria.error('Mobile phone')).to.match(/^Please check the number\. Enter it like/);
    expect(maria.field('Mobile phone').ariaInvalid).to.equal('true');
    await maria.types('Mobile phone', '303 555 0100');
    expect(maria.errors).to.deep.equal([]);
    expect(maria.field('Mobile phone').ariaInvalid).to.equal('false');
  });

  it('lets a patient pass through a field without a word', async () => {
    const details = await open();
    const maria = patient(details);
    maria.field('Full name').focus();
    for (let field = 0; field < 8; field++) await sendKeys({ press: 'Tab' });
    await maria.settled();
    expect(maria.errors).to.deep.equal([]);
  });

  it('shows everything that is missing, and goes to the first of it', async () => {
    const details = await open({ asks: { ...everything, phone: 'required', birthDate: 'required', note: 'required' } });
    const maria = patient(details);
    expect(details.reportValidity()).to.equal(false);
    await maria.settled();
    expect(maria.errors).to.deep.equal([
      'Please enter a name.',
      'Please enter a phone number.',
      'Please enter the date of birth.',
      'Please write something for your therapist.',
    ]);
    expect(maria.at).to.equal('Full name');
    expect(maria.error('Full name')).to.equal('Please enter a name.');
    expect(maria.error('Month')).to.equal('Please enter the date of birth.');
    await maria.types('Full name', 'Maria Santos');
    await maria.types('Mobile phone', '303 555 0100');
    details.reportValidity();
    await maria.settled();
    expect(maria.at).to.equal('Month');
    details.born('1957-02-04');
    await maria.types('Anything your therapist should know?', 'Stairs.');
    expect(details.reportValidity()).to.equal(true);
  });

  const mails: [string, RegExp | undefined][] = [
    ['maria@example.org', undefined],
    ['maria@example', /should look like/],
    ['', undefined],
  ];
  for (const [typed, error] of mails)
    it(`takes an e-mail as people write it: "${typed}"`, async () => {
      const maria = patient(await open());
      await maria.types('E-mail', typed);
      await maria.leaves('E-mail');
      expect(maria.error('E-mail')).to.match(error ?? /^$/);
    });

  it('wants one of phone and e-mail where the clinic asks for neither', async () => {
    const details = await open({ asks: everything, value: { ...noDetails, name: 'Maria' } });
    const maria = patient(details);
    expect(details.reportValidity()).to.equal(false);
    await maria.settled();
    expect(maria.errors).to.deep.equal(['Please enter a phone number or an e-mail address.']);
    await maria.types('E-mail', 'maria@example.org');
    expect(maria.errors).to.deep.equal([]);
    expect(details.reportValidity()).to.equal(true);
  });

  it('never keeps a patient from going on because of something that is not on screen', async () => {
    const ways: (typeof details.asks)[] = [
      { ...everything, phone: 'hidden' },
      { ...everything, email: 'hidden' },
      { ...everything, phone: 'hidden', email: 'required' },
    ];
    const details = await open();
    for (const asks of ways) {
      Object.assign(details, { asks, value: { ...noDetails, name: 'Maria' } });
      expect(details.reportValidity()).to.equal(false);
      await patient(details).settled();
      expect(patient(details).errors).to.have.length(1);
      expect(patient(details).at).not.to.equal('');
    }
  });

  it('asks for nothing that the clinic does not want to know', async () => {
    const details = await open({
      asks: { phone: 'required', email: 'hidden', birthDate: 'hidden', note: 'hidden' },
    });
    expect(patient(details).isAsked).to.deep.equal(['Full name', 'Mobile phone', 'Have you been here before?']);
  });

  it('says which fields need not be filled in', async () => {
    const details = await open({ asks: { ...everything, birthDate: 'required' } });
    const optional = patient(details).isAsked.filter((words) => words.includes('(if you'));
    expect(optional).to.deep.equal(['E-mail (if you have one)', 'Anything your therapist should know? (if you like)']);
  });

  it('asks plainly for an e-mail address where it has to be there', async () => {
    const { isAsked } = patient(await open({ asks: { ...everything, email: 'required' } }));
    expect(isAsked).to.include('E-mail');
  });

  it('takes no more than can be sent', async () => {
    const maria = patient(await open());
    const longest = (label: string) => maria.field(label).maxLength;
    expect(longest('Full name')).to.be.within(60, 200);
    expect(longest('Mobile phone')).to.equal(40);
    expect(longest('Anything your therapist')).to.equal(4000);
  });

  it('lets the browser fill in what it knows of the patient', async () => {
    const details = await open({}, 'en-US');
    const maria = patient(details);
    const tokens = ['Full name', 'Mobile phone', 'E-mail', 'Month', 'Day', 'Year'].map(
      (label) => (maria.field(label) as HTMLInputElement).autocomplete,
    );
    expect(tokens).to.deep.equal(['name', 'tel', 'email', 'bday-month', 'bday-day', 'bday-year']);
    expect((maria.field('Mobile phone') as HTMLInputElement).type).to.equal('tel');
    expect((maria.field('E-mail') as HTMLInputElement).type).to.equal('email');
  });

  it('asks for a reminder only where there is a way to send one', async () => {
    const details = await open();
    const maria = patient(details);
    expect(maria.isAsked).not.to.include('How may we remind you?');
    await maria.types('Mobile phone', '303 555 0100');
    await maria.picks('By text message');
    await maria.types('E-mail', 'maria@example.org');
    await maria.picks('By e-mail');
    expect(details.value.reach).to.have.members(['sms', 'email']);
    await maria.picks('By text message');
    expect(details.value.reach).to.deep.equal(['email']);
  });

  it('asks whether the patient is new, and takes nothing for granted', async () => {
    const details = await open();
    const maria = patient(details);
    expect([maria.picked('Yes'), maria.picked('No')]).to.deep.equal([false, false]);
    await maria.picks('No');
    expect(details.value.returning).to.equal(false);
    expect([maria.picked('Yes'), maria.picked('No')]).to.deep.equal([false, true]);
  });

  it('tells that something was typed, and whether it is enough, but never what', async () => {
    const details = await open();
    const told: unknown[] = [];
    details.addEventListener('myo-details-change', ({ detail }) => told.push(detail));
    await patient(details).types('Full name', 'Maria Santos');
    await patient(details).types('Mobile phone', '303 555 0100');
    expect(told).to.deep.equal([{ complete: false }, { complete: true }]);
    expect(details.value).to.include({ name: 'Maria Santos', phone: '303 555 0100' });
  });

  it("gives a page's form nothing", async () => {
    const details = await open({ value: { ...noDetails, name: 'Maria Santos' } });
    const form = document.createElement('form');
    document.body.append(form);
    form.append(details);
    expect([...new FormData(form)]).to.deep.equal([]);
    form.remove();
  });

  it("lets letters through to the field, past a page's hotkeys", async () => {
    const details = await open();
    const maria = patient(details);
    const eaten = (event: KeyboardEvent) => event.preventDefault();
    document.addEventListener('keydown', eaten);
    maria.field('Full name').focus();
    await sendKeys({ type: 'Maria' });
    document.removeEventListener('keydown', eaten);
    expect(details.value.name).to.equal('Maria');
  });

  it('can be filled in with the keyboard alone', async () => {
    const details = await open();
    const maria = patient(details);
    maria.field('Full name').focus();
    for (const typed of ['Maria Santos', '3035550100', 'm@example.org', '2', '4', '1957']) {
      await sendKeys({ type: typed });
      await sendKeys({ press: 'Tab' });
    }
    await sendKeys({ press: 'Space' });
    await maria.settled();
    expect(details.value).to.deep.include({
      name: 'Maria Santos',
      phone: '3035550100',
      email: 'm@example.org',
      birthDate: '1957-02-04',
      returning: true,
    });
    expect(maria.errors).to.deep.equal([]);
  });
});
