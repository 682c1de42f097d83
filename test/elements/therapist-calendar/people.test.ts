import { aTimeout, expect } from '@open-wc/testing';
import { elsewhere } from '../../../src/elements/calendar-extras/clock.ts';
import { december, furnished, loaded, patient } from '../../helpers/calendar-page.ts';
import { catalog, slotAt } from '../../helpers/fixture-clinic.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const [ana, ben] = catalog.therapists;

describe('<myo-therapist-calendar>, who treats', () => {
  it('says which languages they speak, where that differs', async () => {
    const calendar = await furnished();
    const spoken = [...calendar.shadowRoot!.querySelectorAll('.who label small')].map((small) => small.textContent);
    expect(spoken).to.deep.equal(['English and Spanish', 'English and Polish']);
    calendar.therapists = [ana!, { ...ben!, languages: ana!.languages }];
    await calendar.updateComplete;
    expect(calendar.shadowRoot!.querySelector('.who label small') === null).to.equal(true);
  });

  const rooms: [number, number][] = [
    [240, 1],
    [285, 1],
    [360, 1],
    [360, 2],
    [600, 1],
    [768, 1],
  ];
  for (const [width, scale] of rooms)
    it(`keeps long names within what is pressed, ${width} px wide with letters of ${scale * 100} %`, async () => {
      const maximiliana = { ...ben!, name: 'Maximiliana Oberschwarzenberger' };
      const slots = [slotAt('2026-12-03T10:00'), slotAt('2026-12-03T10:00', 't2'), slotAt('2026-12-03T11:00', 't2')];
      const calendar = await furnished({ therapists: [ana!, maximiliana], months: { '2026-12': loaded(slots) } });
      Object.assign(calendar.style, { inlineSize: `${width}px`, fontSize: `${scale * 16}px` });
      await patient(calendar).picksTime('10:00 AM');
      const pressed = [...calendar.shadowRoot!.querySelectorAll<HTMLElement>('button, label')];
      const edge = calendar.getBoundingClientRect().right + 1;
      const wide = pressed.filter(
        (one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > edge,
      );
      expect(wide.map((one) => one.textContent.trim())).to.deep.equal([]);
    });

  it('tells who the only therapist is, with nothing to choose', async () => {
    const calendar = await furnished({ therapists: [ana!] });
    const root = calendar.shadowRoot!;
    expect(patient(calendar).reads).to.include('With Ana Reyes');
    expect(root.querySelector('fieldset[part=whom]') === null).to.equal(true);
    await patient(calendar).presses('About Ana Reyes');
    await aTimeout(30);
    expect(root.querySelector('[part~=card]')!.textContent).to.include('Speaks English and Spanish');
    await expect(calendar).to.be.accessible();
  });

  it('shows initials where a photo is not there', async () => {
    const calendar = await furnished({
      therapists: [{ ...ana!, photo: `${location.origin}/no-such-photo.png` }, ben!],
    });
    const face = () => calendar.shadowRoot!.querySelector('[aria-label="About Ana Reyes"] [part=face]')!;
    await waitUntil(() => face().getAttribute('data-letters') === 'AR');
  });
});

describe('the patient’s own clock', () => {
  const clocks: [string, string, string | undefined][] = [
    ['2026-12-01T09:00:00-07:00', 'America/Denver', undefined],
    ['2026-12-01T09:00:00-07:00', 'Asia/Tokyo', '2026-12-02T01:00'],
    ['2026-12-01T09:00:00-07:00', 'Pacific/Kiritimati', '2026-12-02T06:00'],
    ['2026-12-01T09:00:00-07:00', 'Pacific/Pago_Pago', '2026-12-01T05:00'],
    ['2026-12-01T09:00:00+14:00', 'America/Denver', '2026-11-30T12:00'],
    ['2026-11-01T01:30:00-06:00', 'America/Denver', undefined], // The hour that comes twice, first
    ['2026-11-01T01:30:00-07:00', 'America/Denver', undefined], // and again.
    ['2026-11-01T01:30:00-06:00', 'Europe/Berlin', '2026-11-01T08:30'],
    ['2026-11-01T01:30:00-07:00', 'Europe/Berlin', '2026-11-01T09:30'],
    ['2027-03-28T02:30:00+02:00', 'Europe/London', '2027-03-28T00:30'], // Before the hour that London skips,
    ['2027-03-28T03:30:00+02:00', 'Europe/London', '2027-03-28T02:30'], // and after it.
    ['2026-12-01T09:00:00+01:00', 'Australia/Lord_Howe', '2026-12-01T19:00'],
  ];
  for (const [instant, zone, there] of clocks)
    it(`shows ${there ?? 'nothing'} in ${zone} for ${instant}`, () => expect(elsewhere(instant, zone)).to.equal(there));
});

describe('<myo-therapist-calendar>, its times on a phone', () => {
  it('stand three in a row at 318 pixels', async () => {
    const times = ['10:00', '10:15', '10:30', '11:45'].map((time) => slotAt(`2026-12-03T${time}`));
    const calendar = await furnished({ months: { '2026-12': loaded(times) } });
    calendar.style.maxInlineSize = '318px';
    await calendar.updateComplete;
    await aTimeout(50);
    const all = [...calendar.shadowRoot!.querySelectorAll('[part~=time]')];
    const tops = all.map((time) => time.getBoundingClientRect().top);
    expect(tops.slice(0, 3)).to.deep.equal([tops[0], tops[0], tops[0]]);
    expect(tops[3]).to.be.greaterThan(tops[0]!);
  });
});

describe('<myo-therapist-calendar>, what is said aloud', () => {
  it('says each turn once, and nothing while nothing happens', async () => {
    const calendar = await furnished({ months: { '2026-12': loaded(december), '2027-01': loaded([]) } });
    const region = calendar.shadowRoot!.querySelector('[role=status]')!;
    const said: string[] = [];
    const watcher = new MutationObserver(() => said.push(region.textContent.trim()));
    watcher.observe(region, { childList: true, characterData: true, subtree: true });
    const maria = patient(calendar);
    await maria.picksDay('Thursday, December 3');
    await maria.picksTime('9:00 AM');
    await maria.presses('January 2027');
    calendar.requestUpdate();
    await calendar.updateComplete;
    await maria.presses('December 2026');
    await aTimeout(0);
    watcher.disconnect();
    expect(said).to.deep.equal(['January 2027: no days with free times', 'December 2026: 3 days with free times']);
  });
});
