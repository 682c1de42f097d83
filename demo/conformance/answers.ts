import type { QuestionnaireResponse } from '../../src/contract/index.ts';
import { itemsOf } from '../../src/domain/checklist/asked.ts';
import {
  evaluate,
  explain,
  isRuledOut,
  loadQuestionnaire,
  outcomes,
  screen,
  toResponse,
  type Answers,
  type AnswerValue,
  type Item,
  type Outcome,
  type Questionnaire,
} from '../../src/domain/checklist/index.ts';

/** For which service somebody is screened, when, and for which day; for the same one where none is named. */
export interface Occasion {
  readonly services: readonly string[];
  readonly today: string;
  readonly on?: string;
}

/** How answers end: in `book` as well where the therapist adapts. */
export type Ending = Exclude<Outcome, 'adapt'> | 'ruled out' | 'too early' | 'incomplete';

/** The checklist of a clinic as patients fill it in. */
export class Answering {
  private constructor(private readonly questionnaire: Questionnaire) {}

  /** Reads a Questionnaire, or says what the widget would not understand in it. */
  static of(resource: unknown): Answering | string {
    const { questionnaire, problems } = loadQuestionnaire(resource);
    if (questionnaire) return new Answering(questionnaire);
    return problems.map(explain).join('; ');
  }

  /** The answers of somebody with nothing to tell, who may simply book; undefined where no answers allow that. */
  harmless(occasion: Occasion): QuestionnaireResponse | undefined {
    const answers = this.#complete({}, occasion);
    return answers && this.#endingOf(answers, occasion) === 'book' ? this.#written(answers, occasion) : undefined;
  }

  /** Answers that end so on each of these occasions; undefined where the clinic has no such question. */
  endingIn(ending: Ending, occasion: Occasion, ...others: readonly Occasion[]): QuestionnaireResponse | undefined {
    for (const answers of this.#oneByOne(occasion))
      if ([occasion, ...others].every((one) => this.#endingOf(answers, one) === ending))
        return this.#written(answers, occasion);
    return undefined;
  }

  /** Answers with which somebody may book, but not with what is added; undefined where the clinic has no such question. */
  against(added: readonly string[], occasion: Occasion): QuestionnaireResponse | undefined {
    const whole = { ...occasion, services: [...occasion.services, ...added] };
    const refused: readonly string[] = ['ruled out', 'too early', 'call'];
    for (const answers of this.#oneByOne(whole))
      if (this.#endingOf(answers, occasion) === 'book' && refused.includes(this.#endingOf(answers, whole)))
        return this.#written(answers, whole);
    return undefined;
  }

  /** Harmless answers but for one that is left out; undefined where nothing has to be answered. */
  incomplete(occasion: Occasion): QuestionnaireResponse | undefined {
    const calm = this.#complete({}, occasion) ?? {};
    for (const left of Object.keys(calm)) {
      const answers = Object.fromEntries(Object.entries(calm).filter(([linkId]) => linkId !== left));
      if (evaluate(this.questionnaire, answers, occasion).missing.length > 0) return this.#written(answers, occasion);
    }
    return undefined;
  }

  /** Everything that may be answered to one question, with mild answers to all others. */
  *#oneByOne(occasion: Occasion): Iterable<Answers> {
    const calm = this.#complete({}, occasion) ?? {};
    for (const item of itemsOf(this.questionnaire.items))
      for (const value of candidates(item)) {
        const answers = this.#complete({ ...calm, [item.linkId]: [value] }, occasion);
        if (answers) yield answers;
      }
  }

  /** Answers whatever is still asked, each question in the mildest way. */
  #complete(begun: Answers, occasion: Occasion): Answers | undefined {
    const answers: Record<string, readonly AnswerValue[]> = { ...begun };
    for (;;) {
      const [linkId] = evaluate(this.questionnaire, answers, occasion).missing;
      if (linkId === undefined) return answers;
      const item = itemsOf(this.questionnaire.items).find((one) => one.linkId === linkId);
      const [mildest] = candidates(item!)
        .map((value) => ({ value, harm: this.#harm({ ...answers, [linkId]: [value] }, occasion) }))
        .sort((one, other) => one.harm - other.harm);
      if (!mildest || linkId in answers) return undefined;
      answers[linkId] = [mildest.value];
    }
  }

  /** How far answers keep somebody from booking; among those alike, the ones that lead to fewer further questions. */
  #harm(answers: Answers, occasion: Occasion): number {
    const { reasons, ruledOut, notBefore, missing } = screen(this.questionnaire, answers, occasion);
    const worst = Math.max(0, ...reasons.map(({ outcome }) => outcomes.indexOf(outcome)));
    return worst * 10_000 + (notBefore ? 5000 : 0) + ruledOut.length * 1000 + missing.length;
  }

  /** What the endpoint has to find as well. */
  #endingOf(answers: Answers, occasion: Occasion): Ending {
    const screening = screen(this.questionnaire, answers, occasion);
    const { outcome, notBefore = '' } = screening;
    if (outcome !== 'book' && outcome !== 'adapt') return outcome;
    if (isRuledOut(screening, occasion.services)) return 'ruled out';
    return (occasion.on ?? occasion.today) < notBefore ? 'too early' : 'book';
  }

  #written = (answers: Answers, occasion: Occasion) => toResponse(this.questionnaire, answers, occasion);
}

/** What may be answered to a question. */
function candidates({ type, options, min, max }: Item): readonly AnswerValue[] {
  if (options.length > 0) return options.map(({ value }) => value);
  if (type === 'boolean') return [false, true];
  if (type === 'integer' || type === 'decimal') return [min, max, 0, 1, 5].filter((value) => typeof value === 'number');
  if (type === 'date') return [min, max, '1980-04-02'].filter((value) => typeof value === 'string');
  return type === 'string' || type === 'text' || type === 'open-choice' ? ['none'] : [];
}
