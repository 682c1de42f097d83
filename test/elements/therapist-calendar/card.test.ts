import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { TherapistCalendar } from '../../../src/elements/therapist-calendar/therapist-calendar.ts';
import { furnished } from '../../helpers/calendar-page.ts';
import { catalog } from '../../helpers/fixture-clinic.ts';

const [ana, ben] = catalog.therapists;
const therapists = [{ ...ana!, bio: 'Eleven years with scars.', pronouns: 'she/her' }, ben!];

async function open(properties: Partial<TherapistCalendar> = {}) {
  await setViewport({ width: 1000, height: 800 });
  const calendar = await furnished({ therapists, ...properties });
  const root = calendar.shadowRoot!;
  const settled = async () => {
    await aTimeout(30);
    await calendar.updateComplete;
  };
  const face = (name: string) => root.querySelector<HTMLElement>(`[aria-label="About ${name}"]`)!;
  return {
    calendar,
    settled,
    face,
    card: () => root.querySelector<HTMLElement>('[part~=card]'),
    reads: () => root.querySelector('[part~=card]')?.textContent?.replace(/\s+/g, ' ').trim(),
    presses: async (name: string) => {
      face(name).click();
      await settled();
    },
  };
}

describe('<myo-therapist-calendar>, who the therapists are', () => {
  afterEach(() => sendMouse({ type: 'move', position: [1, 1] }));

  it('is one press away, and says who they are', async () => {
    const page = await open();
    expect(page.card()).to.equal(null);
    await page.presses('Ana Reyes');
    expect(page.reads()).to.equal('Ana Reyes she/her LMT Speaks English and Spanish Eleven years with scars.');
    expect(page.face('Ana Reyes').ariaExpanded).to.equal('true');
    expect(page.calendar.therapistIds).to.deep.equal([]);
    await expect(page.calendar).to.be.accessible();
    await page.presses('Ben Kowalski');
    expect(page.reads()).to.include('Speaks English and Polish');
    await page.presses('Ben Kowalski');
    expect(page.card()).to.equal(null);
  });

  it('opens for the keyboard, closes when it moves on, and closes with Escape alone', async () => {
    const page = await open();
    page.calendar.shadowRoot!.querySelector<HTMLElement>('input')!.focus();
    await sendKeys({ press: 'Tab' });
    await page.settled();
    expect(page.calendar.shadowRoot!.activeElement).to.equal(page.face('Ana Reyes'));
    expect(page.reads()).to.include('Ana Reyes');
    let heard = 0;
    const hear = () => heard++;
    document.body.addEventListener('keydown', hear);
    await sendKeys({ press: 'Escape' });
    await page.settled();
    document.body.removeEventListener('keydown', hear);
    expect(page.card()).to.equal(null);
    expect(heard).to.equal(0);
    await sendKeys({ press: 'Tab' });
    await page.settled();
    expect(page.reads()).to.include('Ben Kowalski');
    await sendKeys({ press: 'Tab' });
    await page.settled();
    expect(page.card()).to.equal(null);
  });

  it('opens under the pointer, stays while the pointer is on it, and goes with it', async () => {
    const page = await open();
    const middle = (element: Element): [number, number] => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    };
    await sendMouse({ type: 'move', position: middle(page.face('Ana Reyes')) });
    await aTimeout(300);
    expect(page.reads()).to.include('Ana Reyes');
    await sendMouse({ type: 'move', position: middle(page.card()!) });
    await aTimeout(300);
    expect(page.reads()).to.include('Ana Reyes');
    await sendMouse({ type: 'move', position: [990, 790] });
    await aTimeout(400);
    expect(page.card()).to.equal(null);
  });

  const hosts: [string, Partial<CSSStyleDeclaration>][] = [
    ['transformed', { transform: 'translate(60px, 40px) scale(0.9)' }],
    ['clipped', { overflow: 'hidden', blockSize: '300px' }],
    ['scrolling', { overflow: 'auto', blockSize: '260px' }],
    ['contained', { contain: 'strict', blockSize: '300px' }],
  ];
  for (const [what, style] of hosts)
    it(`stands beside its button, whole and on top, in a host that is ${what}`, async () => {
      const page = await open();
      const host = page.calendar.parentElement!;
      Object.assign(host.style, style);
      host.scrollTop = 30;
      await page.presses('Ana Reyes');
      const card = page.card()!.getBoundingClientRect();
      const button = page.face('Ana Reyes').getBoundingClientRect();
      expect(card.top - button.bottom, 'below').to.be.within(4, 12);
      expect(Math.abs(card.left - button.left), 'in line').to.be.lessThan(3);
      const seen = document.elementFromPoint(card.left + card.width / 2, card.bottom - 12);
      expect(seen).to.equal(page.calendar);
      host.scrollTop = 60;
      await page.settled();
      const after = page.card()!.getBoundingClientRect();
      expect(after.top - page.face('Ana Reyes').getBoundingClientRect().bottom).to.be.within(4, 12);
    });

  it('stands below its row where there is no room', async () => {
    const page = await open();
    page.calendar.style.maxInlineSize = '320px';
    page.face('Ana Reyes').focus(); // As a tap does.
    await page.presses('Ana Reyes');
    expect(page.card()!.popover).to.equal(null);
    expect(getComputedStyle(page.card()!).position).to.equal('static');
    await expect(page.calendar).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await page.settled();
    expect(page.card() === null).to.equal(true);
  });

  it('leaves nothing behind when the calendar goes', async () => {
    const page = await open();
    await page.presses('Ana Reyes');
    page.calendar.remove();
    await aTimeout(100);
    let prevented = true;
    const hear = (event: KeyboardEvent) => (prevented = event.defaultPrevented);
    document.addEventListener('keydown', hear);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', hear);
    expect(prevented).to.equal(false);
  });

  it('shows a photo where there is one, without telling its host where the patient is', async () => {
    const page = await open({ therapists: [{ ...therapists[0]!, photo: `${location.origin}/none.png` }, ben!] });
    const photo = page.face('Ana Reyes').querySelector('img')!;
    expect(photo.referrerPolicy).to.equal('no-referrer');
    expect(photo.alt).to.equal('');
  });
});
