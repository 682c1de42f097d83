import { expect } from '@open-wc/testing';
import { EndpointError } from '../../src/endpoint/endpoint.ts';
import { HttpEndpoint } from '../../src/endpoint/http-endpoint.ts';

const failureOf = (call: Promise<unknown>): Promise<EndpointError> =>
  call.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error as EndpointError,
  );
const at = (name: string) => new HttpEndpoint(`${location.origin}/faulty/${name}/`, 'en');

const cases = [
  ['html', 'unreadable', {}],
  ['cut', 'unreadable', {}],
  ['wrong', 'contract', { field: 'clinic.id, expected string' }],
  ['crash', 'server', { status: 500 }],
  ['stack', 'server', { status: 503, retryAfter: 30 }],
  ['many', 'busy', { status: 429, retryAfter: 7 }],
  ['work', 'busy', { status: 409, retryAfter: 1 }],
  ['taken', 'problem', { status: 409 }],
  ['bare', 'unreadable', { status: 404 }],
] as const;

describe('HttpEndpoint', () => {
  for (const [name, kind, details] of cases) {
    it(`says ${kind} of a ${name} answer`, async () => {
      const error = await failureOf(at(name).catalog());
      expect(error).to.be.instanceOf(EndpointError);
      expect(error.kind).to.equal(kind);
      expect(error.details).to.deep.include(details);
    });
  }

  it('keeps what a problem says', async () => {
    const { details } = await failureOf(at('taken').hold({ slotIds: ['s'] }));
    expect(details.problem).to.deep.include({ detail: 'Gone.', taken: ['s'] });
  });

  for (const [onLine, kind] of [
    [true, 'unreachable'],
    [false, 'offline'],
  ] as const)
    it(`says ${kind} where nobody answers and the device ${onLine ? 'has' : 'has no'} network`, async () => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: onLine });
      const { kind: said } = await failureOf(new HttpEndpoint('http://127.0.0.1:1', 'en').catalog());
      delete (navigator as { onLine?: boolean }).onLine;
      expect(said).to.equal(kind);
    });

  it('leaves an abort an abort', async () => {
    const aborter = new AbortController();
    const call = failureOf(at('html').catalog({ signal: aborter.signal }));
    aborter.abort();
    expect((await call).name).to.equal('AbortError');
  });
});
