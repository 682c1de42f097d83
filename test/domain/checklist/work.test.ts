import { expect } from '@open-wc/testing';
import { evaluate, screen, type Item } from '../../../src/domain/checklist/index.ts';
import { allYes, largeQuestionnaire } from './large.ts';

const context = { services: ['all'], today: '2026-11-23' };

/** How often anything of an item is looked at while all of them are evaluated and screened. */
function looks(size: number): number {
  let count = 0;
  const watched = (item: Item): Item =>
    new Proxy(
      { ...item, items: item.items.map(watched) },
      {
        get: (target, name) => {
          count++;
          return target[name as keyof Item];
        },
      },
    );
  const whole = largeQuestionnaire(size);
  const questionnaire = { ...whole, items: whole.items.map(watched) };
  const { enabled } = evaluate(questionnaire, allYes(size), context);
  expect([...enabled].filter((linkId) => linkId.startsWith('q'))).to.have.length(size);
  expect(screen(questionnaire, allYes(size), context).outcome).to.equal('book');
  return count;
}

describe('a Questionnaire of five hundred questions', () => {
  const [half, whole] = [looks(250), looks(500)];

  it(`is evaluated and screened with ${Math.round(whole / 500)} looks at each question, however many there are`, () => {
    expect(whole / 500).to.be.below(150);
    expect(whole / half).to.be.closeTo(2, 0.1);
  });
});
