import type { LoadProblem } from './questionnaire.ts';

/** What to do about a field that is at fault. */
const advice: Readonly<Record<string, string>> = {
  TypeError: 'this is not a Questionnaire, or not JSON of the right form',
  RangeError: 'it is nested too deeply, or has too many items',
  SyntaxError: 'its regular expression cannot be read',
  linkId: 'every item needs a linkId of its own',
  type: 'this type of item is not supported',
  item: 'a Questionnaire and a group need items, and a display has none',
  answerOption:
    'a choice needs answers with a code or a value, in itself or in a contained ValueSet that lists them all',
  answerValueSet: 'answers come from answerOption or from a ValueSet, not from both',
  repeats: 'only a choice without items may repeat',
  minOccurs: 'only what repeats has a least and a greatest count',
  hidden: 'what is hidden or read-only can neither be answered nor screen anybody',
  initial: 'a screening question is not answered beforehand',
  enableBehavior: 'two conditions need to say whether all or any of them have to hold',
  enableWhen:
    'the condition names no question before it, waits for itself, or has an operator or answer that does not fit',
  'screening-outcome':
    'this field of the rule is unknown, missing, given twice, or does not fit the item or the outcome',
  'screening-services': 'it names no code',
  minValue: 'it has to be of the type of its item',
  maxValue: 'it has to be of the type of its item',
  misplaced: 'nobody reads a rule that stands here: it belongs to an item, or to one of its answers',
  regex: 'too many repetitions can keep a page busy for hours',
};

/** A reason for which a Questionnaire was refused, in a sentence for whoever wrote it. */
export function explain({ linkId, reason }: LoadProblem): string {
  const [field = ''] = reason.split(/[ :]/);
  return `${linkId || 'Questionnaire'}: ${reason}: ${advice[field] ?? 'not supported, or of a wrong kind'}`;
}
