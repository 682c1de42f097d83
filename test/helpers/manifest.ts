/** What the source says of its elements, as `npm run build` has written it down. */
export interface Documented {
  readonly tag: string;
  readonly parts: readonly { readonly name: string; readonly inside?: string }[];
  readonly tokens: readonly string[];
  /** Names of slots; the one without a name is `''`. */
  readonly slots: readonly string[];
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly cssParts?: Documented['parts'];
      readonly cssProperties?: readonly { readonly name: string }[];
      readonly slots?: readonly { readonly name: string }[];
    }[];
  }[];
}

const written = '/dist/custom-elements.json';
const { modules } = (await import(written)) as Manifest;

/** Every element with its parts and tokens. */
export const documented: readonly Documented[] = modules
  .flatMap(({ declarations }) => declarations)
  .flatMap(({ tagName, cssParts = [], cssProperties = [], slots = [] }) =>
    tagName ? [{ tag: tagName, parts: cssParts, tokens: namesOf(cssProperties), slots: namesOf(slots) }] : [],
  );

function namesOf(all: readonly { readonly name: string }[]) {
  return all.map(({ name }) => name);
}
