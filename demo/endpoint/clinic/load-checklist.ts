import type { Of, QuestionnaireResource } from '../../../src/contract/index.ts';
import type { ClinicData } from './clinic-data.ts';
import { explain, loadQuestionnaire, misplacedRules, type Questionnaire } from '../../../src/domain/checklist/index.ts';

type Resource = Of<typeof QuestionnaireResource>;

/** The health questions as they are sent, and as the endpoint reads them itself. */
export interface Checklist {
  readonly resource: Resource;
  /** `url|version`. */
  readonly canonical: string;
  /** With the words of a language, where it has them. */
  questionnaireIn(language: string): Questionnaire;
}

/** A checklist is a draft until the clinic names who has looked through this very version of it. */
export const isDraft = ({ version }: Resource, review: ClinicData['checklistReview']) => review?.version !== version;

/** A checklist as patients get it, with what the clinic says of its review. */
export const reviewed = (resource: Resource, review: ClinicData['checklistReview']): Resource =>
  review && !isDraft(resource, review) ? { ...resource, status: 'active', approvalDate: review.date } : resource;

/** A checklist that is not understood to its last rule is refused: nobody books without having been screened. */
export function loadChecklist(resource: Resource, languages: readonly string[]): Checklist {
  const inLanguage = new Map(languages.map((language) => [language, load(resource, language)]));
  const first = load(resource);
  return {
    resource,
    canonical: first.canonical,
    questionnaireIn: (language) => inLanguage.get(language) ?? first,
  };
}

function load(resource: Resource, language?: string): Questionnaire {
  const { questionnaire, problems = [] } = loadQuestionnaire(resource, language);
  const misplaced = misplacedRules(resource);
  if (questionnaire && misplaced.length === 0) return questionnaire;
  const reasons = [...problems, ...misplaced].map((problem) => `  ${explain(problem)}`).join('\n');
  throw new Error(`The checklist ${resource.url}|${resource.version} cannot be used:\n${reasons}`);
}
