/** How many random cases a property is tried on: few in every test run, `SCALE` times as many in a long one. */
export const runs = (few: number) => Math.round(few * Number(process.env['SCALE'] ?? 1));

/** One seed a day would hide what failed yesterday: it is fixed, and a long run may choose another. */
export const seed = Number(process.env['SEED'] ?? 20261123);
