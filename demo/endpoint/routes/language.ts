/** The language of an answer: what the patient would like best of what there is, else the first one there is. */
export function pickLanguage(acceptLanguage: string | null, available: readonly string[]): string {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { range, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ range, quality }) => range && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const { range } of wishes) {
    const exact = available.find((tag) => tag.toLowerCase() === range);
    const found = exact ?? available.find((tag) => primary(tag) === primary(range));
    if (found) return found;
    if (range === '*') break;
  }
  return available[0] ?? 'en';
}
