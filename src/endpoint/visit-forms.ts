import * as v from 'valibot';
import { Forms, type SaveFormRequest } from '../contract/manage.ts';
import { Problem } from '../contract/problem.ts';
import { EndpointError } from './endpoint.ts';
import { change, exchange } from './exchange.ts';
import { newKey, serialise } from './wire.ts';

/** The longer forms of one booking, read and saved under its manage token. Every failure is an `EndpointError`. */
export class VisitFormsEndpoint {
  constructor(
    /** Base URL of the clinic, as in `data-endpoint`. */
    readonly url: string,
    readonly language: string,
    readonly token: string,
  ) {}

  read = () => this.#exchange({});

  /** Saves a form as far as it is; the browser finishes it even where the page is closed meanwhile. */
  save = (request: SaveFormRequest) => this.#exchange({ ...change(serialise(request), newKey()), keepalive: true });

  async #exchange(init: RequestInit): Promise<Forms> {
    const { url, language, token } = this;
    const response = await exchange(url, '/booking/forms', { language, token, cache: 'no-store', ...init });
    const { status } = response;
    const body: unknown = await response.json().catch((cause: unknown) => {
      throw new EndpointError(status >= 500 ? 'server' : 'unreadable', { status, cause });
    });
    if (!response.ok) {
      const problem = v.safeParse(Problem, body);
      if (status >= 500 || status === 429) throw new EndpointError(status === 429 ? 'busy' : 'server', { status });
      throw new EndpointError('problem', { status, ...(problem.success && { problem: problem.output }) });
    }
    const read = v.safeParse(Forms, body);
    if (!read.success) throw new EndpointError('contract', { status, field: v.getDotPath(read.issues[0]) ?? '' });
    return read.output;
  }
}
