/** What is said of a clinic's own fields: here, since the one tag never says it. */
export interface OwnFieldWords {
  missing(label: string): string;
  wrong(label: string): string;
  readonly code: string;
}

const en: OwnFieldWords = {
  missing: (label) => `Please fill this in: ${label}.`,
  wrong: (label) => `Please check this: ${label}. It does not look as it should.`,
  code: 'The code that we have sent you',
};

const es: OwnFieldWords = {
  missing: (label) => `Por favor, complete esto: ${label}.`,
  wrong: (label) => `Por favor, revise esto: ${label}. No tiene la forma esperada.`,
  code: 'El código que le hemos enviado',
};

export const wordsFor = (tag: string): OwnFieldWords => (tag === 'es' ? es : en);
