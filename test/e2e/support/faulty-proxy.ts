import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What may go wrong between a patient and a clinic; each is done to the calls whose path matches. */
export type Fault =
  | { readonly kind: 'down' }
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'edit'; readonly edit: (body: never) => unknown };

/** Stands before the real endpoint, passes everything on, and does harm where it is told to. */
export class FaultyProxy {
  readonly #server = createServer((incoming, outgoing) => void this.#handle(incoming, outgoing));
  #faults: readonly { readonly path: RegExp; readonly fault: Fault }[] = [];

  constructor(readonly target: URL) {}

  async listen() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** The clinic's base URL, as a page would name it. */
  get url() {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.target.pathname}`;
  }

  /** From now on, calls to such paths go wrong. */
  break(path: RegExp, fault: Fault) {
    this.#faults = [{ path, fault }, ...this.#faults];
  }

  /** From now on, everything works. */
  mend() {
    this.#faults = [];
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse) {
    const body = await read(incoming);
    const preflight = incoming.method === 'OPTIONS';
    const fault = this.#faults.find(({ path }) => path.test(incoming.url ?? ''))?.fault;
    if (!fault || (preflight && fault.kind !== 'down')) return this.#pass(incoming, body, outgoing);
    if (fault.kind === 'silent') return;
    if (fault.kind === 'down') return void incoming.socket.destroy();
    if (fault.kind === 'edit') return this.#pass(incoming, body, outgoing, fault.edit);
    const origin = incoming.headers.origin ?? '*';
    outgoing.writeHead(fault.status, {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'Retry-After',
      'Content-Type': fault.type,
      ...fault.headers,
    });
    outgoing.end(fault.body);
  }

  #pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, edit?: (body: never) => unknown) {
    const { hostname, port } = this.target;
    const headers = { ...incoming.headers, 'accept-encoding': 'identity', ...(edit && { 'if-none-match': '' }) };
    const onward = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, async (answer) => {
      const text = await read(answer);
      const changed = edit ? JSON.stringify(edit(JSON.parse(text.toString()) as never)) : text;
      const { 'content-length': _, 'transfer-encoding': __, etag, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, { ...rest, ...(etag && !edit && { etag }) });
      outgoing.end(changed);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  }
}

async function read(stream: AsyncIterable<Buffer>) {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
