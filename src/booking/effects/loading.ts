import { inspected, understood } from '../../domain/checklist/load.ts';
import { today } from '../../domain/day.ts';
import type { BookingEndpoint } from '../../endpoint/endpoint.ts';
import type { Action, Need } from '../actions.ts';
import { needs } from '../needs.ts';
import { pause } from '../pause.ts';
import { recall } from '../remote.ts';
import { availabilityQuery, firstFreeQuery } from '../requests.ts';
import type { BookingState } from '../state.ts';
import type { BookingStore } from '../store.ts';
import { troubleOf } from '../trouble.ts';
import { usableChecklist } from '../usable-checklist.ts';

interface Keyed {
  readonly key?: string;
}

/** Asks for whatever the state needs and has not got; an answer that nobody waits for any more is aborted or dropped. */
export class Loading {
  /** Questions on their way. */
  readonly #running = new Map<AbortController, Need>();

  constructor(
    readonly store: BookingStore,
    readonly endpoint: BookingEndpoint,
    readonly language: string,
  ) {}

  /**
   * What the state has forgotten is not waited for, nor an older answer to what is asked again. Each question changes the
   * state as it goes out, so what is needed is looked up anew for the next one.
   */
  follow() {
    for (const [aborter, need] of this.#running)
      if (recall(this.store.state, need).status === 'absent') this.#abort(aborter);
    for (let need = needs(this.store.state)[0]; need; need = needs(this.store.state)[0]) void this.#fulfil(need);
  }

  close() {
    for (const aborter of this.#running.keys()) this.#abort(aborter);
  }

  #abort(aborter: AbortController) {
    this.#running.delete(aborter);
    aborter.abort();
  }

  async #fulfil(need: Need) {
    for (const [older, { of, ...key }] of this.#running)
      if (of === need.of && (key as Keyed).key === (need as Keyed).key) this.#abort(older);
    const aborter = new AbortController();
    const { signal } = aborter;
    const loading = this.#load(need, this.store.state, signal);
    this.store.send({ type: 'asked', need });
    this.#running.set(aborter, need);
    const answer = await loading.catch((error: unknown): Action => ({
      type: 'failed',
      need,
      trouble: signal.aborted ? { kind: 'offline' } : troubleOf(error),
    }));
    await pause();
    if (this.#running.delete(aborter)) this.store.send(answer);
  }

  async #load(need: Need, state: BookingState, signal: AbortSignal): Promise<Action> {
    const options = { signal, fresh: state.fresh };
    switch (need.of) {
      case 'catalog': {
        const catalog = await this.endpoint.catalog(options);
        const now = this.store.now();
        return { type: 'catalog-loaded', catalog, today: today(now, catalog.clinic.timeZone), now };
      }
      case 'checklist': {
        const json = await this.endpoint.checklist(options);
        const reader = inspected(json, this.language);
        await pause();
        const questionnaire = usableChecklist(understood(json, reader));
        if (questionnaire) return { type: 'checklist-loaded', questionnaire };
        return { type: 'failed', need, trouble: { kind: 'unusable' } };
      }
      case 'months': {
        const value = await this.endpoint.availability(availabilityQuery(state, need.key), options);
        return { type: 'month-loaded', month: need.key, value };
      }
      case 'firstFree': {
        const firstFree = await this.endpoint.firstFree(firstFreeQuery(state, need.key), options);
        return { type: 'first-free-loaded', serviceId: need.key, firstFree };
      }
    }
  }
}
