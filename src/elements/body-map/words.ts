/** What the body map says beside the names of areas, which are the Questionnaire's own: here, since the one tag never says it. */
export interface BodyMapWords {
  readonly front: string;
  readonly back: string;
  readonly left: string;
  readonly right: string;
  readonly hint: string;
}

const en: BodyMapWords = {
  front: 'Front',
  back: 'Back',
  left: 'Your left',
  right: 'Your right',
  hint: 'Press a place, or tick it in the list.',
};

const es: BodyMapWords = {
  front: 'Por delante',
  back: 'Por detrás',
  left: 'Su izquierda',
  right: 'Su derecha',
  hint: 'Toque un lugar, o márquelo en la lista.',
};

export const wordsFor = (language: string): BodyMapWords => (language.split('-')[0] === 'es' ? es : en);
