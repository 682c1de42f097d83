import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { answersTo, writtenIn } from '../../../../demo/endpoint/desk/answers-to.ts';

const checklist = loadChecklist(
  {
    resourceType: 'Questionnaire',
    url: 'https://cedar.example/Questionnaire/written',
    version: '1',
    status: 'active',
    item: [
      {
        linkId: 'oil',
        type: 'open-choice',
        text: 'What are you allergic to?',
        repeats: true,
        answerOption: [{ valueCoding: { code: 'nuts', display: 'Nuts' } }],
      },
      {
        linkId: 'more',
        type: 'group',
        text: 'More',
        item: [
          { linkId: 'goal', type: 'text', text: 'What do you hope for?' },
          { linkId: 'since', type: 'date', text: 'Since when?' },
        ],
      },
    ],
  },
  ['en'],
);
const response = (canonical: string) => ({
  resourceType: 'QuestionnaireResponse' as const,
  questionnaire: canonical,
  status: 'completed' as const,
  item: [
    {
      linkId: 'oil',
      text: 'Allergic?',
      answer: [{ valueCoding: { code: 'nuts', display: 'Nuts' } }, { valueString: 'Lavender' }],
    },
    {
      linkId: 'more',
      item: [
        { linkId: 'goal', text: 'Your hope?', answer: [{ valueString: 'To walk' }] },
        { linkId: 'since', answer: [{ valueDate: '2026-05' }] },
      ],
    },
  ],
});

describe('Answers at the desk', () => {
  it('are read in the words of the checklist, and in those of the patient once it is another', () => {
    assert.deepEqual(answersTo(checklist, response(checklist.canonical), 'en'), [
      { question: 'What are you allergic to?', answers: ['Nuts', 'Lavender'] },
      { question: 'What do you hope for?', answers: ['To walk'] },
      { question: 'Since when?', answers: ['2026-05'] },
    ]);
    assert.deepEqual(answersTo(checklist, response('https://cedar.example/Questionnaire/written|0'), 'en'), [
      { question: 'Allergic?', answers: ['Nuts', 'Lavender'] },
      { question: 'Your hope?', answers: ['To walk'] },
      { question: 'since', answers: ['2026-05'] },
    ]);
  });

  it('that nobody but the therapist can read are those in the patient’s own words', () =>
    assert.deepEqual(writtenIn(response(checklist.canonical)), [
      { linkId: 'oil', text: 'Lavender' },
      { linkId: 'goal', text: 'To walk' },
    ]));
});
