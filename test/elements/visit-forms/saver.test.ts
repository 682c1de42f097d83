import { expect } from '@open-wc/testing';
import { Saver } from '../../../src/elements/visit-forms/saver.ts';

/** A saver whose every save the test answers, one after another. */
function open(answers: readonly ('good' | 'away' | 'refused')[]) {
  const [sent, said, failures]: [string[], string[], unknown[]] = [[], [], []];
  const left = [...answers];
  const saver = new Saver<string>({
    save: async (value) => {
      sent.push(value);
      const answer = left.shift() ?? 'good';
      await Promise.resolve();
      if (answer !== 'good') throw new Error(answer);
    },
    said: (state) => said.push(state),
    passes: (error) => (error as Error).message === 'away',
    failed: (error) => failures.push(error),
    pause: 1,
    retry: 1,
  });
  return { saver, sent, said, failures };
}
const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 1));
};

describe('Saving as one goes', () => {
  it('saves the newest, and never an older one behind it', async () => {
    const { saver, sent, said } = open([]);
    saver.later('a');
    saver.later('ab');
    const first = saver.flush();
    saver.later('abc');
    await Promise.all([first, saver.flush()]);
    expect(sent).to.deep.equal(['ab', 'abc']);
    expect(said.at(-1)).to.equal('saved');
  });

  it('tries again what did not arrive, with what came meanwhile', async () => {
    const { saver, sent, said } = open(['away', 'away']);
    saver.later('a');
    await saver.flush();
    expect(said.at(-1)).to.equal('unsaved');
    saver.later('ab');
    await until(() => said.at(-1) === 'saved');
    expect(sent.at(-1)).to.equal('ab');
  });

  it('does not go on where trying again is no use', async () => {
    const { saver, sent, failures } = open(['refused']);
    saver.later('a');
    await saver.flush();
    await saver.flush();
    expect(sent).to.deep.equal(['a']);
    expect(failures).to.have.length(1);
  });
});
