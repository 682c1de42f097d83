import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program on loopback that takes whatever is posted to it, and answers with a status or hangs up. */
export class HttpSink {
  readonly received: Received[] = [];
  answer: () => number | 'hang up' = () => 204;
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    this.received.push({ method: request.method ?? '', headers: request.headers, body });
    const status = this.answer();
    if (status === 'hang up') request.socket.destroy();
    else response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end();
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/in`;
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
