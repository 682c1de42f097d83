/** Loaded before a server's own modules: its clock is ahead by the milliseconds that stand in the file `CLOCK_AHEAD`. */
import { readFileSync } from 'node:fs';

const real = Date;
const now = () => real.now() + Number(readFileSync(process.env.CLOCK_AHEAD, 'utf8'));

globalThis.Date = new Proxy(real, {
  construct: (target, given, constructor) => Reflect.construct(target, given.length ? given : [now()], constructor),
  apply: () => new real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
