import * as v from 'valibot';
import {
  Catalog,
  type Availability,
  type Booking,
  type BookingRequest,
  type EveryCallName,
  type FirstFree,
  type OwnField,
  type Service,
  type Slot,
} from '../../src/contract/index.ts';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { Answering, type Occasion } from './answers.ts';
import { Client, type Reply } from './client.ts';
import { Fault, LeftOut, must, mustAnswer } from './fault.ts';
import { Wire } from './wire.ts';

export interface KitOptions {
  /** An origin that the endpoint lets read its answers, where one is known. */
  readonly origin?: string | undefined;
  /** How many seconds the kit may wait for a hold to run out. */
  readonly patience: number;
  /** Lets time pass, in seconds. */
  readonly wait: (seconds: number) => Promise<void>;
}

const MOST_DAYS = 62;
const ENOUGH_DAYS = 14;

/** Whether somebody whom the clinic does not know may book it, and it is no visit. */
const isPlain = ({ parts, newPatients, listed }: Service) => !parts && newPatients && listed;

/** What every check works with: a client, what the clinic offers, and patients who may book it. */
export class Kit {
  readonly client: Client;
  #catalog: Catalog | undefined;
  #service: Service | undefined;
  #today: string | undefined;
  // A contact that has been cancelled often is refused, so another run is other people.
  #patients = Math.floor(Math.random() * 9000);
  readonly #seen = new Map<string, Slot>();

  constructor(
    base: string,
    readonly options: KitOptions,
  ) {
    this.client = new Client(new Wire(base.replace(/\/+$/, ''), options.wait));
  }

  async catalog(): Promise<Catalog> {
    const reply = this.#catalog ? undefined : await this.client.catalog();
    if (reply) mustAnswer(reply, 200);
    if (!reply) return this.#catalog!;
    const read = v.safeParse(Catalog, reply.body);
    // With what may be absent filled in; one that is wrong is told of elsewhere, and used as far as it goes.
    return (this.#catalog = read.success ? read.output : reply.body);
  }

  /** The first plain service that a new patient may book, and that has something free. */
  async service(): Promise<Service> {
    return (this.#service ??= await this.#bookable());
  }

  /** Treatments that a new patient may book alone, the one first that the kit books anyway. */
  async treatments(): Promise<readonly Service[]> {
    const usual = await this.service();
    const { services } = await this.catalog();
    return [usual, ...services.filter((one) => isPlain(one) && one.id !== usual.id)];
  }

  /** Today, as far as the endpoint lets it be known: the day of the first time that is free. */
  async today(): Promise<string> {
    await this.service();
    return this.#today!;
  }

  async #bookable(): Promise<Service> {
    const { services } = await this.catalog();
    for (const one of services.filter(isPlain)) {
      const { first } = await this.firstFree(one);
      this.#today = first?.start && dayOf(first.start);
      if (first) return one;
    }
    throw new Fault('the kit books, so it needs a clinic with free times for new patients; here nothing is free', []);
  }

  /** The first time that is free for a service. */
  async firstFree({ id }: Service): Promise<FirstFree> {
    const reply = await this.client.first(id);
    mustAnswer(reply, 200);
    return reply.body;
  }

  /** The earliest day that may be the endpoint's today: nothing is free later than its horizon lets anybody book. */
  async earliestToday(): Promise<string> {
    const { horizonDays } = (await this.catalog()).policy;
    const today = await this.today();
    const end = await this.month({}, addDays(today, Math.max(0, horizonDays - MOST_DAYS / 2)));
    const last = (end.body.slots.at(-1) ?? (await this.month()).body.slots.at(-1))?.start ?? today;
    // Whether the last day is still within it may be read in two ways.
    const earliest = addDays(dayOf(last), -horizonDays - 1);
    return earliest < today ? earliest : today;
  }

  /** Asks for the free times of the longest range that may be asked for. */
  async asksForMonth(headers = {}, from?: string): Promise<Reply<Availability>> {
    const begin = from ?? (await this.today());
    const query = { service: (await this.service()).id, from: begin, to: addDays(begin, MOST_DAYS) };
    return this.client.availability(query, headers);
  }

  async month(headers = {}, from?: string): Promise<Reply<Availability>> {
    const reply = await this.asksForMonth(headers, from);
    mustAnswer(reply, 200);
    return reply;
  }

  /** A slot that was free at some time. */
  slot = (slotId: string): Slot => this.#seen.get(slotId)!;

  /** So many free slots, each on a day of its own, the later ones first: what is soon may be too soon to change. */
  async free(count: number): Promise<readonly [string, ...string[]]> {
    const days = await this.#freeDays(ENOUGH_DAYS, count);
    const [first, ...others] = days.reverse().slice(0, count);
    if (!first || others.length < count - 1) throw new LeftOut(`fewer than ${count} days have something free`);
    return [first, ...others];
  }

  /** A slot of each day that has one, looking no further ahead than is needed. */
  async #freeDays(range: number, count: number): Promise<string[]> {
    const from = await this.today();
    const reply = await this.client.availability({
      service: (await this.service()).id,
      from,
      to: addDays(from, range),
    });
    mustAnswer(reply, 200);
    for (const slot of reply.body.slots) this.#seen.set(slot.id, slot);
    const days = new Map(reply.body.slots.map((slot) => [dayOf(slot.start), slot.id]));
    return days.size < count && range < MOST_DAYS ? this.#freeDays(MOST_DAYS, count) : [...days.values()];
  }

  /** Whether a slot that was free at some time is free now: its own therapist is asked for, as others may be shown first. */
  async isFree(slotId: string): Promise<boolean> {
    const slot = this.slot(slotId);
    const { serviceId, therapistId } = slot.appointments[0]!;
    const [from, to] = [dayOf(slot.start), addDays(dayOf(slot.start), 1)];
    const reply = await this.client.availability({ service: serviceId, therapist: therapistId, from, to });
    mustAnswer(reply, 200);
    return reply.body.slots.some(({ id }) => id === slotId);
  }

  /** Holds a slot that is free. */
  async holds(slotIds: readonly string[]): Promise<string> {
    const reply = await this.client.hold(slotIds);
    mustAnswer(reply, 201);
    must(reply.body.token, 'a hold has to come with its token', reply);
    return reply.body.token;
  }

  /** Books a hold, as somebody whom the endpoint has not seen yet. */
  async books(token: string) {
    const reply = await this.asksToBook(token, await this.request());
    mustAnswer(reply, 201);
    return reply;
  }

  /** Asks for a booking, which may be refused for anything but a code. */
  async asksToBook(token: string, body: object): Promise<Reply<Booking>> {
    const reply = await this.client.book(token, body);
    if (reply.named === 'code-unknown')
      throw new LeftOut('this clinic sends a code to new patients, which a program cannot read');
    return reply;
  }

  /** Asks for what makes the clinic write or call, of which a client has only so much in an hour. */
  async asksKindly<Body>(name: EveryCallName, body: object, key?: string): Promise<Reply<Body>> {
    const reply = await this.client.call<Body>(name, { body, key });
    if (reply.named === 'rate-limited') throw new LeftOut('this client has asked too often; try again later');
    return reply;
  }

  /** Cancels whatever was booked, where that can be done. */
  async tidyUp(): Promise<void> {
    if (!(await this.catalog()).supports.includes('manage')) return;
    for (const token of this.client.manageTokens) {
      const { body } = await this.client.call<Booking>('booking', { token });
      const headers = { 'If-Match': `"${body.revision}"` };
      if (body.status !== 'cancelled') await this.client.call('cancel', { token, body: {}, headers });
    }
  }

  /** What a careful patient sends, whom nothing keeps from booking. */
  async request(): Promise<BookingRequest> {
    const { policy } = await this.catalog();
    const { answering, occasion } = await this.checklist();
    const checklist = answering.harmless(occasion);
    if (!checklist) throw new LeftOut('no answers to the checklist let anybody simply book');
    const number = String(++this.#patients).padStart(4, '0');
    return {
      patient: {
        name: `Conformance Check ${number}`,
        phone: `+1 303 555 ${number}`,
        email: `check-${crypto.randomUUID()}@example.org`,
        birthDate: '1980-04-02',
        language: 'en',
        returning: false,
      },
      checklist,
      consents: policy.consents.map(({ id, version }) => ({ id, version, signedName: 'Conformance Check' })),
      fields: Object.fromEntries(policy.fields.filter(({ required }) => required).map(filledIn)),
      ...(policy.details.note === 'required' && { note: 'Conformance Check' }),
    };
  }

  /** The clinic's checklist, and for what it is filled in. */
  async checklist(): Promise<{ readonly answering: Answering; readonly occasion: Occasion }> {
    const reply = await this.client.checklist();
    const answering = Answering.of(reply.body);
    must(typeof answering !== 'string', `the checklist cannot be used: ${String(answering)}`, reply);
    const { screening } = await this.service();
    return { answering, occasion: { services: screening, today: await this.today() } };
  }

  /** Waits until a hold has run out, where that does not take too long. */
  async untilExpired(token: string): Promise<void> {
    const reply = await this.client.held(token);
    mustAnswer(reply, 200);
    const seconds = reply.body.expiresIn + 1;
    if (!(seconds <= this.options.patience))
      throw new LeftOut(`a hold lasts ${seconds} s; --wait ${seconds + 10} lets the kit wait for it`);
    await this.options.wait(seconds);
  }
}

/** What a patient writes into one of the clinic's own fields. */
function filledIn({ id, choices, pattern }: OwnField): readonly [id: string, value: string] {
  if (choices) return [id, choices[0]!];
  if (pattern !== undefined) throw new LeftOut(`this clinic asks for ${id} in a form that a program cannot make up`);
  return [id, 'Conformance Check'];
}
