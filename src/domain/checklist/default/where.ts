/** Where it hurts: on the whole body, or around what the patient has pressed in the list of treatments. */
import { displays } from './body-areas.ts';
import type { AnswerOption, QuestionnaireItem } from './fhir.ts';
import { answer, areas, places, said, several, unanswered, when } from './questions.ts';

type PlaceCode = keyof typeof displays;

/** Body areas by which a clinic's treatments are found, in the clinic's own codes, with the places that each may mean. */
const around: Readonly<Record<string, readonly [name: string, ...places: readonly PlaceCode[]]>> = {
  'neck-shoulder': ['Neck or shoulder', 'neck', 'left-shoulder', 'right-shoulder'],
  back: ['Back', 'upper-back', 'lower-back'],
  'knee-hip': ['Knee or hip', 'left-knee', 'right-knee', 'left-hip', 'right-hip'],
  'hand-arm': ['Hand or arm', 'left-arm', 'right-arm'],
  'foot-leg': ['Foot or leg', 'left-leg', 'right-leg'],
  'head-jaw': ['Head or jaw', 'head', 'neck'],
  'whole-body': ['Whole body', 'all-over'],
};

const place = (code: PlaceCode): AnswerOption => ({ valueCoding: { system: areas, code, display: displays[code] } });

/** Instead of all of the body only which knee it is, or which hip; one press more brings all of it. */
const closer = Object.entries(around).map(([area, [name, ...codes]]) =>
  several(
    `area-${area}`,
    `You picked “${name}”. Where exactly?`,
    [...codes.map(place), answer('elsewhere', 'Somewhere else')],
    { when: [{ question: 'chosen-area', operator: '=', answerCoding: { code: area } }] },
  ),
);

export const where: readonly QuestionnaireItem[] = [
  said(
    'chosen-area',
    'Where it hurts, as picked with the treatment',
    Object.entries(around).map(([code, [display]]) => ({ valueCoding: { code, display } })),
  ),
  ...closer,
  places('area', 'Where does it hurt, or where should we work?', {
    map: true,
    when: [...unanswered('chosen-area'), ...closer.flatMap(({ linkId }) => when(linkId, 'elsewhere'))],
  }),
];
