/** Names that were seen at elements, by tag. */
export class NamesByTag {
  readonly #names = new Map<string, Set<string>>();

  note(tag: string, name: string): void {
    this.#names.set(tag, (this.#names.get(tag) ?? new Set()).add(name));
  }

  has = (tag: string, name: string): boolean => this.#names.get(tag)?.has(name) ?? false;

  /** In order. */
  of = (tag: string): readonly string[] => [...(this.#names.get(tag) ?? [])].toSorted();
}
