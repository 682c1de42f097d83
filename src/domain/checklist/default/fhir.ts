/** As much of FHIR R4's Questionnaire as the checklist is written in. */
export type Extension = {
  readonly url: string;
  readonly valueBoolean?: boolean;
  readonly valueCode?: string;
  readonly valueInteger?: number;
  readonly valueString?: string;
  readonly valueCodeableConcept?: { readonly coding: readonly Coding[] };
  readonly extension?: readonly Extension[];
};
export type Coding = { readonly system?: string; readonly code: string; readonly display?: string };
export type AnswerOption = { readonly valueCoding: Coding; readonly extension?: readonly Extension[] };
export type EnableWhen = {
  readonly question: string;
  readonly operator: '=' | '>=' | 'exists';
  readonly answerCoding?: Coding;
  readonly answerInteger?: number;
  readonly answerBoolean?: boolean;
};
export type QuestionnaireItem = {
  readonly linkId: string;
  readonly type: 'group' | 'display' | 'choice' | 'integer' | 'date' | 'text';
  readonly text: string;
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly maxLength?: number;
  readonly enableWhen?: readonly EnableWhen[];
  readonly enableBehavior?: 'any';
  readonly answerOption?: readonly AnswerOption[];
  readonly answerValueSet?: string;
  readonly extension?: readonly Extension[];
  readonly item?: readonly QuestionnaireItem[];
};
export type ValueSet = {
  readonly resourceType: 'ValueSet';
  readonly id: string;
  readonly status: 'draft';
  readonly compose: {
    readonly include: readonly {
      readonly system: string;
      readonly concept: readonly { readonly code: string; readonly display: string }[];
    }[];
  };
};
