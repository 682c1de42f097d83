import { aTimeout, expect } from '@open-wc/testing';
import '../../../src/define.ts';
import { december, loaded } from '../../helpers/calendar-page.ts';
import { catalog, slotAt } from '../../helpers/fixture-clinic.ts';
import { waitUntil } from '../../helpers/wait-until.ts';

const MOUNTS = 200;

/** One with a month and its neighbour; not by `fixture`, which remembers whatever it has made. */
async function mount() {
  const calendar = document.createElement('myo-therapist-calendar');
  Object.assign(calendar, {
    today: '2026-11-23',
    month: '2026-12',
    months: { '2026-12': loaded(december), '2027-01': loaded([slotAt('2027-01-08T09:00')]) },
    therapists: catalog.therapists,
  });
  document.body.append(calendar);
  await waitUntil(() => calendar.extras);
  await calendar.updateComplete;
  return calendar;
}

/** Until the garbage is collected, for a few seconds at most; the browser is started so that it does so when asked. */
async function collected(isGone: () => boolean) {
  const { gc } = globalThis as unknown as { gc: (how: object) => Promise<void> };
  for (let tries = 0; tries < 60 && !isGone(); tries++) {
    await gc({ type: 'major', execution: 'async' });
    await aTimeout(50);
  }
}

describe('<myo-therapist-calendar>, when it goes', () => {
  it('is forgotten, two hundred times over, with its cards, wishes and months', async function () {
    this.timeout(60_000);
    const mounted: WeakRef<Element>[] = [];
    const added = new Map<string, number>();
    const count = (type: string, by: number) => added.set(type, (added.get(type) ?? 0) + by);
    const [add, remove] = [document.addEventListener, document.removeEventListener];
    document.addEventListener = function (this: Document, ...args: Parameters<typeof add>) {
      count(args[0], 1);
      return add.apply(this, args);
    } as typeof add;
    document.removeEventListener = function (this: Document, ...args: Parameters<typeof remove>) {
      count(args[0], -1);
      return remove.apply(this, args);
    } as typeof remove;
    try {
      for (let count = 0; count < MOUNTS; count++) {
        const calendar = await mount();
        if (mounted.length % 2) calendar.style.inlineSize = '320px'; // The card stands below its row, and still hears Escape.
        calendar.turn('2027-01');
        calendar.shadowRoot!.querySelector<HTMLElement>('[part~=about]')!.click();
        await calendar.updateComplete;
        await aTimeout(0);
        mounted.push(new WeakRef(calendar));
        calendar.remove();
      }
      await aTimeout(300);
    } finally {
      document.addEventListener = add;
      document.removeEventListener = remove;
    }
    expect([...added].filter(([, left]) => left > 0)).to.deep.equal([]);
    const left = () => mounted.filter((one) => one.deref()).length;
    await collected(() => left() <= 2);
    expect(left()).to.be.at.most(2);
  });
});
