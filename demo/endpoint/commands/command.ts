/** Where a command writes: what was asked for, and what is said about it. */
export interface Output {
  readonly print: (text: string) => void;
  readonly say: (text: string) => void;
  readonly now: () => number;
}

export interface Options {
  readonly contact?: string | undefined;
  readonly name?: string | undefined;
  readonly clinic?: string | undefined;
  readonly upcoming?: boolean | undefined;
  readonly records?: boolean | undefined;
}

/** A command says what is in its way by throwing one. */
export class CannotDo extends Error {}
