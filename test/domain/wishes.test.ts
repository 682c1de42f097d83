import { expect } from '@open-wc/testing';
import type { Slot } from '../../src/contract/index.ts';
import {
  choicesOf,
  countWishes,
  firstOf,
  noWishes,
  suits,
  toggled,
  whoSuits,
  type Wishes,
} from '../../src/domain/wishes.ts';
import { catalog, slotAt } from '../helpers/fixture-clinic.ts';

const at = (slot: Slot, locationId: string | undefined): Slot => ({
  ...slot,
  appointments: slot.appointments.map((one) => ({ ...one, locationId })),
});
const wishing = (wishes: Partial<Wishes>): Wishes => ({ ...noWishes, ...wishes });
const thursday = slotAt('2026-12-03T09:00');
const [ana, ben] = catalog.therapists;

describe('wishes', () => {
  const times: [string, Partial<Wishes>, Slot, boolean][] = [
    ['nothing in particular', {}, thursday, true],
    ['the morning', { parts: ['morning'] }, thursday, true],
    ['the morning, up to noon', { parts: ['morning'] }, slotAt('2026-12-03T12:00'), false],
    ['the afternoon, up to five', { parts: ['afternoon'] }, slotAt('2026-12-03T17:00'), false],
    ['one of two parts of the day', { parts: ['morning', 'evening'] }, slotAt('2026-12-03T17:00'), true],
    ['Thursday', { weekdays: [4] }, thursday, true],
    ['Sunday, which is the seventh', { weekdays: [7] }, slotAt('2026-12-06T09:00'), true],
    ['another weekday', { weekdays: [1, 5] }, thursday, false],
    ['one place', { locationIds: ['l1'] }, thursday, true],
    ['another place', { locationIds: ['l2'] }, thursday, false],
    ['a place, of a time that names none', { locationIds: ['l2'] }, at(thursday, undefined), true],
    ['all of it together', { parts: ['morning'], weekdays: [4], locationIds: ['l2'] }, at(thursday, 'l2'), true],
    ['all of it, one of which is wrong', { parts: ['evening'], weekdays: [4] }, thursday, false],
    ['a language, which is no matter of times', { languages: ['pl'] }, thursday, true],
  ];
  for (const [what, wishes, slot, expected] of times)
    it(`for ${what}`, () => expect(suits(wishing(wishes), slot)).to.equal(expected));

  it('for one place rule out a visit of which a part is elsewhere', () => {
    const [one] = at(slotAt('2026-12-03T10:00'), 'l2').appointments;
    const visit = { ...thursday, appointments: [...thursday.appointments, one!] };
    expect(suits(wishing({ locationIds: ['l1'] }), visit)).to.equal(false);
    expect(suits(wishing({ locationIds: ['l1', 'l2'] }), visit)).to.equal(true);
  });

  const people: [string, Partial<Wishes>, unknown[]][] = [
    ['nobody in particular', {}, [ana, ben]],
    ['a language', { languages: ['es'] }, [ana]],
    ['either of two languages', { languages: ['es', 'pl'] }, [ana, ben]],
    ['a gender', { genders: ['male'] }, [ben]],
    ['what nobody has together', { genders: ['male'], languages: ['es'] }, []],
  ];
  for (const [what, wishes, expected] of people)
    it(`for ${what}`, () => expect(whoSuits(wishing(wishes), catalog.therapists)).to.deep.equal(expected));

  it('are offered where they make a difference', () => {
    const slots = [thursday, at(slotAt('2026-12-04T09:00'), 'l2')];
    const { locationIds, languages, genders } = choicesOf(catalog.therapists, slots);
    expect([locationIds, languages, genders]).to.deep.equal([
      ['l1', 'l2'],
      ['es', 'pl'],
      ['female', 'male'],
    ]);
    const alone = choicesOf([ana!], [thursday]);
    expect([alone.locationIds, alone.languages, alone.genders]).to.deep.equal([[], [], []]);
  });

  it('are taken in and out one by one', () => {
    const one = toggled(noWishes, 'parts', 'evening');
    const two = toggled(one, 'weekdays', 4);
    expect(countWishes(two)).to.equal(2);
    expect(toggled(two, 'parts', 'evening')).to.deep.equal(wishing({ weekdays: [4] }));
    expect(countWishes(noWishes)).to.equal(0);
  });

  it('find the first time of all and of each, whatever the order', () => {
    const late = slotAt('2026-12-03T17:15', 't2');
    const later = slotAt('2026-12-05T18:00');
    const { first, therapists } = firstOf(wishing({ parts: ['evening'] }), [later, thursday, late]);
    expect(first).to.equal(late);
    expect(therapists).to.deep.equal([
      { therapistId: 't2', slot: late },
      { therapistId: 't1', slot: later },
    ]);
    expect(firstOf(noWishes, [])).to.deep.equal({ first: null, therapists: [] });
  });
});
