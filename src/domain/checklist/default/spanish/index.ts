import { advice } from './advice.ts';
import { answers } from './answers.ts';
import { questions } from './questions.ts';

/** Everything that a patient reads of the checklist, in Spanish, by its English. */
export const spanish: Readonly<Record<string, string>> = { ...questions, ...answers, ...advice };
