/** So many things in a row. `Array.from` has another meaning on pages with Prototype.js or MooTools. */
export function row<Thing>(length: number, at: (index: number) => Thing): readonly Thing[] {
  const things: Thing[] = [];
  for (let index = 0; index < length; index++) things.push(at(index));
  return things;
}
