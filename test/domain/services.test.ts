import { expect } from '@open-wc/testing';
import type { Service } from '../../src/contract/index.ts';
import { familiesOf, isCurrent, isFor, lowestPrice, placesOf, topicsOf } from '../../src/domain/services.ts';
import { catalog } from '../helpers/fixture-clinic.ts';

const plain: Service = { ...catalog.services[2]!, symptoms: [], bodyAreas: [], conditions: [], price: undefined };
const service = (id: string, rest: Partial<Service> = {}): Service => ({ ...plain, id, name: id, ...rest });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const ids = (services: readonly Service[], chosen = '') =>
  familiesOf(services, chosen).map((family) => family.map(({ id }) => id).join('+'));

describe('services', () => {
  const lists: [string, readonly Service[], string, string[]][] = [
    ['none', [], '', []],
    [
      'lengths of one family, shortest first',
      [service('b', { family: 'f', minutes: 60 }), service('c'), service('a', { family: 'f', minutes: 30 })],
      '',
      ['a+b', 'c'],
    ],
    [
      'no family in common by having none',
      [service('a', { family: '' }), service('b', { family: '', minutes: 90 })],
      '',
      ['a', 'b'],
    ],
    ['two of one length as two', [service('a', { family: 'f' }), service('b', { family: 'f' })], '', ['a', 'b']],
    [
      'a first assessment last',
      [service('a', { kind: 'assessment' }), service('b', { kind: 'quite new' })],
      '',
      ['b', 'a'],
    ],
    ['nothing that is by link only', [service('a', { listed: false }), service('b')], '', ['b']],
    ['by link only once it is chosen', [service('a', { listed: false }), service('b')], 'a', ['a', 'b']],
  ];
  for (const [what, services, chosen, expected] of lists)
    it(`lists ${what}`, () => expect(ids(services, chosen)).to.deep.equal(expected));

  it('finds a family by whatever one of its lengths is for', () => {
    const [family] = familiesOf([
      service('a', { family: 'f', minutes: 30, symptoms: ['pain'] }),
      service('b', { family: 'f', minutes: 60, bodyAreas: ['back'] }),
    ]);
    for (const [code, found] of [
      ['pain', true],
      ['back', true],
      ['scar', false],
    ] as const)
      expect(isFor(family!, code), code).to.equal(found);
  });

  const topics: [string, readonly Service[], string[]][] = [
    [
      'nothing that all of them share',
      [service('a', { symptoms: ['pain'] }), service('b', { symptoms: ['pain'] })],
      [],
    ],
    [
      'what halves the list first',
      [service('a', { symptoms: ['x', 'y'] }), service('b', { symptoms: ['y'] }), service('c'), service('d')],
      ['y', 'x'],
    ],
    [
      'nothing that only a first assessment is for',
      [service('a', { kind: 'assessment', symptoms: ['x'] }), service('b', { symptoms: ['y'] }), service('c')],
      ['y'],
    ],
    ['a code of two lists once', [service('a', { symptoms: ['back'], bodyAreas: ['back'] }), service('b')], ['back']],
    [
      'mostly where it hurts',
      [
        service('a', { bodyAreas: ['p1', 'p2', 'p3', 'p4'], conditions: ['c1', 'c2'], symptoms: ['f1', 'f2'] }),
        service('b'),
      ],
      ['p1', 'c1', 'f1', 'p2', 'p3', 'p4', 'c2', 'f2'],
    ],
  ];
  for (const [what, services, expected] of topics)
    it(`offers ${what}`, () => expect(topicsOf(familiesOf(services)).map(({ code }) => code)).to.deep.equal(expected));

  const prices: [string, (string | undefined)[], string | undefined, boolean][] = [
    ['one', ['75.00'], '75.00', false],
    ['the lowest of several by value, not by letters', ['100.00', '95.00'], '95.00', true],
    ['the same twice', ['50.00', '50.00'], '50.00', false],
    ['one where others are missing', [undefined, '80.00'], '80.00', false],
    ['none', [undefined], undefined, false],
  ];
  for (const [what, amounts, lowest, more] of prices)
    it(`names the price of ${what}`, () => {
      const [family] = familiesOf(
        amounts.map((amount, index) =>
          service(`${index}`, { family: 'f', minutes: index + 1, price: amount ? usd(amount) : undefined }),
        ),
      );
      const price = lowestPrice(family!);
      expect(price?.price.amount).to.equal(lowest);
      expect(price?.more ?? false).to.equal(more);
    });

  it('knows where a service is given', () => {
    const { locations } = catalog.clinic;
    for (const [locationIds, expected] of [
      [['l2'], ['l2']],
      [undefined, ['l1', 'l2']],
      [[], ['l1', 'l2']],
      [['gone'], []],
    ] as const)
      expect(placesOf(service('a', { locationIds }), locations).map(({ id }) => id)).to.deep.equal(expected);
  });

  const [begins, ends] = ['2026-11-23T17:00:00-07:00', '2026-11-25T08:00:00-07:00'];
  const notices: [string | undefined, string | undefined, string, boolean][] = [
    [undefined, undefined, '2026-11-23T12:00:00-07:00', true],
    [begins, ends, '2026-11-23T16:59:59-07:00', false],
    [begins, ends, begins, true],
    [begins, ends, '2026-11-25T07:59:59-07:00', true],
    [begins, ends, ends, false],
    [begins, ends, '2026-11-25T14:59:59Z', true],
    [begins, undefined, '2026-11-23T12:00:00-07:00', false],
    [begins, undefined, '2027-01-01T00:00:00Z', true],
    [undefined, ends, '2026-11-25T12:00:00-07:00', false],
  ];
  for (const [from, to, at, holds] of notices)
    it(`a notice from ${from} to ${to} ${holds ? 'holds' : 'does not hold'} at ${at}`, () =>
      expect(isCurrent({ text: 'Closed.', from, to }, Date.parse(at))).to.equal(holds));
});
