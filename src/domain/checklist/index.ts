/** The intake checklist: a FHIR R4 Questionnaire is loaded, its questions and limits evaluated, its answers screened. */
export * from './questionnaire.ts';
export { loadQuestionnaire } from './load.ts';
export { explain } from './explain.ts';
export { misplacedRules } from './misplaced.ts';
export { evaluate } from './evaluate.ts';
export { isRuledOut, phonesFirst, screen } from './screen.ts';
export { fromResponse, toResponse } from './response.ts';
