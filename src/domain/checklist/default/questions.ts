/** Questions as the checklist asks them. Every yes or no can also be "not sure", which counts as yes unless it says otherwise. */
import type { AnswerOption, Coding, EnableWhen, Extension, QuestionnaireItem } from './fhir.ts';

const core = 'http://hl7.org/fhir/StructureDefinition';
const answers = 'https://myo-booking.example/fhir/intake-answer';
export const areas = 'https://myo-booking.example/fhir/body-area';

/** Asked for every kind of massage, but not for physiotherapy. */
export const massage = ['all'];

interface Asked {
  /** Asked only when one of these answers was given. */
  readonly when?: readonly EnableWhen[];
  /** Asked only for these screening codes. */
  readonly for?: readonly string[];
  readonly required?: boolean;
}

const bodyMap: Coding = { system: 'https://myo-booking.example/fhir/item-control', code: 'body-map' };

const coding = (code: string, display?: string): Coding => ({ system: answers, code, ...(display && { display }) });

/** Holds when a question has one of these answers. */
export const when = (question: string, ...codes: readonly string[]): readonly EnableWhen[] =>
  codes.map((code) => ({ question, operator: '=', answerCoding: coding(code) }));
export const unanswered = (question: string): readonly EnableWhen[] => [
  { question, operator: 'exists', answerBoolean: false },
];
export const atLeast = (question: string, answerInteger: number): readonly EnableWhen[] => [
  { question, operator: '>=', answerInteger },
];

/** One answer to choose, and what it leads to. */
export const answer = (code: string, display: string, ...rules: readonly Extension[]): AnswerOption => ({
  valueCoding: coding(code, display),
  ...(rules.length > 0 && { extension: rules }),
});
export const notSure = (...rules: readonly Extension[]) => answer('not-sure', 'Not sure', ...rules);

function question(
  item: Pick<QuestionnaireItem, 'linkId' | 'type' | 'text'> & Partial<QuestionnaireItem>,
  { when: conditions = [], for: services = [], required }: Asked,
): QuestionnaireItem {
  const extension = [
    ...(item.extension ?? []),
    ...services.map((code) => ({ url: 'https://myo-booking.example/fhir/screening-services', valueCode: code })),
  ];
  return {
    ...item,
    ...(required && { required }),
    ...(extension.length > 0 && { extension }),
    ...(conditions.length > 0 && { enableWhen: conditions }),
    ...(conditions.length > 1 && { enableBehavior: 'any' }),
  };
}

/** How an item wants to be shown: by FHIR's own codes, and for who knows it by one of ours. */
const control = (code: string, ...ours: readonly Coding[]): Extension => ({
  url: `${core}/questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }, ...ours] },
});

/** Questions that belong together on one page. */
export const page = (linkId: string, text: string, item: readonly QuestionnaireItem[], asked: Asked = {}) =>
  question({ linkId, type: 'group', text, item }, asked);

/** One answer out of several. */
export const choice = (linkId: string, text: string, answerOption: readonly AnswerOption[], asked: Asked = {}) =>
  question(
    { linkId, type: 'choice', text, answerOption, extension: [control('radio-button')] },
    { required: true, ...asked },
  );

interface YesNo extends Asked {
  readonly yes?: readonly Extension[];
  readonly no?: readonly Extension[];
  /** What "not sure" leads to; as yes unless given. */
  readonly notSure?: readonly Extension[];
}
export const yesNo = (linkId: string, text: string, { yes = [], no = [], notSure: unsure = yes, ...asked }: YesNo) =>
  choice(linkId, text, [answer('yes', 'Yes', ...yes), answer('no', 'No', ...no), notSure(...unsure)], asked);

const exclusive: Extension = { url: `${core}/questionnaire-optionExclusive`, valueBoolean: true };

/** An answer that stands alone where any number may be chosen. */
export const alone = (code: string, display: string, ...rules: readonly Extension[]) =>
  answer(code, display, exclusive, ...rules);
const noneOfThese = alone('none', 'None of these');

/** Any number of answers. */
export const several = (linkId: string, text: string, answerOption: readonly AnswerOption[], asked: Asked = {}) =>
  question(
    { linkId, type: 'choice', repeats: true, text, answerOption, extension: [control('check-box')] },
    { required: true, ...asked },
  );

/** Any number of answers, or the one that stands alone: "None of these", unless the question has its own. */
export const anyOf = (linkId: string, text: string, options: readonly AnswerOption[], asked: Asked = {}) =>
  several(
    linkId,
    text,
    options.some(({ extension }) => extension?.includes(exclusive)) ? options : [...options, noneOfThese],
    asked,
  );

/** What the patient has said before the checklist; nobody is asked it. */
export const said = (linkId: string, text: string, answerOption: readonly AnswerOption[]): QuestionnaireItem => ({
  linkId,
  type: 'choice',
  text,
  answerOption,
  extension: [{ url: `${core}/questionnaire-hidden`, valueBoolean: true }],
});

interface Places extends Asked {
  /** Shows figures beside the check boxes. */
  readonly map?: boolean;
  /** What any place that is picked leads to. */
  readonly rules?: readonly Extension[];
}

/** Any number of places on the body. */
export const places = (linkId: string, text: string, { map, rules = [], ...asked }: Places = {}) => {
  const extension = [control('check-box', ...(map ? [bodyMap] : [])), ...rules];
  return question(
    { linkId, type: 'choice', repeats: true, text, answerValueSet: '#body-areas', extension },
    { required: true, ...asked },
  );
};

export const date = (linkId: string, text: string, rules: readonly Extension[], asked: Asked = {}) =>
  question({ linkId, type: 'date', text, extension: rules }, { required: true, ...asked });

export const words = (linkId: string, text: string, asked: Asked = {}) =>
  question({ linkId, type: 'text', text, maxLength: 500 }, asked);

/** A number from nothing to ten. */
export const scale = (linkId: string, text: string, asked: Asked = {}) =>
  question(
    {
      linkId,
      type: 'integer',
      text,
      extension: [
        control('slider'),
        { url: `${core}/minValue`, valueInteger: 0 },
        { url: `${core}/maxValue`, valueInteger: 10 },
      ],
    },
    { required: true, ...asked },
  );
