/** What people, scanners and broken programs send. */
import fc from 'fast-check';

/** Stands in whatever is made up here, so that it is found again where nothing of it may be. */
export const MARK = 'zq7mark';

/** Written into JSON as it is, though no JSON.stringify would write it. */
const RAW = 'raw:';

const texts = [
  `${MARK}\u0000`,
  `${MARK}\ud800`,
  `\udc00${MARK}`,
  `${MARK}\r\nBcc: all@example.org`,
  `${MARK}\u2028\u0085\u000b`,
  `'; drop table booking; -- ${MARK}`,
  `${MARK}' or '1'='1`,
  `\${7*7}{{7*7}}${MARK}`,
  `=cmd|'/c calc'!${MARK}`,
  `<script>${MARK}</script>`,
  `../../../etc/passwd?${MARK}`,
  `%00%ff${MARK}`,
  `${MARK}\u202e\u200b\ufeff`,
  `e\u0301`.repeat(300) + MARK,
  MARK.repeat(20_000),
  `2027-02-30`,
  `2027-13-01`,
  `0000-00-00`,
  `9999-12-31`,
  `-271821-04-20`,
  `24:00`,
  `2026-12-01T25:61:61-99:99`,
  `s2~t1~2026-02-30T16:00Z`,
  `s2~t1~+275760-09-13T00:00Z`,
  `s2~t1~2026-12-01T16:00Z~a1~a1`,
  `__proto__~constructor~toString`,
  'constructor',
  '__proto__',
  'hasOwnProperty',
  '',
  ' ',
];

const numbers = [
  '1e400',
  '-1e400',
  '1E-400',
  '-0',
  '9007199254740993',
  '0.1e1',
  '00',
  '0x10',
  'NaN',
  'Infinity',
  '1e309',
];

export const hostileText = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text + MARK),
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => MARK + text),
);

const deep = fc.constantFrom(5, 31, 33, 2000).map((levels) => `${RAW}${'['.repeat(levels)}${']'.repeat(levels)}`);

/** Anything that may stand where something else should. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  fc.constantFrom(...numbers).map((number) => RAW + number),
  deep,
  fc.constantFrom(null, true, false, 0, -1, 2 ** 53, 1e21, [], {}, [[]], [null]),
  fc.array(hostileText, { maxLength: 30 }),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString', 'length', MARK), hostileText),
  fc.object({ maxDepth: 3 }),
);

/** A value with something hostile in one of its places, beside one, or instead of all of it. */
export const spoilt = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(good, fc.nat(), hostile, fc.constantFrom('instead', 'without', 'beside')).map(([value, at, bad, how]) => {
    const copy: unknown = structuredClone(value);
    const places = placesOf(copy);
    const place = places[at % (places.length || 1)];
    if (!place) return bad;
    const holder = place.holder as Record<string, unknown>;
    if (how === 'without') delete holder[place.key];
    else holder[how === 'beside' ? `${MARK}${place.key}` : place.key] = bad;
    return copy;
  });

interface Place {
  readonly holder: object;
  readonly key: string;
}
function placesOf(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesOf(inner)]);
}

/** JSON as it is written by whoever does not use a library: numbers that there are not, keys twice, prototypes. */
export const written = (value: unknown): string =>
  (JSON.stringify(value) ?? '').replaceAll(new RegExp(`"${RAW}([^"]*)"`, 'g'), '$1');

export const writtenBadly = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.tuple(value, hostile, fc.constantFrom('twice', 'proto', 'cut', 'trailing', 'bom')).map(([good, bad, how]) => {
    const text = written(good);
    const [, first = '"x"'] = /^\{("[^"]*")/.exec(text) ?? [];
    if (how === 'twice' && text.startsWith('{"')) return `${text.slice(0, -1)},${first}:${written(bad) || 'null'}}`;
    if (how === 'proto' && text.startsWith('{"')) return `{"__proto__":${written(bad) || 'null'},${text.slice(1)}`;
    if (how === 'cut') return text.slice(0, text.length / 2);
    return how === 'bom' ? `\ufeff${text}` : `${text},`;
  });
