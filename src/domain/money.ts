import type { Money } from '../contract/values.ts';

/** A decimal string as a whole number of ten-thousandths, so that adding never rounds. */
const scaled = (amount: string) => {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(4, '0'));
};

/** The sum of prices in one currency; undefined where there are none, or where currencies differ. */
export function total(prices: readonly Money[]): Money | undefined {
  const currency = prices[0]?.currency;
  if (!currency || prices.some((price) => price.currency !== currency)) return undefined;
  const sum = prices
    .reduce((amount, price) => amount + scaled(price.amount), 0n)
    .toString()
    .padStart(5, '0');
  const amount = `${sum.slice(0, -4)}.${sum.slice(-4).replace(/0{1,2}$/, '')}`;
  return { amount, currency };
}
