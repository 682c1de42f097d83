import { expect } from '@open-wc/testing';
import type { Reason, Screening } from '../../../src/domain/checklist/index.ts';
import { booking, details } from '../../helpers/booking-states.ts';
import { open } from '../../helpers/summary-page.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const reason = (outcome: Reason['outcome'], therapistText: string): Reason => ({
  linkId: 'q',
  outcome,
  patientText: 'Please ask your doctor first.',
  therapistText,
  source: '',
  services: [],
  ruleOut: false,
  notBefore: '',
});
const screening: Screening = {
  outcome: 'clearance',
  ruledOut: [],
  sites: [],
  missing: [],
  reasons: [
    reason('clearance', 'Blood clot, less than 6 months ago.'),
    reason('clearance', 'Blood clot, less than 6 months ago.'),
    reason('adapt', 'Numb for a long time.'),
  ],
};
const waiting = {
  ...booking,
  status: 'pending',
  clearance: { deadline: '2026-11-30T17:00:00-07:00' },
};

async function openPage(properties: Parameters<typeof open>[0] = {}) {
  const summary = await open({
    booking: { ...waiting },
    screening,
    details: { ...details, birthDate: '1957-04-02' },
    ...properties,
  });
  const root = summary.shadowRoot!;
  await waitUntil(() => root.querySelector('.doctor'), 'the page comes in a file of its own');
  const words = (selector: string) => root.querySelector(selector)!.textContent.replace(/\s+/g, ' ');
  const press = (name: string) =>
    [...root.querySelectorAll<HTMLElement>('.doctor button')].find(({ textContent }) => textContent === name)!.click();
  return { summary, root, words, press };
}

describe('The page for a doctor', () => {
  it('asks about the treatment, says why and until when, and leaves room for the answer', async () => {
    const { words, root } = await openPage();
    const said = words('.paper');
    for (const part of [
      'Maria Santos, born April 2, 1957',
      'Medical massage, 60 min',
      'Tuesday, December 1, 9:00',
      'K7T-4MX',
      'No objection to this treatment',
      'Please answer us by Monday, November 30, 5:00',
      'Cedar Ridge Medical Massage · 12 Juniper Street, Denver · (303) 555-0142',
    ])
      expect(said).to.include(part);
    expect([...root.querySelectorAll('.reasons li')].map((each) => each.textContent?.trim())).to.deep.equal([
      'Blood clot, less than 6 months ago.',
    ]);
  });

  it('carries no other answer, and no way to reach the patient', async () => {
    const { words } = await openPage();
    expect(words('.paper')).not.to.match(/Numb for|0100/);
  });

  it('asks without reasons where the checklist is not known', async () => {
    const { root, words } = await openPage({ screening: undefined });
    expect(root.querySelector('.reasons')).to.equal(null);
    expect(words('.paper')).to.include('Your answer');
  });

  it('is there only while a doctor is asked, and is accessible', async () => {
    const { summary, root } = await openPage();
    root.querySelector('details')!.open = true;
    await expect(summary).to.be.accessible();
    summary.booking = { ...booking };
    await summary.updateComplete;
    expect(root.querySelector('.doctor')).to.equal(null);
  });

  it('is made once for a booking, however often that is drawn', async () => {
    const { summary, root } = await openPage();
    const [page, sheets] = [root.querySelector('.doctor'), root.adoptedStyleSheets.length];
    summary.requestUpdate();
    await summary.updateComplete;
    expect(root.querySelector('.doctor')).to.equal(page);
    expect(root.adoptedStyleSheets).to.have.length(sheets);
  });

  it('prints from a frame that has nothing else in it', async () => {
    const { root, press } = await openPage();
    press('Print or save the page');
    const { contentDocument } = root.querySelector('iframe')!;
    expect([...contentDocument!.body.children].map(({ className }) => className)).to.deep.equal(['paper']);
    expect(contentDocument!.body.textContent).to.include('Maria Santos');
    expect(contentDocument!.adoptedStyleSheets).to.have.length(1);
    press('Print or save the page');
    expect(root.querySelectorAll('iframe')).to.have.length(1);
  });
});
