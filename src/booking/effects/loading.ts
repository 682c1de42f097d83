import { loadQuestionnaire } from '../../domain/checklist/index.ts';
import { today } from '../../domain/day.ts';
import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import { serialise } from '../../endpoint/wire.ts';
import type { Action, Need } from '../actions.ts';
import { needs } from '../needs.ts';
import { availabilityQuery, firstFreeQuery } from '../requests.ts';
import type { BookingState } from '../state.ts';
import type { BookingStore } from '../store.ts';
import { troubleOf } from '../trouble.ts';

/** A question on its way: what it asks, to tell whether anybody still waits for the answer. */
interface Running {
  readonly need: Need;
  readonly asks: string;
  readonly aborter: AbortController;
}

/** Asks for whatever the state needs and has not got; an answer that nobody waits for any more is aborted or dropped. */
export class Loading {
  readonly #running = new Map<string, Running>();

  constructor(
    readonly store: BookingStore,
    readonly endpoint: BookingEndpoint,
    readonly language: string,
  ) {}

  /** Each question changes the state as it goes out, so what is needed is looked up anew for the next one. */
  follow() {
    for (const { need, asks, aborter } of this.#running.values()) {
      if (asks !== questionOf(this.store.state, need)) aborter.abort();
    }
    for (let need = needs(this.store.state)[0]; need; need = needs(this.store.state)[0]) void this.#fulfil(need);
  }

  close() {
    for (const { aborter } of this.#running.values()) aborter.abort();
  }

  async #fulfil(need: Need) {
    const { state } = this.store;
    const name = serialise(need);
    const running = { need, asks: questionOf(state, need), aborter: new AbortController() };
    this.#running.get(name)?.aborter.abort();
    this.#running.set(name, running);
    const { signal } = running.aborter;
    const loading = this.#load(need, state, signal);
    this.store.send({ type: 'asked', need });
    const answer = await loading.catch((error: unknown): Action => ({
      type: 'failed',
      need,
      trouble: signal.aborted ? { kind: 'offline' } : troubleOf(error),
    }));
    if (this.#running.get(name) === running) this.#running.delete(name);
    if (!signal.aborted) this.store.send(answer);
  }

  async #load(need: Need, state: BookingState, signal: AbortSignal): Promise<Action> {
    const options = { signal, fresh: state.fresh };
    switch (need.of) {
      case 'catalog': {
        const catalog = await this.endpoint.catalog(options);
        return { type: 'catalog-loaded', catalog, today: today(this.store.now(), catalog.clinic.timeZone) };
      }
      case 'checklist': {
        const { questionnaire, problems } = loadQuestionnaire(await this.endpoint.checklist(options), this.language);
        if (questionnaire) return { type: 'checklist-loaded', questionnaire };
        console.warn('myo-booking: the checklist was refused', problems);
        return { type: 'failed', need, trouble: { kind: 'unusable' } };
      }
      case 'months': {
        const { slots, next } = await this.endpoint.availability(availabilityQuery(state, need.key), options);
        return { type: 'month-loaded', month: need.key, value: { slots, next } };
      }
      case 'firstFree': {
        const firstFree = await this.endpoint.firstFree(firstFreeQuery(state, need.key), options);
        return { type: 'first-free-loaded', serviceId: need.key, firstFree };
      }
    }
  }
}

/** What a need asks as the state stands; another question makes an older answer worthless. */
function questionOf(state: BookingState, need: Need): string {
  if (need.of === 'months') return serialise(availabilityQuery(state, need.key));
  return need.of === 'firstFree' ? serialise(firstFreeQuery(state, need.key)) : '';
}
