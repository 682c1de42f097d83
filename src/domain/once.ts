/** The same, worked out once for each text: formats and calendars say the same again and again. */
export function once<Made, Text extends string | readonly string[] = string>(make: (text: Text) => Made) {
  const made = { __proto__: null } as unknown as Record<string, Made>;
  return (text: Text): Made => (made[text as string] ??= make(text));
}
