import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a token opens: a hold, the booking that its patient manages, or a place on the waiting list. */
export type TokenKind = 'hold' | 'manage' | 'wait';

export interface TokenSubject {
  readonly id: string;
  readonly generation: number;
}

/** An id that nobody can guess and that says nothing. */
export const newId = () => randomBytes(16).toString('base64url');

/** Makes tokens and reads them back. None is stored: the same one can be made again, and counting up spends it. */
export class Tokens {
  constructor(
    private readonly secret: string,
    private readonly clinic: string,
  ) {}

  make(kind: TokenKind, { id, generation }: TokenSubject): string {
    return `${id}.${generation}.${this.#sign(kind, this.clinic, id, String(generation))}`;
  }

  /** What a token is about; undefined where this endpoint has not made it. */
  read(kind: TokenKind, token: string): TokenSubject | undefined {
    const [id = '', generation = ''] = token.split('.');
    const subject = { id, generation: Number(generation) };
    const made = Buffer.from(this.make(kind, subject));
    const given = Buffer.from(token);
    return made.length === given.length && timingSafeEqual(made, given) ? subject : undefined;
  }

  /** A client's address, or a contact, in a form that only serves to know it again. */
  blind = (address: string) => this.#sign('client', this.clinic, address);

  #sign(...parts: readonly string[]) {
    return createHmac('sha256', this.secret).update(parts.join('\n')).digest('base64url');
  }
}
