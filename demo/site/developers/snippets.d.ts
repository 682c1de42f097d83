/** What is chosen in the builder: where the script is, attributes of the tag, tokens of the look. */
export interface Choice {
  readonly script: string;
  readonly integrity?: string;
  readonly settings: Readonly<Record<string, string | true>>;
  readonly tokens: Readonly<Record<string, string>>;
  readonly fallback: string;
}
export const snippets: Readonly<Record<string, { readonly where: string; write(choice: Choice): string }>>;
