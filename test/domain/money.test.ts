import { expect } from '@open-wc/testing';
import { total } from '../../src/domain/money.ts';

describe('money', () => {
  const sums: [string, string[], string | undefined][] = [
    ['one price', ['95.00'], '95.00'],
    ['a whole number', ['95'], '95.00'],
    ['a tenth and two tenths, without a rounding error', ['0.1', '0.2'], '0.30'],
    ['less than one', ['0.05', '0.01'], '0.06'],
    ['nothing to pay', ['0', '0.00'], '0.00'],
    ['more than a float holds', ['999999999999.99', '0.01'], '1000000000000.00'],
    ['thousandths, as some currencies have them', ['1.500', '0.025'], '1.525'],
    ['none', [], undefined],
  ];
  for (const [what, amounts, sum] of sums)
    it(`adds ${what}`, () => {
      const prices = amounts.map((amount) => ({ amount, currency: 'USD' }));
      expect(total(prices)?.amount).to.equal(sum);
    });

  it('never adds two currencies', () => {
    expect(
      total([
        { amount: '95.00', currency: 'USD' },
        { amount: '95.00', currency: 'CAD' },
      ]),
    ).to.equal(undefined);
  });
});
