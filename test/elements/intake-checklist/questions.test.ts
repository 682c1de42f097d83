import { expect } from '@open-wc/testing';
import { open, patient } from '../../helpers/checklist-page.ts';
import { healthy } from '../../helpers/fixture-checklist.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const code = (value: string) => ({ system: 'urn:test', code: value, display: value });

describe('<myo-intake-checklist>, its questions', () => {
  it('asks on when an answer makes it matter, and remembers what was said before', async () => {
    const element = await open({ page: 1 });
    const maria = patient(element);
    expect(maria.isAsked).not.to.include('When was it?');
    await maria.answers('Have you had surgery?', 'Yes');
    await maria.types('When was it?', '2026', 'year');
    expect(element.answers['surgery-date']).to.deep.equal(['2026']);
    await maria.answers('Have you had surgery?', 'No');
    expect(maria.isAsked).not.to.include('When was it?');
    expect(element.screening?.reasons).to.deep.equal([]);
    await maria.answers('Have you had surgery?', 'Yes');
    expect((maria.question('When was it?').querySelector('[id$=year]') as HTMLInputElement).value).to.equal('2026');
  });

  it('lets "None of these" clear the others, and the others clear it', async () => {
    const element = await open({ page: 2 });
    const maria = patient(element);
    await maria.answers('Do you have any', 'A rash', 'Numb feet', 'None of these');
    expect(maria.picked).to.deep.equal(['None of these']);
    await maria.answers('Do you have any', 'A rash');
    expect(maria.picked).to.deep.equal(['A rash']);
    await maria.answers('Do you have any', 'A rash');
    expect(maria.picked).to.deep.equal([]);
    expect(element.unanswered).to.deep.equal(['any']);
  });

  it('takes other words beside a choice, and clears "None of these" for them', async () => {
    const element = await open({ page: 3 });
    const maria = patient(element);
    await maria.answers('What are you allergic to?', 'None of these');
    await maria.types('What are you allergic to?', 'Latex', 'other');
    expect(element.answers['oil']).to.deep.equal(['Latex']);
    await maria.answers('What are you allergic to?', 'Almond');
    expect(element.answers['oil']).to.deep.equal(['Latex', code('Almond')]);
    await maria.types('What are you allergic to?', '', 'other');
    expect(element.answers['oil']).to.deep.equal([code('Almond')]);
  });

  it('keeps each kind of answer as its type wants it', async () => {
    const element = await open({ page: 3 });
    const maria = patient(element);
    await maria.answers('Do you smoke?', 'No');
    await maria.answers('On which side?', 'Right');
    await maria.types('How much do you weigh?', '72,5');
    await maria.answers('How bad is the pain?', '10');
    await maria.types('What do you hope for?', 'To walk');
    const { smoker, side, weight, pain, goal } = element.answers;
    expect({ smoker, side, weight, pain, goal }).to.deep.equal({
      smoker: [false],
      side: [code('Right')],
      weight: [72.5],
      pain: [10],
      goal: ['To walk'],
    });
  });

  for (const [typed, kept] of [
    ['72,5', 72.5],
    ['72.5', 72.5],
    [' 72 ', 72],
    ['1,500', '1,500'],
    ['1,500.5', '1,500.5'],
    ['some', 'some'],
  ] as const)
    it(`reads "${typed}" as ${typeof kept === 'number' ? kept : 'no number, and says so'}`, async () => {
      const element = await open({ page: 3 });
      const maria = patient(element);
      await maria.types('How much do you weigh?', typed);
      expect(element.answers['weight']).to.deep.equal([kept]);
      expect(element.evaluation?.errors.map(({ linkId }) => linkId) ?? []).to.deep.equal(
        typeof kept === 'number' ? [] : ['weight'],
      );
    });

  it('asks each question by an id of its own, however alike their names are', async () => {
    const item = ['a b', 'a_b', 'a%20b'].map((linkId) => ({ linkId, type: 'boolean', text: `Is it ${linkId}?` }));
    const questionnaire = {
      resourceType: 'Questionnaire' as const,
      url: 'https://clinic.example/q',
      version: '1',
      status: 'active',
      item,
    };
    const element = await open({ questionnaire, answers: {} });
    const maria = patient(element);
    await maria.answers('Is it a b?', 'Yes');
    await maria.answers('Is it a_b?', 'No');
    await maria.answers('Is it a%20b?', 'Yes');
    expect(element.answers).to.deep.equal({ 'a b': [true], a_b: [false], 'a%20b': [true] });
    const ids = [...element.shadowRoot!.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('opens a list where a question asks for one, once the file of lists is there', async () => {
    const element = await open({ page: 3 });
    const maria = patient(element);
    await waitUntil(() => maria.question('On which side?').querySelector('select'));
    await maria.chooses('On which side?', 'Left');
    expect(element.answers['side']).to.deep.equal([code('Left')]);
    expect(maria.question('On which side?').querySelector('select')!.value).to.equal('Left');
    await expect(element).to.be.accessible();
    await maria.chooses('On which side?', '');
    expect(element.answers['side']).to.deep.equal([]);
  });

  const limits: readonly (readonly [string, string, string])[] = [
    ['400', 'too much', 'Please enter something from 20 to 300.'],
    ['5', 'too little', 'Please enter something from 20 to 300.'],
    ['a lot', 'no number', 'Please check this answer.'],
    ['', 'nothing', 'Please answer this question.'],
    ['70', 'enough', ''],
  ];
  for (const [typed, what, error] of limits)
    it(`says what is wrong with a number: ${what}`, async () => {
      const element = await open({ page: 3, answers: healthy });
      await patient(element).types('How much do you weigh?', typed);
      expect(patient(element).error('How much do you weigh?')).to.equal('');
      expect(element.reportValidity()).to.equal(error === '');
      await element.updateComplete;
      expect(patient(element).error('How much do you weigh?')).to.equal(error);
      const field = patient(element).question('How much do you weigh?').querySelector('input')!;
      expect(field.getAttribute('aria-invalid')).to.equal(String(error !== ''));
    });

  it('takes month and year for a date, and refuses a day that has not come', async () => {
    const element = await open({ page: 1, answers: { ...healthy, surgery: [code('Yes')] } });
    const maria = patient(element);
    await maria.types('When was it?', '5', 'month');
    await maria.types('When was it?', '2026', 'year');
    expect(element.answers['surgery-date']).to.deep.equal(['2026-05']);
    expect(element.reportValidity()).to.equal(true);
    await maria.types('When was it?', '2027', 'year');
    expect(element.reportValidity()).to.equal(false);
    await element.updateComplete;
    expect(maria.error('When was it?')).to.equal('Please enter something up to November 23, 2026.');
  });

  it('names what need not be answered', async () => {
    const element = await open({ page: 3 });
    expect(patient(element).isAsked.filter((question) => question.includes('(if you like)'))).to.deep.equal([
      'What do you hope for? (if you like)',
    ]);
  });

  it('shows a score as numbers, none of them picked', async () => {
    const element = await open({ page: 3 });
    const numbers = [...patient(element).question('How bad is the pain?').querySelectorAll('[part~=answer]')];
    expect(numbers.map((number) => number.textContent?.trim())).to.deep.equal([...Array(11).keys()].map(String));
    expect(element.unanswered).to.include('pain');
  });

  it('stands as yes, no, not sure in a row, and lists what is longer', async () => {
    const element = await open({ page: 0 });
    const parts = [...element.shadowRoot!.querySelectorAll('[part~=answers]')].map((each) => [...each.part]);
    expect(parts).to.deep.equal([['answers', 'short'], ['answers']]);
  });
});
