/** What is written to somebody, before it is text or markup. */
export interface Letter {
  readonly subject: string;
  readonly language: string;
  readonly greeting?: string;
  readonly lines: readonly string[];
  /** Each appointment as a list of what it is called and what it is. */
  readonly facts: readonly (readonly Fact[])[];
  readonly links: readonly Link[];
  readonly closing: readonly string[];
  /** Who writes. */
  readonly sender: string;
  /** The same in one sentence. */
  readonly short: string;
}
export type Fact = readonly [name: string, value: string];
export interface Link {
  readonly label: string;
  readonly url: string;
  /** Too much for a text message, which is short and costs by its length. */
  readonly longOnly?: boolean;
}
