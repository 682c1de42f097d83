import { expect, fixture, html } from '@open-wc/testing';
import type { BookingFlow } from '../../../src/elements/booking/booking.ts';
import type { BookingSummary } from '../../../src/elements/booking-summary/booking-summary.ts';
import '../../../src/define.ts';
import { booking } from '../../helpers/booking-states.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';
import { patient } from '../../helpers/summary-page.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const consents = [
  {
    id: 'treatment',
    version: '2',
    text: 'I agree to the treatment.',
    signedName: 'Maria Santos',
    agreedAt: '2026-11-23T09:02:00-07:00',
  },
  { id: 'news', version: '1', signedName: 'Maria Santos', agreedAt: '2026-11-23T09:02:00-07:00' },
];
const made = { ...booking, manageToken: 'manage-1', consents };

const realFetch = window.fetch;

/** A confirmation inside of a booking, whose endpoint answers as a test decides. */
async function confirmed(answers: (request: Request) => Response | Promise<Response>) {
  const asked: Request[] = [];
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith('https://booking.example/')) return realFetch(input, init);
    if (request.method === 'GET') return request.url.endsWith('/catalog') ? Response.json(catalog) : unreadable();
    asked.push(request.clone());
    return answers(request);
  };
  const flow = await fixture<BookingFlow>(
    html`<myo-booking lang="en-US" endpoint="https://booking.example/clinics/cedar"></myo-booking>`,
  );
  await waitUntil(() => flow.store.state.catalog.value);
  flow.store.send({ type: 'confirmed', booking: structuredClone(made) });
  const root = () => flow.shadowRoot!.querySelector<BookingSummary>('myo-booking-summary')?.shadowRoot;
  await waitUntil(() => root()?.querySelector('[part~=agreed]'));
  const summary = root()!.host as BookingSummary;
  return { summary, asked, agreed: () => wordsOf(summary.shadowRoot!.querySelector('[part~=agreed]')) };
}
const wordsOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const unreadable = () => new Response('', { status: 503 });

describe('<myo-booking-summary>, what was agreed to', () => {
  afterEach(() => {
    window.fetch = realFetch;
    sessionStorage.clear();
  });

  it('is shown with its version, who has signed it, and when', async () => {
    const { summary, agreed } = await confirmed(unreadable);
    expect(agreed()).to.include('I agree to the treatment. Version 2, signed by Maria Santos on November 23, 2026.');
    expect(agreed(), 'a text that the clinic no longer has is named').to.include('news Version 1');
    await expect(summary).to.be.accessible();
  });

  it('is taken back with one press, by the manage token and the ids alone', async () => {
    const { summary, asked, agreed } = await confirmed(() =>
      Response.json({
        ...made,
        consents: [{ ...consents[0], withdrawnAt: '2026-11-24T10:00:00-07:00' }, consents[1]],
      }),
    );
    await patient(summary).presses('Take back: I agree to the treatment.');
    await waitUntil(() => agreed().includes('Taken back on November 24, 2026.'));
    const request = asked.find(({ url }) => url.endsWith('/booking/withdraw'))!;
    expect(request.method).to.equal('POST');
    expect(request.headers.get('Authorization')).to.equal('Bearer manage-1');
    expect(await request.json()).to.deep.equal({ consentIds: ['treatment'] });
    expect(agreed()).to.include('Your appointment stands');
    expect(summary.shadowRoot!.querySelectorAll('[part~=agreed] button')).to.have.length(1);
    await expect(summary).to.be.accessible();
  });

  it('stands where that fails, and says what to do', async () => {
    const { summary, agreed } = await confirmed(unreadable);
    await patient(summary).presses('Take back: news');
    await waitUntil(() => agreed().includes('Please try again, or call us.'));
    expect(summary.shadowRoot!.querySelectorAll('[part~=agreed] button')).to.have.length(2);
  });
});
