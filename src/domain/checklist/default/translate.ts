/** Adds what a text says in another language, by FHIR's translation extension. */
type Json = Readonly<Record<string, unknown>>;

const extension = (lang: string, content: string): Json => ({
  url: 'http://hl7.org/fhir/StructureDefinition/translation',
  extension: [
    { url: 'lang', valueCode: lang },
    { url: 'content', valueString: content },
  ],
});

/** Fields that patients read; of the parts of a rule only what is said to the patient. */
const isRead = (json: Json, field: string) =>
  /^(title|text|display)$/.test(field) || (field === 'valueString' && json['url'] === 'patientText');

/** The same JSON with the translation of every text that has one. */
export function translated<Whole>(whole: Whole, lang: string, texts: Readonly<Record<string, string>>): Whole {
  const walk = (json: unknown): unknown => {
    if (Array.isArray(json)) return json.map(walk);
    return typeof json === 'object' && json !== null ? withTranslations(json as Json) : json;
  };
  const withTranslations = (json: Json): Json =>
    Object.fromEntries(
      Object.entries(json).flatMap(([field, value]) => {
        const words = isRead(json, field) ? texts[value as string] : undefined;
        return words
          ? [
              [field, value],
              [`_${field}`, { extension: [extension(lang, words)] }],
            ]
          : [[field, walk(value)]];
      }),
    );
  return walk(whole) as Whole;
}
