import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { dateField } from '../../../src/elements/shared/date-field.ts';

const words = { day: 'Day', month: 'Month', year: 'Year' };

/** The three fields in a box, and what they said last. */
async function open(locale: string, { value = '', partial = false } = {}) {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const said: string[] = [];
  let left = 0;
  const show = (shown: string) =>
    render(
      dateField({
        id: 'when',
        value: shown,
        words,
        locale,
        partial,
        onInput: (typed) => {
          said.push(typed);
          show(typed);
        },
        onLeave: () => left++,
      }),
      box,
    );
  show(value);
  const field = (part: string) => box.querySelector<HTMLInputElement>(`#when-${part}`)!;
  return {
    box,
    said,
    times: () => left,
    field,
    types: (part: string, typed: string) => {
      field(part).value = typed;
      field(part).dispatchEvent(new Event('input', { bubbles: true }));
      return said.at(-1);
    },
    labels: () => [...box.querySelectorAll('label')].map((label) => label.textContent),
  };
}

describe('the date in three fields', () => {
  const orders: readonly (readonly [string, readonly string[]])[] = [
    ['en-US', ['Month', 'Day', 'Year']],
    ['en-GB', ['Day', 'Month', 'Year']],
    ['sv', ['Year', 'Month', 'Day']],
  ];
  for (const [locale, order] of orders)
    it(`stands in the order of ${locale}, each field with its label`, async () => {
      const date = await open(locale);
      expect(date.labels()).to.deep.equal(order);
      await expect(date.box).to.be.accessible();
    });

  it('says a whole date once it is whole, and every digit until then', async () => {
    const date = await open('en-US');
    expect(date.types('month', '2')).to.equal('-2-');
    expect(date.types('day', '4')).to.equal('-2-4');
    expect(date.types('year', '195')).to.equal('195-2-4');
    expect(date.types('year', '1957')).to.equal('1957-02-04');
    expect(date.field('day').value).to.equal('4');
    expect([date.types('year', ''), date.types('month', ''), date.types('day', '')].at(-1)).to.equal('');
  });

  it('takes digits only', async () => {
    const date = await open('en-US', { value: '1957-02-04' });
    expect(date.types('day', '1x')).to.equal('1957-02-01');
  });

  it('takes about when: the year, or month and year', async () => {
    const date = await open('en-US', { partial: true });
    expect(date.types('year', '2026')).to.equal('2026');
    expect(date.types('month', '5')).to.equal('2026-05');
    expect(date.types('day', '17')).to.equal('2026-05-17');
    expect(date.types('month', '')).to.equal('2026--17'); // No date: whoever asks has to say so.
  });

  it('is left only when all three fields are', async () => {
    const date = await open('en-US');
    date.field('month').focus();
    date.field('day').focus();
    expect(date.times()).to.equal(0);
    date.field('day').blur();
    expect(date.times()).to.equal(1);
  });
});
