import { expect } from '@open-wc/testing';
import {
  evaluate,
  fromResponse,
  loadQuestionnaire,
  toResponse,
  type Answers,
} from '../../../src/domain/checklist/index.ts';
import type { QuestionnaireResponse } from '../../../src/contract/index.ts';
import { code, type Json } from './questionnaires.ts';

/** The test server compiles JSON to modules. */
const read = async (name: string): Promise<Json> =>
  ((await import(`../../fixtures/questionnaires/${name}.json`)) as { default: Json }).default;
const problemsOf = async (name: string) =>
  (loadQuestionnaire(await read(name)).problems ?? []).map(({ linkId, reason }) => `${linkId} ${reason}`);
const load = (json: unknown) => {
  const { questionnaire, problems } = loadQuestionnaire(json);
  if (!questionnaire) throw new Error(JSON.stringify(problems));
  return questionnaire;
};
/** An item left out wherever it stands. */
const without = (json: Json, linkId: string): Json => ({
  ...json,
  ...(json.item
    ? { item: (json.item as Json[]).filter((item) => item.linkId !== linkId).map((item) => without(item, linkId)) }
    : {}),
});

describe('Questionnaires of others', () => {
  /** What each is refused for, item by item; the reasons' beginnings. */
  const refused: Readonly<Record<string, readonly RegExp[]>> = {
    'phq-9': [
      /totalScore extension .*calculatedExpression/,
      /difficulty extension .*enableWhenExpression/,
      /matrix.q1 answerOption$/,
    ],
    'gad-7': [
      /totalScore extension .*calculatedExpression/,
      /difficulty extension .*enableWhenExpression/,
      /matrix.q7 answerOption$/,
    ],
    'audit-c': [/totalScore extension .*calculatedExpression/],
    'steadi-referral': [/^steadi.vision-side enableWhen /],
    'android-screener': [/^1.5.1 answerOption$/],
    'sdc-all-data-types': [
      /id-datetime type dateTime$/,
      /id-time type time$/,
      /id-attachment type attachment$/,
      /id-choice answerOption$/,
    ],
    'sdc-phq9': [/H1\/TS extension .*calculatedExpression/, /H1\/TS type quantity$/],
    'medplum-patient-intake': [
      /allergies repeats$/,
      /allergy-onset type dateTime$/,
      /pharmacy-reference type reference$/,
      /^state answerOption$/,
    ],
  };
  for (const [name, reasons] of Object.entries(refused))
    it(`${name} is refused, and says why`, async () => {
      const problems = await problemsOf(name);
      for (const reason of reasons)
        expect(
          problems.some((problem) => reason.test(problem)),
          `${reason}`,
        ).to.equal(true);
    });

  it('those with one fault have no other', async () => {
    for (const name of ['audit-c', 'steadi-referral', 'android-screener'])
      expect(await problemsOf(name), name).to.have.length(1);
  });

  it('the screener of android-fhir loads without the question that has no answers', async () => {
    const questionnaire = load(without(await read('android-screener'), '1.5.0'));
    const asked = (answers: Answers) => evaluate(questionnaire, answers, { services: [] }).enabled;
    const fever = { system: 'http://snomed.info/sct', code: '386661006' };
    const cough = { system: 'http://snomed.info/sct', code: '49727002' };
    expect(asked({ '1.1.0': [cough] }).has('1.2.1')).to.equal(false);
    expect(asked({ '1.1.0': [cough, fever] }).has('1.2.1')).to.equal(true);
    expect(evaluate(questionnaire, { '5.2.1': [50] }, { services: [] }).errors).to.eql([
      { linkId: '5.2.1', limit: 'max' },
    ]);
    const { item } = toResponse(questionnaire, { '1.1.0': [fever] }, { services: [] });
    expect(JSON.stringify(item[0])).to.contain('"linkId":"1.2.1","answer":[{"valueCoding"');
  });

  it('STEADI loads once its condition names an answer that is offered', async () => {
    const text = JSON.stringify(await read('steadi-referral')).replace('vision-20-40', 'vision');
    const questionnaire = load(JSON.parse(text));
    const errors = (answers: Answers) => evaluate(questionnaire, answers, { services: [] }).errors;
    expect(errors({ 'steadi.patient.email': ['someone@clinic.example'] })).to.eql([]);
    expect(errors({ 'steadi.patient.email': ['someone'] })).to.eql([
      { linkId: 'steadi.patient.email', limit: 'pattern' },
    ]);
    expect(
      evaluate(questionnaire, { 'steadi.reasons': [{ code: 'vision' }, 'my own'] }, { services: [] }).enabled,
    ).to.include('steadi.vision-side');
  });

  it('AUDIT-C without its score asks on until "never" is answered', async () => {
    const questionnaire = load(without(await read('audit-c'), 'auditc.totalScore'));
    const [q1] = questionnaire.items.filter(({ type }) => type === 'choice');
    const asked = (answers: Answers) => evaluate(questionnaire, answers, { services: [] }).enabled.size;
    const never = q1?.options[0]?.value;
    expect(asked({})).to.equal(4);
    expect(asked({ [q1?.linkId ?? '']: [never ?? ''] })).to.equal(2);
  });

  it('conditions of LForms on items and on a group', async () => {
    const questionnaire = load(await read('lforms-tab-enablewhen'));
    const asked = (answers: Answers) =>
      [...evaluate(questionnaire, answers, { services: [] }).enabled].filter((id) => /^Q1-|q3/.test(id));
    expect(asked({})).to.eql(['Q1-not-exists', 'Q1-not-true']);
    expect(asked({ Q1: [true] })).to.eql(['Q1-exists', 'Q1-true', 'q3']);
    expect(asked({ Q1: [false] })).to.eql(['Q1-exists', 'Q1-false', 'Q1-not-true']);
  });

  it('a group of LForms that is not asked takes its children along', async () => {
    const questionnaire = load(await read('lforms-nested-enablewhen'));
    const asked = (answers: Answers) => [...evaluate(questionnaire, answers, { services: [] }).enabled];
    expect(asked({})).to.eql(['p1']);
    expect(asked({ p1: [{ code: 'YES' }] })).to.eql(['p1', 'g1', 'c1', 'd1', 'g2', 'cc1', 'dd1']);
    expect(asked({ p1: [{ code: 'YES' }], c1: [{ code: 'A' }] })).not.to.include('d1');
  });

  it('required questions of LForms are wanted only while they are asked', async () => {
    const questionnaire = load(await read('lforms-test-enablewhen'));
    const missing = (answers: Answers) => evaluate(questionnaire, answers, { services: [] }).missing;
    expect(missing({})).to.eql(['4.1', '4.3', '4.5']);
    expect(missing({ '4.1': [{ code: 'Diabetes' }] })).to.eql(['4.2', '4.5']);
    expect(missing({ '4.1': [{ code: 'Other' }], '4.3': ['x'] })).to.eql(['4.4']);
  });

  it('the response to PHQ-9 comes back as it was', async () => {
    const questionnaire = load(without(await read('sdc-phq9'), 'H1/TS'));
    const response = without(await read('sdc-phq9.response'), 'H1/TS') as unknown as QuestionnaireResponse;
    const answers = fromResponse(questionnaire, response);
    expect(Object.keys(answers)).to.have.length(9);
    expect(evaluate(questionnaire, answers, { services: [] }).errors).to.eql([]);
    const again = toResponse(questionnaire, answers, { services: [], authored: '2019-08-21T20:36:57.544Z' });
    expect(again.item).to.eql(response.item);
    expect(again).to.include({ status: 'completed', authored: '2019-08-21T20:36:57.544Z' });
    expect(evaluate(questionnaire, { 'H1/T1/Q1': [code('Not-at-all')] }, { services: [] }).errors).to.eql([
      { linkId: 'H1/T1/Q1', limit: 'option' },
    ]);
  });
});
