import type { BookingEndpoint, CallOptions } from '../../src/endpoint/endpoint.ts';
import type { CallName } from '../../src/contract/calls.ts';

/** One call that is under way: what was asked, and how a test answers it. */
export interface Call {
  readonly name: CallName;
  readonly input: readonly unknown[];
  readonly options: CallOptions | undefined;
  answer(value: unknown): Promise<void>;
  fail(error: unknown): Promise<void>;
}

const inputs: Readonly<Record<CallName, number>> = {
  catalog: 0,
  checklist: 0,
  availability: 1,
  firstFree: 1,
  hold: 1,
  held: 1,
  extend: 1,
  release: 1,
  book: 2,
};

/** Once a booking has made of an answer what it makes: it lets the page go on in between. */
async function settled() {
  for (let task = 0; task < 4; task++) await new Promise((resolve) => setTimeout(resolve));
}

/** An endpoint whose every answer, and its order, a test decides. */
export class ScriptedEndpoint {
  readonly calls: Call[] = [];

  /** The latest calls of a name, oldest first. */
  of = (name: CallName) => this.calls.filter((call) => call.name === name);

  /** The latest call of a name. */
  last(name: CallName): Call {
    const call = this.of(name).at(-1);
    if (!call) throw new Error(`${name} was not asked`);
    return call;
  }

  readonly endpoint = Object.fromEntries(
    Object.entries(inputs).map(([name, count]) => [
      name,
      (...given: unknown[]) => this.#ask(name as CallName, given, count),
    ]),
  ) as unknown as BookingEndpoint;

  #ask(name: CallName, given: readonly unknown[], count: number) {
    const options = given[count] as CallOptions | undefined;
    return new Promise((resolve, reject) => {
      options?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      this.calls.push({
        name,
        input: given.slice(0, count),
        options,
        answer: (value) => (resolve(value), settled()),
        fail: (error) => (reject(error), settled()),
      });
    });
  }
}
