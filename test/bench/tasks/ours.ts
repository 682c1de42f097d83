import type { Subject } from './subject.ts';

/** The mildest answer to each question of the page, one after the other as a patient gives them, then the next page. */
const answers = `(async () => {
  for (const round of [1, 2]) for (const question of all('[part~=question]')) {
    const labels = [...question.querySelectorAll('label')].filter((label) => label.querySelector('[type=radio], [type=checkbox]'));
    const mild = labels.find((label) => /^\\s*(No|Never|None|Nothing|0|All over)\\b/.test(label.textContent)) ?? labels[0];
    if (mild && !mild.querySelector('input').checked) mild.click();
    await new Promise((done) => setTimeout(done, 200));
  }
})()`;
const born = ['bday-month:4', 'bday-day:2', 'bday-year:1957']
  .map((field) => field.split(':'))
  .map(([name, typed]) => `type('input[autocomplete=${name}]', '${typed}')`)
  .join(';');
const goOn = `press(/^\\s*Continue/)`;

export const ours = (files: string, endpoint: string): Subject => ({
  name: 'myo-booking',
  head: `<script src="${files}myo.js"></script>`,
  body: '<main></main>',
  steps: [
    ['it comes', `document.querySelector('main').innerHTML = '<myo-booking endpoint="${endpoint}"></myo-booking>'`],
    ['a treatment is picked', `press(/Relaxation massage/, 'label')`],
    ['to the checklist', goOn],
    ...[1, 2, 3, 4].flatMap((page) => [
      [`page ${page} is answered`, answers] as const,
      [page < 4 ? `to page ${page + 1}` : 'to the calendar', goOn] as const,
    ]),
    ['another month', `press(/^December|Next month/)`],
    ['a time is picked', `all('[part~=time][aria-disabled=false]')[0].click()`],
    ['to the details', goOn],
    [
      'a name and a number',
      `type('input[autocomplete=name]', 'Maria Santos'); type('input[type=tel]', '(303) 555-0100')`,
    ],
    ['a date of birth', born],
    ['to the review', goOn],
    ['a signature', `type('input[autocomplete=name]', 'Maria Santos')`],
    ['consents', `all('[part~=consent] input, input[part~=consent]').forEach((one) => one.click())`],
    ['it is booked', `press(/Confirm booking/)`],
  ],
});
