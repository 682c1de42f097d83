/** Contrast as WCAG 2.2 counts it, and the nearest colour that has enough of it. */
const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const toHex = (rgb) => `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, 0 to 1. */
function luminance(hex) {
  const [red, green, blue] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const mixed = (from, to, share) => {
  const [a, b] = [channels(from), channels(to)];
  return toHex(a.map((value, index) => value + (b[index] - value) * share));
};

/** A colour moved as little as needed towards black or white, until it stands out enough from all of these. */
export function mended(colour, against, least = 4.5) {
  const enough = (one) => against.every((other) => contrast(one, other) >= least);
  for (let share = 0; share <= 1; share += 0.01)
    for (const end of ['#000000', '#ffffff']) {
      const tried = mixed(colour, end, share);
      if (enough(tried)) return tried;
    }
  return undefined;
}

/** Small print has 74% of the ink, and stands on a tint at times: how it stands out from the surface. */
export const smallPrint = (ink, surface) => contrast(mixed(surface, ink, 0.74), surface);

/** An ink changed as little as needed for small print to be read. */
export function mendedInk(ink, surface) {
  const tries = Array.from({ length: 15 }, (_, index) => mended(ink, [surface], 7 + index));
  return tries.find((one) => one && smallPrint(one, surface) >= 5) ?? inkOn(surface);
}

/** Black or white, whichever can be read on a colour. */
export const inkOn = (colour) => (contrast(colour, '#ffffff') >= contrast(colour, '#000000') ? '#ffffff' : '#000000');
