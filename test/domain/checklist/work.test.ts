import { expect } from '@open-wc/testing';
import { evaluate, screen, type Answers, type Questionnaire } from '../../../src/domain/checklist/index.ts';
import { allYes, largeQuestionnaire } from './large.ts';

const context = { services: ['all'], today: '2026-11-23' };

/** How often something was looked at. */
interface Counter {
  looks: number;
  /** At what a condition wants to know: each look is one condition that was reckoned. */
  conditions: number;
}

/** The same, where every look at anything in it is counted, however deep. */
function watched<Whole extends object>(whole: Whole, counter: Counter): Whole {
  const known = new WeakMap<object, object>();
  const watch = (target: object): object => {
    const proxy =
      known.get(target) ??
      new Proxy(target, {
        get: (from, name) => {
          counter.looks++;
          if (name === 'operator') counter.conditions++;
          const value: unknown = Reflect.get(from, name);
          return typeof value === 'object' && value ? watch(value) : value;
        },
      });
    known.set(target, proxy);
    return proxy;
  };
  return watch(whole) as Whole;
}

/** What evaluating and screening so many questions takes, each of which but the first of a group hangs on the one before. */
function work(size: number): Counter {
  const counter = { looks: 0, conditions: 0 };
  const questionnaire: Questionnaire = watched(largeQuestionnaire(size), counter);
  const answers: Answers = watched(allYes(size), counter);
  const { enabled } = evaluate(questionnaire, answers, context);
  expect([...enabled].filter((linkId) => linkId.startsWith('q'))).to.have.length(size);
  expect(screen(questionnaire, answers, context).outcome).to.equal('book');
  return counter;
}

describe('a Questionnaire of many hundred questions', () => {
  const [few, half, whole] = [work(250), work(500), work(950)];

  it('is evaluated and screened with as many looks at each question, however many there are', () => {
    expect(half.looks / 500).to.be.closeTo(few.looks / 250, 0.5);
    expect(whole.looks / 950).to.be.closeTo(few.looks / 250, 0.5);
  });

  it('reckons each condition once to evaluate and once to screen', () => {
    for (const [size, { conditions }] of [
      [250, few],
      [500, half],
      [950, whole],
    ] as const)
      expect(conditions).to.equal(2 * (size - size / 25));
  });
});
