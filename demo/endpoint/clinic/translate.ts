/** The words of one language, by where they stand: `/services/s1/name`. Lists are walked by the ids of their items. */
export type Translation = Readonly<Record<string, string>>;

/** The same data with its texts replaced, wherever the translation has other words for them. */
export function translate<Data>(data: Data, words: Translation): Data {
  return walk(data, '', (path, text) => words[path] ?? text) as Data;
}

/** Places that a translation names and the data does not have: a typing mistake, or a text that is gone. */
export function unknownPlaces(data: unknown, words: Translation): readonly string[] {
  const places = new Set<string>();
  walk(data, '', (path, text) => (places.add(path), text));
  return Object.keys(words).filter((path) => !places.has(path));
}

function walk(value: unknown, path: string, visit: (path: string, text: string) => string): unknown {
  if (typeof value === 'string') return visit(path, value);
  if (Array.isArray(value)) return value.map((item, index) => walk(item, `${path}/${item?.id ?? index}`, visit));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, `${path}/${key}`, visit)]));
}
