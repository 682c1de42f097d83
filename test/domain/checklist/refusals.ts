import { expect } from '@open-wc/testing';
import { problemsOf, resource, type Json } from './questionnaires.ts';

/** What is wrong with the item 'q', all items, and the reason. */
export type Refusal = readonly [name: string, items: readonly Json[], reason: string | RegExp];

export function refuses(refusals: readonly Refusal[]) {
  for (const [name, items, reason] of refusals)
    it(name, () => {
      const problems = problemsOf(resource(items));
      const fits = (found: string) => (typeof reason === 'string' ? found === reason : reason.test(found));
      const found = problems.filter((problem) => fits(problem.reason));
      expect(
        found.map(({ linkId }) => linkId),
        JSON.stringify(problems),
      ).to.include('q');
    });
}
