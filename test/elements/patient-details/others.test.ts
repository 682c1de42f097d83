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
      'How are you related? (if you like)',
    ]);
    const tokens = ['Full name of the patient', 'Phone number we can call', 'E-mail', 'Month', 'Your own name'].map(
      (label) => (rosa.field(label) as HTMLInputElement).autocomplete,
    );
    expect(tokens).to.deep.equal(['off', 'off', 'off', 'off', 'name']);
    expect(details.reportValidity()).to.equal(false);
    await rosa.settled();
    expect(rosa.at).to.equal('Your own name');
    await rosa.types('Your own name', 'Rosa Santos');
    await rosa.types('How are you related?', 'her daughter');
    expect(details.value.bookedBy).to.deep.equal({ name: 'Rosa Santos', relation: 'her daughter' });
    expect(details.reportValidity()).to.equal(true);
  });

  it('forgets who books once it is the patient after all', async () => {
    const details = await open({ value: { ...maria, bookedBy: { name: 'Rosa', relation: '' } } });
    await patient(details).presses('I book for myself after all');
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
    expect(rosa.reads).to.include('The patient is under 18.');
    expect(details.reportValidity()).to.equal(false);
    await rosa.settled();
    expect(rosa.at).to.equal('Name of the parent or guardian');
    await rosa.types('Name of the parent or guardian', 'Rosa Santos');
    await rosa.types('Their phone number', 'none');
    await rosa.leaves('Their phone number');
    expect(rosa.error('Their phone number')).to.match(/^This number looks too short/);
    await rosa.types('Their phone number', '303 555 0101');
    expect(details.reportValidity()).to.equal(true);
  });

  it('asks no more once the year is mended', async () => {
    const details = await open({ value: { ...maria, birthDate: '2020-05-05' } });
    await patient(details).types('Year', '1957');
    expect(patient(details).isAsked).not.to.include('Name of the parent or guardian');
    expect(details.reportValidity()).to.equal(true);
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
    [['2', '30', '1957'], /There is no such date/],
    [['2', '4', '57'], /a year with four digits/],
    [['2', '4', ''], /There is no such date/],
    [['2', '4', '1857'], /There is no such date/],
    [['12', '24', '2026'], /has not come yet/],
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
