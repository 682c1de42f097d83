/** The body from the front and from behind, as areas that can be pressed. Drawn in a box of 150 by 400. */

/** One area of a figure. Its tick stands at `tick`, a point well inside of it. */
export interface Area {
  readonly code: string;
  readonly path: string;
  readonly tick: readonly [x: number, y: number];
  /** Drawn on the other side of the middle. */
  readonly mirrored?: boolean;
}
export interface Figure {
  readonly areas: readonly Area[];
  /** Lines that only help to see what is what. */
  readonly lines: string;
}

export const width = 150;
export const height = 400;

/** Areas on the viewer's right; the other side is their mirror image. */
const shoulder: Half = [
  'shoulder',
  'M103.5 73C114 72 123.5 77 127 86C129 93 129 100 128 106C120 108 109 106 101.5 101C100.6 91 100.5 81 103.5 73Z',
  [114, 90],
];
const arm: Half = [
  'arm',
  'M127.5 108.5C130 120 132.5 131 134 143C138 155 141 166 143 179C147 185 151 194 150 204C149.5 212 146 218 141 217.5C136 217 133 210 131.5 202C130.5 196 129.5 191 128.5 185C122 172 116 159 113.5 145C109.5 131 106.5 117 105.5 105C112 108.5 120 110 127.5 108.5Z',
  [124, 148],
];
const knee: Half = [
  'knee',
  'M106 283C107.2 293 107 304 105.2 315C97.5 318 88 318 80.2 315C78.6 304 78.2 294 79 283C87.5 286.5 97.5 286.5 106 283Z',
  [92.5, 300],
];
const leg: Half = [
  'leg',
  'M109.5 217C110.5 238 109.5 261 106 281C97.5 284.5 87.5 284.5 79 281C77 260 76.2 240 76.2 219C87 225 99 224 109.5 217ZM105.2 317C110 331 109 347 104.5 361C103.5 370 102.5 377 103.5 383C108.5 389 108.5 396 100.5 397C92 398 86 396 87 388C88 380 87.5 371 86 361C81 347 79 331 80.5 317C88.5 320 97.5 320 105.2 317Z',
  [92.5, 250],
];
const hip: Half = [
  'hip',
  'M101 176C106 187 109 200 109 214C99 221.5 87 222.5 76.2 216L76.2 201C87 196 95.5 187.5 101 176Z',
  [97, 206],
];
const buttock: Half = [
  'hip',
  'M101.5 177C106.5 188 109 201 109 214C99 222 87 222.5 76.2 216L76.2 186.5C86 186.5 95 183 101.5 177Z',
  [93, 203],
];

const head: Area = {
  code: 'head',
  path: 'M75 4C88 4 94 13 94 26C94 39 86 50 75 50C64 50 56 39 56 26C56 13 62 4 75 4Z',
  tick: [75, 27],
};
const neck: Area = {
  code: 'neck',
  path: 'M65 47.5C68 51 71.5 52.2 75 52.2C78.5 52.2 82 51 85 47.5C85 56 86.5 60 91 63C96 66.5 101.5 69 105 71C95.5 75.5 85 78 75 78C65 78 54.5 75.5 45 71C48.5 69 54 66.5 59 63C63.5 60 65 56 65 47.5Z',
  tick: [75, 66],
};
const trunk = (code: string): Area => ({
  code,
  path: 'M47 73C56 77.5 65.5 80 75 80C84.5 80 94 77.5 103 73C98.8 82 99 92 100 102C101.5 113 101 124 98.5 135C84 139 66 139 51.5 135C49 124 48.5 113 50 102C51 92 51.2 82 47 73Z',
  tick: [75, 108],
});
const belly: Area = {
  code: 'belly',
  path: 'M52 137C66.5 141 83.5 141 98 137C97 150 97.5 162 100.5 174C94.5 186 86 195 75 199.5C64 195 55.5 186 49.5 174C52.5 162 53 150 52 137Z',
  tick: [75, 164],
};
const lowerBack: Area = {
  code: 'lower-back',
  path: 'M52 137C66.5 141 83.5 141 98 137C97 150 97.5 163 101 174.5C94 181 84.5 184.5 75 184.5C65.5 184.5 56 181 49 174.5C52.5 163 53 150 52 137Z',
  tick: [75, 162],
};

/** Part of the body, its shape, its tick. */
type Half = readonly [part: string, path: string, tick: Area['tick']];

/** Both sides of what the body has two of; `right` is the patient's side that the viewer sees on the right. */
const both = (halves: readonly Half[], right: 'left' | 'right'): readonly Area[] =>
  halves.flatMap(([part, path, tick]) => [
    { code: `${right}-${part}`, path, tick },
    { code: `${right === 'left' ? 'right' : 'left'}-${part}`, path, tick, mirrored: true },
  ]);

/** Somebody who looks at us: their left is on our right. */
export const front: Figure = {
  areas: [head, trunk('chest'), belly, neck, ...both([shoulder, arm, hip, leg, knee], 'left')],
  lines:
    'M70 86L54 81M80 86L96 81M75 90V128M75 168V171M62 118C66 121 70 121.5 73 120.5M88 118C84 121 80 121.5 77 120.5M85 299C89 303 96 303 100 299M65 299C61 303 54 303 50 299',
};

/** The same person from behind. */
export const back: Figure = {
  areas: [head, trunk('upper-back'), lowerBack, neck, ...both([shoulder, arm, buttock, leg, knee], 'right')],
  lines:
    'M75 62V178M62 92C58 100 60 112 66 117M88 92C92 100 90 112 84 117M84 297C89 300 96 300 101 297M66 297C61 300 54 300 49 297M68 172L71 175M82 172L79 175',
};
