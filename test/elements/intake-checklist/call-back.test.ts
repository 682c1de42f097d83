import { aTimeout, expect } from '@open-wc/testing';
import { whoShouldCall } from '../../helpers/call-back-page.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const realFetch = window.fetch;
type Answers = (request: Request) => Response | Promise<Response>;

/** Answers calls to be called back as a test decides, and keeps what was asked. */
function callBacks(answers: Answers) {
  const asked: Request[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.endsWith('/callbacks')) return realFetch(input, init);
    asked.push(request.clone());
    return answers(request);
  };
  return asked;
}
const accepted = () => new Response('{}', { status: 202 });

type Page = Awaited<ReturnType<typeof whoShouldCall>>;
const fill = ({ root }: Page, id: string, words: string) => {
  const input = root.querySelector<HTMLInputElement>(`#call-${id}`)!;
  input.value = words;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const says = ({ root }: Page) => root.textContent.replace(/\s+/g, ' ');

describe('<myo-intake-checklist>, where a call comes first', () => {
  afterEach(() => {
    window.fetch = realFetch;
    sessionStorage.clear();
  });

  it('sends a name, a phone and a good time, and nothing else', async () => {
    const asked = callBacks(accepted);
    const page = await whoShouldCall({ opens: true });
    await expect(page.list).to.be.accessible();
    fill(page, 'name', ' Ruth Amsel ');
    fill(page, 'phone', '(303) 555-0177');
    page.button('Please call me')!.click();
    await waitUntil(() => says(page).includes('Thank you, Ruth Amsel. We will call you on (303) 555-0177.'));
    expect(asked).to.have.length(1);
    expect(asked[0]!.url).to.equal('https://booking.invalid/clinics/cedar/callbacks');
    expect(await asked[0]!.json()).to.deep.equal({ name: 'Ruth Amsel', phone: '(303) 555-0177' });
    await expect(page.list).to.be.accessible();
  });

  it('asks the same under one key until it is answered, and keeps what was typed', async () => {
    const answers = [() => new Response('', { status: 503 }), () => Promise.reject(new TypeError('gone')), accepted];
    const asked = callBacks(() => answers.shift()!());
    const page = await whoShouldCall({ opens: true });
    fill(page, 'name', 'Ruth Amsel');
    fill(page, 'phone', '303 555 0177');
    fill(page, 'when', 'after four');
    for (const tries of [1, 2]) {
      page.button('Please call me')!.click();
      await waitUntil(() => asked.length === tries && says(page).includes('Please try again, or call us.'));
      await waitUntil(() => page.button('Please call me'));
      expect(page.root.querySelector<HTMLInputElement>('#call-when')!.value).to.equal('after four');
    }
    page.button('Please call me')!.click();
    await waitUntil(() => says(page).includes('Thank you'));
    const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys)).to.have.property('size', 1);
  });

  for (const [name, phone, missing] of [
    ['', '303 555 0177', ['name']],
    ['Ruth', '', ['phone']],
    ['Ruth', 'tomorrow', ['phone']],
    ['  ', '12', ['name', 'phone']],
  ] as const)
    it(`says what is wrong with "${name}" and "${phone}", and goes to the first`, async () => {
      const asked = callBacks(accepted);
      const page = await whoShouldCall({ opens: true });
      fill(page, 'name', name);
      fill(page, 'phone', phone);
      page.button('Please call me')!.click();
      await waitUntil(() => page.root.activeElement?.id === `call-${missing[0]}`);
      const wrong = [...page.root.querySelectorAll('[part~=call-back] [aria-invalid=true]')].map(({ id }) => id);
      expect(wrong).to.deep.equal(missing.map((field) => `call-${field}`));
      expect(asked).to.have.length(0);
    });

  it('sends once, however often it is pressed', async () => {
    const asked = callBacks(async () => {
      await aTimeout(50);
      return accepted();
    });
    const page = await whoShouldCall({ opens: true });
    fill(page, 'name', 'Ruth');
    fill(page, 'phone', '303 555 0177');
    const form = page.root.querySelector<HTMLFormElement>('[part~=call-back]')!;
    form.requestSubmit();
    form.requestSubmit();
    await waitUntil(() => says(page).includes('Thank you'));
    expect(asked).to.have.length(1);
  });

  it('takes up what is known of the patient', async () => {
    const page = await whoShouldCall();
    page.flow.store.send({
      type: 'details-changed',
      details: { ...page.flow.store.state.details, name: 'Ruth Amsel' },
    });
    page.list.requestUpdate();
    await waitUntil(() => page.button('Ask us to call you'));
    page.list.requestUpdate();
    await page.list.updateComplete;
    page.button('Ask us to call you')!.click();
    await waitUntil(() => page.root.querySelector<HTMLInputElement>('#call-name')?.value === 'Ruth Amsel');
  });

  it('speaks Spanish', async () => {
    const page = await whoShouldCall({ lang: 'es' });
    await waitUntil(() => page.button('Pídanos que le llamemos'));
  });

  it('offers nothing of the kind where the clinic calls nobody back', async () => {
    const page = await whoShouldCall({ supports: [] });
    await aTimeout(100);
    await page.list.updateComplete;
    expect(page.button('Ask us to call you')).to.equal(undefined);
    expect(page.root.querySelector('a[href^="tel:"]'), 'the number is there').not.to.equal(null);
  });
});
