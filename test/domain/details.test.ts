import { expect } from '@open-wc/testing';
import { isMinor, noDetails, problemsOf, toPatient, type Asks, type Details } from '../../src/domain/details.ts';

const today = '2026-11-23';
const usual: Asks = { phone: 'required', email: 'optional', birthDate: 'optional', note: 'optional' };
const maria: Details = { ...noDetails, name: 'Maria Santos', phone: '(303) 555-0100' };
const mother = { name: 'Rosa Santos', relation: 'mother', phone: '303 555 0101' };

/** Everything wrong with Maria's details once some of them are others: "phone missing". */
const wrongWith = (changed: Partial<Details>, asks: Partial<Asks> = {}, on = today) =>
  problemsOf({ ...maria, ...changed }, { ...usual, ...asks }, on).map(({ field, problem }) => `${field} ${problem}`);

describe('details', () => {
  const names: [string, boolean][] = [
    ['Maria Santos', true],
    ['Ö', true],
    ['李小龍', true],
    ['محمد', true],
    ["O'Neill-van der Berg Jr.", true],
    ['', false],
    ['   ', false],
    ['12345', false],
    ['--', false],
  ];
  for (const [name, fine] of names)
    it(`${fine ? 'takes' : 'refuses'} the name "${name}"`, () =>
      expect(wrongWith({ name })).to.deep.equal(fine ? [] : ['name missing']));

  const phones: [string, string[]][] = [
    ['(303) 555-0100', []],
    ['+1 303 555 0100', []],
    [' 303.555.0100 ', []],
    ['0049/30/123456', []],
    ['', ['phone missing']],
    ['  ', ['phone missing']],
    ['12345', ['phone wrong']],
    ['call me', ['phone wrong']],
    ['303-555-0100 ext 4', ['phone wrong']],
    ['1234567890123456', ['phone wrong']],
    ['++13035550100', ['phone wrong']],
  ];
  for (const [phone, wrong] of phones)
    it(`phone "${phone}": ${wrong.join() || 'fine'}`, () => expect(wrongWith({ phone })).to.deep.equal(wrong));

  const mails: [string, string[]][] = [
    ['maria@example.org', []],
    [' maria.s+myo@mail.example.co.uk ', []],
    ['mária@exämple.org', []],
    ['', []],
    ['maria', ['email wrong']],
    ['maria@example', ['email wrong']],
    ['maria@example.o', ['email wrong']],
    ['maria @example.org', ['email wrong']],
    ['maria@@example.org', ['email wrong']],
    ['maria@example.org, rosa@example.org', ['email wrong']],
  ];
  for (const [email, wrong] of mails)
    it(`e-mail "${email}": ${wrong.join() || 'fine'}`, () => expect(wrongWith({ email })).to.deep.equal(wrong));

  const births: [string, string[]][] = [
    ['1957-02-04', []],
    ['', []],
    ['2000-02-29', []],
    ['1906-01-01', []],
    ['1905-12-31', ['birthDate wrong']],
    ['0057-02-04', ['birthDate wrong']],
    ['1957-02-30', ['birthDate wrong']],
    ['2001-02-29', ['birthDate wrong']],
    ['1957-13-01', ['birthDate wrong']],
    ['-2-4', ['birthDate wrong']],
    ['1957--', ['birthDate wrong']],
    ['57-2-4', ['birthDate wrong']],
    ['2026-11-24', ['birthDate future']],
  ];
  for (const [birthDate, wrong] of births)
    it(`born on "${birthDate}": ${wrong.join() || 'fine'}`, () =>
      expect(wrongWith({ birthDate })).to.deep.equal(wrong));

  const asked: [string, Partial<Details>, Partial<Asks>, string[]][] = [
    ['a required e-mail', {}, { email: 'required' }, ['email missing']],
    ['a required date of birth', {}, { birthDate: 'required' }, ['birthDate missing']],
    ['a required note', { note: ' ' }, { note: 'required' }, ['note missing']],
    ['no phone where an e-mail will do', { phone: '', email: 'm@example.org' }, { phone: 'optional' }, []],
    ['one way to reach the patient', { phone: '' }, { phone: 'optional' }, ['phone contact']],
    ['an e-mail where nothing else is asked', { phone: '' }, { phone: 'hidden' }, ['email missing']],
    ['a phone where nothing else is asked', { phone: '' }, { phone: 'optional', email: 'hidden' }, ['phone contact']],
    ['nothing that is not on the form', { phone: '' }, { phone: 'hidden', email: 'hidden', birthDate: 'hidden' }, []],
    ['the name of who books', { bookedBy: { name: ' ', relation: '' } }, {}, ['bookedBy missing']],
    ['no relation', { bookedBy: { name: 'Rosa', relation: '' } }, {}, []],
    [
      'a guardian of a child',
      { birthDate: '2020-05-05' },
      {},
      ['guardian missing', 'guardianRelation missing', 'guardianPhone missing'],
    ],
    [
      'how the guardian is related',
      { birthDate: '2020-05-05', guardian: { ...mother, relation: ' ' } },
      {},
      ['guardianRelation missing'],
    ],
    [
      'a number of the guardian',
      { birthDate: '2020-05-05', guardian: { ...mother, phone: '' } },
      {},
      ['guardianPhone missing'],
    ],
    ['no guardian of somebody grown up', { birthDate: '1957-02-04', guardian: { ...mother, name: '' } }, {}, []],
    ['no guardian while the date is typed anew', { birthDate: '202-5-5', guardian: mother }, {}, ['birthDate wrong']],
    ['no more of a guardian', { birthDate: '2020-05-05', guardian: mother }, {}, []],
    [
      'a number that can be dialled',
      { birthDate: '2020-05-05', guardian: { ...mother, phone: 'x' } },
      {},
      ['guardianPhone wrong'],
    ],
  ];
  for (const [what, changed, asks, wrong] of asked)
    it(`asks for ${what}`, () => expect(wrongWith(changed, asks)).to.deep.equal(wrong));

  it('lists what is wrong in the order of the form', () => {
    const everything = { name: '', phone: '1', email: '@', birthDate: '1', bookedBy: { name: '', relation: '' } };
    expect(wrongWith(everything, { note: 'required' }).map((words) => words.split(' ')[0])).to.deep.equal([
      'name',
      'phone',
      'email',
      'birthDate',
      'note',
      'bookedBy',
    ]);
    expect(wrongWith({ birthDate: '2020-05-05', bookedBy: { name: '', relation: '' } })).to.deep.equal([
      'guardian missing',
      'guardianRelation missing',
      'guardianPhone missing',
      'bookedBy missing',
    ]);
  });

  const ages: [string, string, boolean][] = [
    ['2008-11-23', today, false],
    ['2008-11-24', today, true],
    ['2008-02-29', '2026-02-28', true],
    ['2008-02-29', '2026-03-01', false],
    [today, today, true],
    ['2026-11-24', today, false],
    ['', today, false],
    ['2020-05', today, false],
    ['1957-02-04', '', false],
  ];
  for (const [born, on, minor] of ages)
    it(`somebody born on "${born}" is ${minor ? '' : 'not '}a minor on "${on}"`, () =>
      expect(isMinor(born, on)).to.equal(minor));

  it('takes any date of birth while nobody knows what day it is', () => {
    expect(wrongWith({ birthDate: '1957-02-04' }, {}, '')).to.deep.equal([]);
  });

  describe('what travels', () => {
    it('is trimmed, and leaves out what is empty', () => {
      const typed = { ...maria, name: ' Maria Santos ', phone: ' 303 555 0100 ', email: ' ' };
      expect(JSON.parse(JSON.stringify(toPatient(typed, 'en')))).to.deep.equal({
        name: 'Maria Santos',
        phone: '303 555 0100',
        language: 'en',
      });
    });

    it('keeps "no" apart from "not said"', () => {
      expect(toPatient({ ...maria, returning: false }, 'en').returning).to.equal(false);
      expect(toPatient(maria, 'en').returning).to.equal(undefined);
    });

    it('names who books and who agrees', () => {
      const { bookedBy, guardian, reach } = toPatient(
        {
          ...maria,
          birthDate: '2020-05-05',
          bookedBy: { name: ' Rosa ', relation: ' ' },
          guardian: mother,
          reach: ['sms'],
        },
        'en',
      );
      expect(bookedBy).to.deep.equal({ name: 'Rosa', relation: undefined });
      expect(guardian).to.deep.equal(mother);
      expect(reach).to.deep.equal(['sms']);
    });

    const wishes: [Partial<Details>, Details['reach'] | undefined][] = [
      [{ reach: [] }, undefined],
      [{ reach: ['sms', 'email'] }, ['sms']],
      [{ reach: ['sms', 'email'], email: 'm@example.org' }, ['sms', 'email']],
      [{ reach: ['sms', 'phone'], phone: ' ' }, undefined],
    ];
    for (const [typed, reach] of wishes)
      it(`asks to be reminded by ${reach?.join(' and ') ?? 'nothing'} with ${JSON.stringify(typed)}`, () =>
        expect(toPatient({ ...maria, ...typed }, 'en').reach).to.deep.equal(reach));
  });
});
