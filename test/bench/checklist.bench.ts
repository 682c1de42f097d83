/** What a large checklist takes after each answer, evaluated and screened: nineteen times of twenty, beside a frame of 16.7 ms. */
import { evaluate, screen } from '../../src/domain/checklist/index.ts';
import { allYes, largeQuestionnaire } from '../domain/checklist/large.ts';

const context = { services: ['all'], today: '2026-11-23' };
const FRAME = 1000 / 60;
const RUNS = 400;
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The processor's milliseconds of each run, shortest first; what other processes do meanwhile is not counted. */
function runs(size: number): readonly number[] {
  const [questionnaire, answers] = [largeQuestionnaire(size), allYes(size)];
  const took = Array.from({ length: RUNS }, () => {
    const begun = cpu();
    evaluate(questionnaire, answers, context);
    screen(questionnaire, answers, context);
    return cpu() - begun;
  });
  return took.sort((one, other) => one - other);
}

const rows = [50, 250, 500, 950].map((questions) => {
  const took = runs(questions);
  const p95 = took[Math.ceil(RUNS * 0.95) - 1]!;
  return {
    questions,
    'median ms': Number(took[RUNS / 2]!.toFixed(2)),
    'p95 ms': Number(p95.toFixed(2)),
    'part of a frame': Number((p95 / FRAME).toFixed(2)),
    'within a frame': p95 <= FRAME ? 'yes' : 'NO',
  };
});
console.table(rows);
