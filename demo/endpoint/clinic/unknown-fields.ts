/** Pointers to what a file says and nobody reads: a typing mistake would otherwise pass for an empty list of closures. */
export function unknownFields(written: unknown, read: unknown, path = ''): readonly string[] {
  if (!isObject(written) || !isObject(read)) return [];
  return Object.entries(written).flatMap(([key, value]) =>
    key in read ? unknownFields(value, read[key], `${path}/${key}`) : `${path}/${key}`,
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
