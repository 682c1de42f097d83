/** What a large checklist takes of the processor after each answer: evaluated and screened, beside a frame of 16.7 ms. */
import { evaluate, screen } from '../../src/domain/checklist/index.ts';
import { allYes, largeQuestionnaire } from '../domain/checklist/large.ts';

const context = { services: ['all'], today: '2026-11-23' };
const FRAME = 1000 / 60;
const RUNS = 200;

const rows = [50, 250, 500].map((size) => {
  const [questionnaire, answers] = [largeQuestionnaire(size), allYes(size)];
  const begun = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) {
    evaluate(questionnaire, answers, context);
    screen(questionnaire, answers, context);
  }
  const { user, system } = process.cpuUsage(begun);
  const each = (user + system) / 1000 / RUNS;
  return { questions: size, 'CPU ms': Number(each.toFixed(2)), 'part of a frame': Number((each / FRAME).toFixed(2)) };
});
console.table(rows);
