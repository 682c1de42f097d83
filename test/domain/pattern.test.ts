import { expect } from '@open-wc/testing';
import { fitsPattern, isSafePattern } from '../../src/domain/pattern.ts';

const long = 'a'.repeat(200);

describe('a pattern', () => {
  /** Patterns, and whether they may be tried. */
  const patterns: readonly (readonly [string, boolean])[] = [
    ['[^@\\s]+@[^@\\s]+\\.[^@\\s]+', true],
    ['\\+?\\d{1,3}[ -]?\\d{3}[ -]?\\d{4}', true],
    ['(?:AL|AK|AZ|CO)-\\d{5}', true],
    ['[)+*{]+', true],
    ['\\)+', true],
    ['.*.*.*x', true],
    ['a{0,200}a{0,200}a{0,200}x', true],
    [`${'a?'.repeat(23)}x`, true],
    ['[', false],
    ['(a|a)*', false],
    ['(a+)+x', false],
    ['(a*){2,}x', false],
    ['.*.*.*.*x', false],
    ['(?:.*.*)(?:.*.*)x', false],
    ['a{0,200}a{1,}a{2,}a*x', false],
    [`(?:${'a|'.repeat(20)}b)-\\d{5}`, true],
    ['a{300,}.*.*.*.*x', false],
    [`${'a?'.repeat(30)}${'a'.repeat(30)}`, false],
    [`${'(a|a)'.repeat(30)}x`, false],
    [`${'(a|a)?'.repeat(15)}x`, false],
  ];
  for (const [pattern, isSafe] of patterns)
    it(`${pattern.slice(0, 40)} is ${isSafe ? 'tried, and soon done with' : 'refused'}`, () => {
      expect(isSafePattern(pattern)).to.equal(isSafe);
      if (!isSafe) return;
      const began = performance.now();
      fitsPattern(pattern, long);
      expect(performance.now() - began).to.be.below(2000);
    });

  it('has to fit from end to end', () => {
    expect(fitsPattern('a|b', 'a')).to.equal(true);
    expect(fitsPattern('a|b', 'ax')).to.equal(false);
    expect(fitsPattern('a|b', 'xb')).to.equal(false);
  });

  it('is held against no text that is longer than any that fits in a line', () => {
    expect(fitsPattern('a*', long)).to.equal(true);
    expect(fitsPattern('a*', `${long}a`)).to.equal(false);
  });
});
