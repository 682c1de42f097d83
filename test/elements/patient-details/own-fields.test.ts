import { expect } from '@open-wc/testing';
import { open, patient } from '../../helpers/details-page.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const fields = [
  { id: 'claim', label: 'Claim number', pattern: '[A-Z]{2}-\\d{4}', required: false },
  { id: 'insurer', label: 'Who pays?', choices: ['I do', 'My insurance'], required: true },
  { id: 'any thing', label: 'Referred by', required: false },
  { id: 'odd', label: 'Odd', pattern: '(a+)+', required: false },
];
const asks = { phone: 'optional', email: 'optional', birthDate: 'hidden', note: 'hidden' } as const;

describe("<myo-patient-details>, a clinic's own fields", () => {
  const opened = async () => {
    const element = await open({ fields, asks });
    await waitUntil(() => patient(element).isAsked.some((words) => words.startsWith('Claim number')));
    const maria = patient(element);
    await maria.types('Full name', 'Maria Santos');
    await maria.types('Mobile phone', '303 555 0100');
    return { element, maria };
  };

  it('are asked after the rest, and say which may be left empty', async () => {
    const { element, maria } = await opened();
    expect(maria.isAsked.slice(-4)).to.deep.equal([
      'Claim number (if you like)',
      'Who pays?',
      'Referred by (if you like)',
      'Odd (if you like)',
    ]);
    await expect(element).to.be.accessible();
  });

  it('keep the patient from going on only where the clinic cannot do without', async () => {
    const { element, maria } = await opened();
    expect(element.reportValidity()).to.equal(false);
    await maria.settled();
    expect(maria.errors).to.deep.equal(['Please fill this in: Who pays?.']);
    await expect(element).to.be.accessible();
    await maria.picks('My insurance');
    expect(maria.errors).to.deep.equal([]);
    expect(element.reportValidity()).to.equal(true);
    expect(element.value.fields).to.deep.equal({ insurer: 'My insurance' });
  });

  it('say what does not fit once they are left, and keep it', async () => {
    const { element, maria } = await opened();
    await maria.picks('I do');
    await maria.types('Claim number', 'AB 1');
    expect(maria.errors).to.deep.equal([]);
    await maria.leaves('Claim number');
    expect(maria.error('Claim number')).to.match(/^Please check this: Claim number/);
    expect(element.reportValidity()).to.equal(false);
    await maria.types('Claim number', 'AB-1234');
    await maria.types('Odd', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');
    expect(element.reportValidity(), 'a pattern that nobody should try is left to the endpoint').to.equal(true);
    expect(element.value.fields).to.deep.equal({
      insurer: 'I do',
      claim: 'AB-1234',
      odd: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
    });
  });
});
