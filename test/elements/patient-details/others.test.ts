import { expect } from '@open-wc/testing';
import { noDetails } from '../../../src/domain/details.ts';
import { open, patient } from '../../helpers/details-page.ts';

const maria = { ...noDetails, name: 'Maria Santos', phone: '303 555 0100' };

describe('<myo-patient-details>, for somebody else', () => {
  it('asks who books, speaks of the patient, and stops the browser from filling in the wrong person', async () => {
    const details = await open({ value: maria });
    const rosa = patient(details);
    await rosa.presses('I book for someone else');
    expect(rosa.isAsked).to.include.members([
      'Full name of the patient',
      'Phone number we can call',
      'Date of birth of the patient (if you like)',
      'Has the patient been here before?',
      'Your own name',
      'Relation to the patient (if you like)',
    ]);
    const tokens = ['Full name of the patient', 'Phone number we can call', 'E-mail', 'Month', 'Your own name'].map(
      (label) => (rosa.field(label) as HTMLInputElement).autocomplete,
    );
    expect(tokens).to.deep.equal(['off', 'off', 'off', 'off', 'name']);
    expect(details.reportValidity()).to.equal(false);
    await rosa.settled();
    expect(rosa.at).to.equal('Your own name');
    await rosa.types('Your own name', 'Rosa Santos');
    await rosa.types('Relation to the patient', 'her daughter');
    expect(details.value.bookedBy).to.deep.equal({ name: 'Rosa Santos', relation: 'her daughter' });
    expect(details.reportValidity()).to.equal(true);
  });

  it('forgets who books once it is the patient after all', async () => {
    const details = await open({ value: { ...maria, bookedBy: { name: 'Rosa', relation: '' } } });
    await patient(details).presses('I book for myself');
    expect(details.value.bookedBy).to.equal(undefined);
    expect(patient(details).isAsked).to.include('Full name').and.not.include('Your own name');
    expect(details.value.name).to.equal('Maria Santos');
  });

  it('says whether the fields for it are there', async () => {
    const details = await open();
    const button = () => details.shadowRoot!.querySelector('button')!;
    expect(button().ariaExpanded).to.equal('false');
    await patient(details).presses('I book for someone else');
    expect(button().ariaExpanded).to.equal('true');
  });
});

describe('<myo-patient-details>, for a child', () => {
  it('asks for a parent or guardian, and says why', async () => {
    const details = await open({ value: maria });
    const rosa = patient(details);
    await rosa.types('Month', '5');
    await rosa.types('Day', '5');
    await rosa.types('Year', '2020');
    expect(rosa.reads).to.include('Under 18: a parent or guardian must agree');
    expect(details.reportValidity()).to.equal(false);
    await rosa.settled();
    expect(rosa.at).to.equal('Name of the parent or guardian');
    await rosa.types('Name of the parent or guardian', 'Rosa Santos');
    await rosa.types('Their phone number', 'none');
    await rosa.leaves('Their phone number');
    expect(rosa.error('Their phone number')).to.match(/^Please check the number\. Enter it like/);
    await rosa.types('Their phone number', '303 555 0101');
    expect(details.reportValidity(), 'anybody could say so').to.equal(false);
    await rosa.settled();
    expect(rosa.at).to.equal('Relation to the patient');
    await rosa.types('Relation to the patient', 'Mother');
    expect(details.reportValidity()).to.equal(true);
  });

  for (const [what, year] of [
    ['mended', '1957'],
    ['taken away with the rest of the date', ''],
  ] as const)
    it(`asks no more, and forgets the guardian, once the year is ${what}`, async () => {
      const details = await open({ value: { ...maria, birthDate: '2020-05-05' } });
      const rosa = patient(details);
      await rosa.types('Name of the parent or guardian', 'Rosa Santos');
      await rosa.types('Year', year);
      if (!year) for (const part of ['Month', 'Day']) await rosa.types(part, '');
      await rosa.leaves(year ? 'Year' : 'Day');
      expect(rosa.isAsked).not.to.include('Name of the parent or guardian');
      expect(details.value.guardian).to.equal(undefined);
      expect(details.reportValidity()).to.equal(true);
    });

  it('shows what is asked of a minor who was known before, and goes to it', async () => {
    const details = await open({ value: { ...maria, birthDate: '2020-05-05' } });
    expect(details.reportValidity()).to.equal(false);
    await patient(details).settled();
    expect(patient(details).at).to.equal('Name of the parent or guardian');
    expect(patient(details).errors).to.have.length(3);
  });

  it('keeps what was typed about the guardian while the date is typed anew', async () => {
    const details = await open({ value: { ...maria, birthDate: '2020-05-05' } });
    const rosa = patient(details);
    await rosa.types('Name of the parent or guardian', 'Rosa Santos');
    await rosa.types('Relation to the patient', 'Mother');
    await rosa.types('Year', '202');
    expect(rosa.isAsked).not.to.include('Name of the parent or guardian');
    await rosa.types('Year', '2021');
    expect(rosa.field('Name of the parent or guardian').value).to.equal('Rosa Santos');
    expect(rosa.field('Relation to the patient').value).to.equal('Mother');
  });

  it('takes a year that is still to come for a slip of the finger', async () => {
    const details = await open({ value: maria });
    details.born('2057-02-04');
    await details.updateComplete;
    expect(patient(details).isAsked).not.to.include('Name of the parent or guardian');
    expect(details.reportValidity()).to.equal(false);
  });

  it('asks nobody for a guardian while it does not know what day it is', async () => {
    const details = await open({ today: '', value: maria });
    await patient(details).types('Month', '2');
    await patient(details).types('Day', '4');
    await patient(details).types('Year', '1957');
    expect(details.reportValidity()).to.equal(true);
  });
});

describe('<myo-patient-details>, the date of birth', () => {
  const places: [string, string[]][] = [
    ['en-US', ['Month', 'Day', 'Year']],
    ['en-GB', ['Day', 'Month', 'Year']],
  ];
  for (const [lang, order] of places)
    it(`stands as people in ${lang} write it, and loses no digit on the way`, async () => {
      const details = await open({ value: maria }, lang);
      const rosa = patient(details);
      expect(rosa.isAsked.filter((words) => order.includes(words))).to.deep.equal(order);
      const digits: Record<string, string> = { Day: '4', Month: '12', Year: '1957' };
      const typed: Record<string, string> = {};
      for (const part of order) {
        for (const digit of digits[part]!) {
          typed[part] = (typed[part] ?? '') + digit;
          await rosa.types(part, typed[part]);
          for (const [other, value] of Object.entries(typed)) expect(rosa.field(other).value).to.equal(value);
          expect(rosa.errors).to.deep.equal([]);
        }
      }
      expect(details.value.birthDate).to.equal('1957-12-04');
    });

  const wrong: [string[], RegExp][] = [
    [['2', '30', '1957'], /Please check the date/],
    [['2', '4', '57'], /a year with four digits/],
    [['2', '4', ''], /Please check the date/],
    [['2', '4', '1857'], /Please check the date/],
    [['12', '24', '2026'], /^Please check the year/],
  ];
  for (const [[month, day, year], error] of wrong)
    it(`says what is wrong with month ${month}, day ${day}, year ${year || 'empty'}, once it is left`, async () => {
      const rosa = patient(await open({ value: maria }));
      await rosa.types('Month', month!);
      await rosa.types('Day', day!);
      await rosa.types('Year', year!);
      expect(rosa.errors).to.deep.equal([]);
      await rosa.leaves('Year');
      expect(rosa.error('Year')).to.match(error);
      expect(rosa.error('Month')).to.match(error);
    });
});
