import { expect } from '@open-wc/testing';
import { runBooking } from '../../src/booking/effects/index.ts';
import type { BookingState } from '../../src/booking/state.ts';
import { BookingStore } from '../../src/booking/store.ts';
import { EndpointError } from '../../src/endpoint/endpoint.ts';
import { at, booking, held, otherSlot, slot } from '../helpers/booking-states.ts';
import { catalog } from '../helpers/fixture-clinic.ts';
import { ScriptedEndpoint } from '../helpers/scripted-endpoint.ts';

const problem = (name: string, more = {}) =>
  new EndpointError('problem', {
    status: 409,
    problem: {
      type: `https://x.example/problems/${name}`,
      title: '',
      detail: '',
      errors: [],
      taken: [],
      alternatives: [],
      ...more,
    },
  });
const hold = (token: string, of = slot) => ({ token, expiresIn: 600, extensions: 10, slots: [of] });

function begin(initial: Partial<BookingState> = {}, kept?: string) {
  const script = new ScriptedEndpoint();
  const store = new BookingStore(initial);
  const tokens = { kept, read: () => tokens.kept, write: (token: string | undefined) => void (tokens.kept = token) };
  const running = runBooking(store, script.endpoint, { tokens, language: 'en' });
  return { script, store, tokens, running };
}

describe('effects', () => {
  it('asks for the catalog, then for the checklist and the first times, three at once', async () => {
    const { script } = begin();
    expect(script.calls.map(({ name }) => name)).to.deep.equal(['catalog']);
    await script.last('catalog').answer(catalog);
    expect(script.of('checklist')).to.have.length(1);
    expect(script.of('firstFree')).to.have.length(3);
    await script.of('firstFree')[0]!.answer({ first: slot, therapists: [] });
    expect(script.of('firstFree')).to.have.length(4);
  });

  it('says what failed, and asks again when the patient does', async () => {
    const { script, store } = begin();
    await script.last('catalog').fail(new EndpointError('server'));
    expect(store.state.catalog.trouble?.kind).to.equal('server');
    store.send({ type: 'retried' });
    expect(script.of('catalog')).to.have.length(2);
  });

  it('refuses a checklist that it cannot read, rather than book without one', async () => {
    const { script, store } = begin();
    await script.last('catalog').answer(catalog);
    await script
      .last('checklist')
      .answer({ resourceType: 'Questionnaire', url: 'u', version: '1', item: [{ linkId: 'a', type: 'attachment' }] });
    expect(store.state.checklist.trouble?.kind).to.equal('unusable');
  });

  it('asks for the month that is looked at, then for both of its neighbours', async () => {
    const { script } = begin({ ...at('calendar'), months: {}, month: '2026-12' });
    expect(script.of('availability').map(({ input }) => input[0])).to.have.length(1);
    expect(script.last('availability').input[0]).to.include({ service: 's2', from: '2026-12-01', to: '2027-01-01' });
    await script.last('availability').answer({ timeZone: 'America/Denver', slots: [], next: null });
    const asked = script.of('availability').map(({ input }) => input[0]);
    expect(asked[1]).to.include({ from: '2027-01-01' });
    expect(asked[2]).to.include({ from: '2026-11-23', to: '2026-12-01' });
  });

  it('takes back an older question and drops its answer', async () => {
    const { script, store } = begin({ ...at('calendar'), months: {}, month: '2026-12' });
    const older = script.last('availability');
    store.send({ type: 'therapists-selected', therapistIds: ['t1'] });
    expect(older.options?.signal?.aborted).to.equal(true);
    await older.answer({ timeZone: 'America/Denver', slots: [slot], next: null });
    expect(store.state.months['2026-12']?.status).to.equal('pending');
    await script.last('availability').answer({ timeZone: 'America/Denver', slots: [otherSlot], next: null });
    expect(store.state.months['2026-12']?.value?.slots).to.deep.equal([otherSlot]);
  });

  it('holds a picked slot, remembers the token only, and gives the older place up for it', async () => {
    const { script, store, tokens } = begin(at('calendar'));
    store.send({ type: 'slot-selected', slot });
    expect(script.last('hold').input[0]).to.deep.equal({ slotIds: [slot.id], replaces: undefined });
    await script.last('hold').answer(hold('one'));
    expect([store.state.held?.token, tokens.kept]).to.deep.equal(['one', 'one']);
    store.send({ type: 'slot-selected', slot: otherSlot });
    expect(script.last('hold').input[0]).to.deep.equal({ slotIds: [otherSlot.id], replaces: 'one' });
    await script.last('hold').answer(hold('two', otherSlot));
    expect([store.state.held?.token, tokens.kept]).to.deep.equal(['two', 'two']);
    expect(script.of('release')).to.have.length(0);
  });

  it('gives back a place that arrives after the patient has picked another', async () => {
    const { script, store } = begin(at('calendar'));
    store.send({ type: 'slot-selected', slot });
    const first = script.last('hold');
    store.send({ type: 'slot-selected', slot: otherSlot });
    await script.last('hold').answer(hold('two', otherSlot));
    await first.answer(hold('one'));
    expect(store.state.held?.token).to.equal('two');
    expect(script.last('release').input).to.deep.equal(['one']);
  });

  it('gives the place back when an answer stops the booking', () => {
    const { script, store, tokens } = begin(at('details'));
    store.send({ type: 'answered', answers: { state: [{ code: 'stop' }] } });
    expect(script.last('release').input).to.deep.equal(['hold-1']);
    expect(tokens.kept).to.equal(undefined);
  });

  it('gives back a place that arrives after an answer has stopped the booking', async () => {
    const { script, store } = begin(at('calendar'));
    store.send({ type: 'slot-selected', slot });
    store.send({ type: 'answered', answers: { state: [{ code: 'stop' }] } });
    await script.last('hold').answer(hold('late'));
    expect(store.state.held).to.equal(undefined);
    expect(script.last('release').input).to.deep.equal(['late']);
  });

  it('gives back a place that arrives when it is too early for a doctor, and keeps no token of it', async () => {
    const { script, store, tokens } = begin(at('calendar'));
    const soon = { ...slot, id: 'soon', start: '2026-11-24T09:00:00-07:00' };
    store.send({ type: 'slot-selected', slot: soon });
    store.send({ type: 'answered', answers: { state: [{ code: 'ask' }] } });
    await script.last('hold').answer(hold('late', soon));
    expect([store.state.held, tokens.kept]).to.deep.equal([undefined, undefined]);
    expect(script.of('release').map(({ input }) => input)).to.deep.equal([['late']]);
  });

  it('gives back both places where the one that took the place of the other is too early', async () => {
    const { script, store } = begin(at('details'));
    const soon = { ...otherSlot, id: 'soon', start: '2026-11-24T09:00:00-07:00' };
    store.send({ type: 'slot-selected', slot: soon });
    store.send({ type: 'answered', answers: { state: [{ code: 'ask' }] } });
    await script.last('hold').answer(hold('late', soon));
    expect(store.state.held).to.equal(undefined);
    expect(script.of('release').map(({ input }) => input)).to.deep.include(['late']);
  });

  it('keeps a place that is asked for twice, whichever answer comes last', async () => {
    const { script, store } = begin(at('calendar'));
    const [first, second] = [1, 2].map(() => {
      store.send({ type: 'slot-selected', slot: { ...slot } });
      return script.last('hold');
    });
    await second!.answer(hold('one'));
    await first!.answer(hold('one'));
    expect(store.state.held?.token).to.equal('one');
    expect(script.of('release')).to.have.length(0);
  });

  it('keeps a time for whoever should call and looks for one all the same', async () => {
    const { script, store } = begin({ ...at('calendar'), timeFirst: true });
    store.send({ type: 'answered', answers: { state: [{ code: 'stop' }] } });
    store.send({ type: 'slot-selected', slot });
    await script.last('hold').answer(hold('kept'));
    expect(store.state.held?.token).to.equal('kept');
  });

  it('shows that a slot is gone, and asks for the month past every cache', async () => {
    const { script, store } = begin({
      ...at('calendar'),
      month: '2026-12',
      months: { '2026-12': { status: 'loaded', value: { slots: [slot, otherSlot], next: null } } },
    });
    store.send({ type: 'slot-selected', slot });
    await script.last('hold').fail(problem('slot-taken', { alternatives: [otherSlot] }));
    expect(store.state.trouble).to.deep.include({ kind: 'slot-taken', alternatives: [otherSlot] });
    expect(store.state.months['2026-12']?.value?.slots).to.deep.equal([otherSlot]);
    expect(script.of('availability').find(({ options }) => options?.fresh)?.input[0]).to.include({
      from: '2026-12-01',
    });
  });

  it('sends the same booking under the same key, and another under another', async () => {
    const { script, store } = begin(at('review'));
    const keyOf = async () => {
      store.send({ type: 'confirm-asked' });
      const call = script.last('book');
      await call.fail(new EndpointError('timeout'));
      return call.options?.key;
    };
    const first = await keyOf();
    expect(await keyOf()).to.equal(first);
    store.send({ type: 'details-changed', details: { ...store.state.details, note: 'Ground floor, please' } });
    expect(await keyOf()).not.to.equal(first);
  });

  it('goes where a refused booking has to be mended', async () => {
    const cases = [
      [problem('hold-expired'), 'calendar'],
      [problem('checklist-changed'), 'checklist'],
      [problem('invalid', { errors: [{ pointer: '/patient/phone', detail: '' }] }), 'details'],
      [problem('call-clinic'), 'review'],
      [new EndpointError('offline'), 'review'],
    ] as const;
    for (const [error, step] of cases) {
      const { script, store } = begin(at('review'));
      store.send({ type: 'confirm-asked' });
      await script.last('book').fail(error);
      expect(store.state.step, error.message).to.equal(step);
      expect(store.state.confirming).to.equal(false);
      expect(store.state.details.name).to.equal('Maria Santos');
    }
  });

  it('forgets the token once booked', async () => {
    const { script, store, tokens } = begin(at('review'), 'hold-1');
    store.send({ type: 'confirm-asked' });
    await script.last('book').answer(booking);
    expect(store.state.step).to.equal('confirmed');
    expect(tokens.kept).to.equal(undefined);
    expect(script.of('release')).to.have.length(0);
  });

  it('takes up after a reload what the token still holds, or has become', async () => {
    const resumed = begin({}, 'hold-1');
    await resumed.script.last('catalog').answer(catalog);
    await resumed.script.last('held').answer({ expiresIn: 300, extensions: 9, slots: [slot] });
    expect(resumed.store.state.held).to.deep.include({ token: 'hold-1', slot, extensions: 9 });
    const booked = begin({}, 'hold-1');
    await booked.script.last('catalog').answer(catalog);
    await booked.script.last('held').answer(booking);
    expect(booked.store.state.step).to.equal('confirmed');
    const gone = begin({}, 'hold-1');
    await gone.script.last('catalog').answer(catalog);
    await gone.script.last('held').fail(problem('hold-expired'));
    expect(gone.tokens.kept).to.equal(undefined);
  });

  it('keeps the token of a place that nobody could answer for, and asks again once the tab is back', async () => {
    const { script, store, tokens } = begin({}, 'hold-1');
    await script.last('catalog').answer(catalog);
    await script.last('held').fail(new EndpointError('busy'));
    expect(tokens.kept).to.equal('hold-1');
    store.send({ type: 'returned', today: store.state.today, now: store.state.now + 1 });
    await script.last('held').answer({ expiresIn: 300, extensions: 9, slots: [slot] });
    expect(store.state.held?.token).to.equal('hold-1');
    store.send({ type: 'returned', today: store.state.today, now: store.state.now + 2 });
    expect(script.of('held')).to.have.length(2);
  });

  it('drops an older answer about a month that was asked for again', async () => {
    const { script, store } = begin(at('calendar'));
    await script.last('availability').answer({ timeZone: 'America/Denver', slots: [slot, otherSlot], next: null });
    const { today, month, now } = store.state;
    store.send({ type: 'returned', today, now: now + 1 });
    const older = script.of('availability').findLast(({ options }) => options?.fresh)!;
    store.send({ type: 'hold-failed', trouble: { kind: 'slot-taken' }, slotId: slot.id });
    expect(older.options?.signal?.aborted).to.equal(true);
    const newer = script
      .of('availability')
      .filter(({ input }) => JSON.stringify(input) === JSON.stringify(older.input));
    await newer.at(-1)!.answer({ timeZone: 'America/Denver', slots: [otherSlot], next: null });
    await older.answer({ timeZone: 'America/Denver', slots: [slot, otherSlot], next: null });
    expect(store.state.months[month]?.value?.slots.map(({ id }) => id)).to.deep.equal([otherSlot.id]);
  });

  it('keeps a place longer', async () => {
    const { script, store, running } = begin(at('details'));
    const extended = running.extend();
    await script.last('extend').answer({ expiresIn: 600, extensions: 9, slots: [slot] });
    await extended;
    expect(store.state.held?.extensions).to.equal(9);
    expect(store.state.held?.until).to.be.greaterThan(held.until);
  });

  it('asks for nothing more once closed', async () => {
    const { script, store, running } = begin();
    running.close();
    expect(script.last('catalog').options?.signal?.aborted).to.equal(true);
    store.send({ type: 'retried' });
    expect(script.calls).to.have.length(1);
  });
});
