import type { DeskCallName } from '../../../../demo/endpoint/desk/calls.ts';
import type { EveryCallName } from '../../../../src/contract/index.ts';
import { booking } from '../helpers/patient.ts';

/** What is really taken, so that what is spoilt in one place only gets as far as can be. `token:hold` and the like are tokens and ids that live. */
export const examples: Readonly<Partial<Record<EveryCallName, object>>> = {
  availability: { service: 's2', from: '2026-12-01', to: '2026-12-14', therapist: ['t1', 't4'], addOn: ['a1'] },
  firstFree: { service: 's2', addOn: ['a1'], location: 'l1' },
  hold: { slotIds: ['s1~t1~2026-12-21T16:00Z', 's1~t1~2026-12-22T16:00Z'], replaces: 'token:hold' },
  book: { ...booking(), note: 'My left knee.', source: 'site' },
  reschedule: { hold: 'token:hold' },
  cancel: { reason: 'I am ill.' },
  withdraw: { consentIds: ['treatment'] },
  saveForm: {
    response: {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'https://cedar.example/Questionnaire/before-your-visit|1',
      status: 'in-progress',
      item: [{ linkId: 'life', item: [{ linkId: 'sport', answer: [{ valueString: 'I swim on Mondays.' }] }] }],
    },
    complete: false,
  },
  links: { contact: 'maria@example.org' },
  callBack: { name: 'Maria Santos', phone: '+1 303 555 0100', when: 'after five' },
  wait: {
    serviceIds: ['s2'],
    therapistIds: ['t1'],
    from: '2026-12-01',
    to: '2026-12-20',
    times: [{ from: '09:00', to: '12:00' }],
    contact: { name: 'Ben Okafor', email: 'ben@example.org' },
  },
};

/** The same for those at the desk. */
export const deskExamples: Readonly<Partial<Record<DeskCallName, object>>> = {
  appointments: { date: '2026-12-01' },
  answerClearance: {
    booking: 'token:waiting',
    revision: 1,
    answer: 'with-limits',
    by: 'Dr. Osei',
    until: '2027-06-30',
    limits: 'Nothing below the knee.',
  },
  newLink: { booking: 'token:waiting' },
  calledBack: { id: 'token:wish' },
  copyPatient: { contact: '+1 303 555 0100' },
  erasePatient: { contact: '+1 303 555 0100', name: 'Ben Okafor', upcoming: true },
};
