import * as v from 'valibot';
import { Id, LocalDate, text, words, type Of } from './values.ts';

/** A FHIR R4 Coding, as far as answers need it. */
export const Coding = v.object({
  system: v.optional(text(2000)),
  code: v.optional(words()),
  display: v.optional(text(2000)),
});
export type Coding = Of<typeof Coding>;

export interface ResponseAnswer {
  valueBoolean?: boolean | undefined;
  valueDecimal?: number | undefined;
  valueInteger?: number | undefined;
  valueDate?: string | undefined;
  valueString?: string | undefined;
  valueCoding?: v.InferOutput<typeof Coding> | undefined;
  item?: ResponseItem[] | undefined;
}
export interface ResponseItem {
  linkId: string;
  text?: string | undefined;
  answer?: ResponseAnswer[] | undefined;
  item?: ResponseItem[] | undefined;
}

export const ResponseAnswer: v.GenericSchema<ResponseAnswer> = v.object({
  valueBoolean: v.optional(v.boolean()),
  valueDecimal: v.optional(v.number()),
  valueInteger: v.optional(v.pipe(v.number(), v.integer())),
  valueDate: v.optional(v.union([LocalDate, v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/))])),
  valueString: v.optional(text(4000)),
  valueCoding: v.optional(Coding),
  item: v.optional(v.lazy(() => v.array(ResponseItem))),
});
export const ResponseItem: v.GenericSchema<ResponseItem> = v.object({
  linkId: Id,
  text: v.optional(text(4000)),
  answer: v.optional(v.pipe(v.array(ResponseAnswer), v.maxLength(200))),
  item: v.optional(v.lazy(() => v.array(ResponseItem))),
});

/** The patient's answers: a FHIR R4 QuestionnaireResponse whose `questionnaire` is the canonical `url|version`. */
export const QuestionnaireResponse = v.object({
  resourceType: v.literal('QuestionnaireResponse'),
  questionnaire: words(2000),
  status: v.picklist(['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped']),
  authored: v.optional(text(40)),
  item: v.optional(v.array(ResponseItem), []),
});
export type QuestionnaireResponse = Of<typeof QuestionnaireResponse>;
