import { problemName } from '../contract/problem.ts';
import { EndpointError } from '../endpoint/endpoint.ts';
import type { StepId, Trouble } from './state.ts';

/** What a failed call means to the patient. What nobody has thought of is said in the console; the patient can phone. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof EndpointError)) {
    console.error(error);
    return { kind: 'contract' };
  }
  const { problem } = error.details;
  const kind = problem && error.kind === 'problem' ? problemName(problem) : error.kind;
  return { kind, detail: problem?.detail || problem?.title, alternatives: problem?.alternatives };
}

/** The step that a refused booking has to be mended in; undefined where it stays at the review. */
export function stepToMend(error: unknown): StepId | undefined {
  const problem = error instanceof EndpointError ? error.details.problem : undefined;
  if (!problem) return undefined;
  const name = problemName(problem);
  if (name === 'checklist-changed') return 'checklist';
  if (name === 'hold-expired' || name === 'slot-taken' || name === 'not-bookable') return 'calendar';
  const pointer = problem.errors[0]?.pointer ?? '';
  if (/^\/(patient|note|fields)/.test(pointer)) return 'details';
  return pointer.startsWith('/checklist') ? 'checklist' : undefined;
}
