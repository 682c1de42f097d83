/** What stands in front of the reference endpoint and breaks what it does beyond `core`. */
import { randomUUID } from 'node:crypto';
import { testEndpoint } from '../../endpoint/helpers/endpoint.ts';
import type { Json } from '../../endpoint/helpers/patient.ts';
import type { Db } from '../../../../demo/endpoint/db/schema.ts';
import type { Fetch } from './on-a-port.ts';

/** Asks the endpoint that is whole, as the same client or as another one. */
type Whole = (request: Request, client?: string) => Promise<Response>;
/** What is done with a request instead. */
export type Front = (whole: Whole) => (request: Request) => Promise<Response>;

/** The reference endpoint behind something that breaks it. */
export function brokenReference(db: Db, front: Front) {
  const { app, clinic, passes } = testEndpoint(db);
  const answer = front((request, client = '10.0.0.1') => app.fetch(request, client));
  // Packed answers could not be changed.
  const fetch: Fetch = (request) => answer(withHeader(request, 'Accept-Encoding', undefined));
  return { fetch, base: `/clinics/${clinic.id}`, passes: (seconds: number) => passes(seconds / 60) };
}

const isCall = ({ method, url }: Request, call: string) => {
  const [wanted, path = ''] = call.split(' ');
  return method === wanted && new URL(url).pathname.endsWith(path);
};

/** The same request to another call of the endpoint; with another body, or none. */
function asks(request: Request, call: string, body?: object, more: Record<string, string> = {}): Request {
  const [method = '', path = ''] = call.split(' ');
  const [base] = /^.*\/clinics\/[^/]+/.exec(request.url)!;
  const headers = new Headers({ 'Idempotency-Key': randomUUID(), ...more });
  for (const name of ['Authorization', 'Content-Type']) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Request(base + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

/** Changes requests to a call on their way in. */
export const sent =
  (call: string, change: (request: Request, whole: Whole) => Request | Promise<Request>): Front =>
  (whole) =>
  async (request) =>
    whole(isCall(request, call) ? await change(request, whole) : request);

/** Changes answers to a call on their way out. */
export const told =
  (call: string, change: (response: Response, request: Request, whole: Whole) => Response | Promise<Response>): Front =>
  (whole) =>
  async (request) => {
    const copy = request.clone();
    const response = await whole(request);
    return isCall(copy, call) ? change(response, copy, whole) : response;
  };

const again = (response: Response, text: string, status = response.status) => {
  const headers = new Headers(response.headers);
  if (status < 300 && !response.ok) headers.set('Content-Type', 'application/json');
  headers.delete('Content-Length');
  return new Response(text, { status, headers });
};

/** Changes the JSON of good answers to a call. */
export const json = (call: string, change: (body: Json) => object): Front =>
  told(call, async (response) =>
    response.ok ? again(response, JSON.stringify(change(await response.json()))) : response,
  );

/** Changes the text of answers to a call. */
export const text = (call: string, change: (text: string) => string): Front =>
  told(call, async (response) => again(response, change(await response.text())));

/** Takes what it would refuse. */
export const takes = (call: string, status: number, body = ''): Front =>
  told(call, (response) =>
    response.ok ? response : status === 204 ? new Response(null, { status }) : again(response, body, status),
  );

/** Refuses without saying which field is wrong. */
export const withoutFields = told('POST /callbacks', async (response) => {
  const { errors: _, ...problem }: Json = JSON.parse((await response.text()) || '{}');
  return again(response, response.ok ? '' : JSON.stringify(problem));
});

const withHeader = (request: Request, name: string, value: string | undefined) => {
  const headers = new Headers(request.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return new Request(request, { headers });
};

const seen = async (request: Request, whole: Whole): Promise<Json> =>
  (await whole(asks(request, 'GET /booking'))).json();

const slotOf = ({ serviceId, therapistId, start }: Json) =>
  `${serviceId}~${therapistId}~${new Date(start).toISOString().slice(0, 16)}Z`;

export const whateverRevision = sent('POST /booking/cancel', async (request, whole) =>
  withHeader(request, 'If-Match', `"${(await seen(request, whole)).revision}"`),
);

export const withoutKey = (call: string) => sent(call, (request) => withHeader(request, 'Idempotency-Key', undefined));

/** A manage token that stands for a hold as well. */
export const oneTokenForAll = told('GET /holds', async (response, request, whole) =>
  response.status === 401 ? whole(asks(request, 'GET /booking')) : response,
);

/** Lets in whoever has any token at all at one call, or none. */
export const letsAnybodyIn = (call: string): Front =>
  told(call, (response) => (response.status === 401 ? new Response(null, { status: 204 }) : response));

/** Keeps the old time taken for nobody once a booking has moved. */
export const keepsWhatWasLeft: Front = (whole) => async (request) => {
  if (!isCall(request, 'POST /booking/reschedule')) return whole(request);
  const before = await seen(request, whole);
  const response = await whole(request);
  if (response.ok) await whole(asks(request, 'POST /holds', { slotIds: [slotOf(before.appointments[0])] }), 'nobody');
  return response;
};

/** Says that it has moved a booking, whatever has become of it. */
export const saysThatItMoved = told('POST /booking/reschedule', async (response, request, whole) =>
  response.ok ? response : whole(asks(request, 'GET /booking')),
);

export const cancelsAll = sent(
  'POST /booking/cancel',
  (request) => new Request(request.url, { method: 'POST', headers: request.headers, body: '{}' }),
);

/** Takes a cancellation back however often it is asked to. */
export const undoesAgain = told('POST /booking/undo', async (response, request, whole) =>
  response.status === 409 ? whole(asks(request, 'GET /booking')) : response,
);

/** Answers with the booking whoever changes it too late. */
export const neverTooLate = (call: string) =>
  told(call, (response, request, whole) => (response.status === 409 ? whole(asks(request, 'GET /booking')) : response));

/** Passes over a wish, where its value is such a one. */
export const asksWithout = (name: string, which: (value: string) => boolean): Front =>
  sent('GET /availability', (request) => {
    const url = new URL(request.url);
    if (which(url.searchParams.get(name) ?? '')) url.searchParams.delete(name);
    return new Request(url, request);
  });

/** Asks for an add-on in money that the treatment is not paid in. */
export const otherMoney = json('GET /catalog', (body) => ({
  ...body,
  services: body.services.map((service: Json) => ({
    ...service,
    addOns: service.addOns?.map((one: Json) => ({ ...one, price: { amount: '12.00', currency: 'EUR' } })),
  })),
}));

/** Changes the appointments of every booking, when it is made. */
export const bookedAs = (change: (appointment: Json) => Json) =>
  json('POST /bookings', (body) => ({ ...body, appointments: body.appointments.map(change) }));

/** Books whoever should not be booked as if they had said no to everything. */
export const bookedAsHealthy: Front = (whole) => async (request) => {
  if (!isCall(request, 'POST /bookings')) return whole(request);
  const body = (await request.clone().text()).replaceAll('"code":"yes"', '"code":"no"');
  return whole(asks(request, 'POST /bookings', JSON.parse(body)));
};

/** Changes the appointments of everything that is shown as free. */
export const shownAs = (change: (appointment: Json) => Json) =>
  json('GET /availability', (body) => ({
    ...body,
    slots: body.slots.map((slot: Json) => ({ ...slot, appointments: slot.appointments.map(change) })),
  }));

/** Takes the opening of a link for a word of the patient's. */
export const openedIsSaid = told('GET /booking', async (response, request, whole) => {
  if (response.ok) await whole(asks(request, 'POST /booking/coming'));
  return response;
});

/** Keeps the first part of a visit that cannot be had. */
export const keepsHalf = told('POST /holds', async (response, request, whole) => {
  const { slotIds } = (await request.json()) as { slotIds: readonly string[] };
  const [visit, therapist, time] = slotIds[0]!.split('+')[0]!.split('~');
  if (response.status === 409 && visit === 's20')
    await whole(asks(request, 'POST /holds', { slotIds: [`s2~${therapist}~${time}`] }), 'nobody');
  return response;
});

/** Tells whoever asks for a visit that they have it, once somebody does. */
export const everybodyHasIt: Front = (whole) => {
  let first: string | undefined;
  return async (request) => {
    const asked = isCall(request, 'POST /holds') ? await request.clone().text() : '';
    const response = await whole(request);
    if (!asked.includes('s20~')) return response;
    if (response.status === 201) first ??= await response.clone().text();
    return response.status === 409 && first ? again(response, first, 201) : response;
  };
};

type Part = { readonly start: string; readonly end: string; readonly therapistId: string };
/** Changes the parts of every visit that is shown. */
export const parts = (change: (parts: readonly Part[]) => readonly Part[]) =>
  json('GET /availability', (body) => ({
    ...body,
    slots: body.slots.map((slot: Json) =>
      slot.appointments.length > 1 ? { ...slot, appointments: change(slot.appointments) } : slot,
    ),
  }));

const HOUR = 60 * 60_000;
/** An hour later, in the same offset. */
export const anHourLater = (instant: string) =>
  new Date(Date.parse(`${instant.slice(0, 19)}Z`) + HOUR).toISOString().slice(0, 19) + instant.slice(19);

/** Says `booked` of a booking that nobody has any more. */
export const staysBooked = json('POST /booking/cancel', (body) => ({ ...body, status: 'booked' }));

/** Tells the next who asks that they have a time which may still be taken back. */
export const givesAway: Front = (whole) => {
  let isCancelled = false;
  return async (request) => {
    const copy = request.clone();
    const response = await whole(request);
    if (isCall(copy, 'POST /booking/cancel') && response.ok) isCancelled = true;
    if (isCall(copy, 'POST /booking/undo') && response.ok) isCancelled = false;
    if (!isCall(copy, 'POST /holds') || response.status !== 409 || !isCancelled) return response;
    return again(response, JSON.stringify({ token: 'x', expiresIn: 600, extensions: 10, slots: [] }), 201);
  };
};

/** Answers whoever is coming, and notes nothing. */
export const hearsNothing: Front = (whole) => (request) =>
  whole(isCall(request, 'POST /booking/coming') ? asks(request, 'GET /booking') : request);

/** Thanks for a form, and keeps nothing of it. */
export const forgetsForms: Front = (whole) => (request) =>
  whole(isCall(request, 'POST /booking/forms') ? asks(request, 'GET /booking/forms') : request);

/** Takes cancellations back; of a move it only says so. */
export const staysMoved: Front = (whole) => {
  let hasMoved = false;
  return async (request) => {
    const copy = request.clone();
    if (isCall(copy, 'POST /booking/undo') && hasMoved) return whole(asks(request, 'GET /booking'));
    const response = await whole(request);
    if (isCall(copy, 'POST /booking/reschedule') && response.ok) hasMoved = true;
    else if (isCall(copy, 'POST /booking/cancel')) hasMoved = false;
    return response;
  };
};
