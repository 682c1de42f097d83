/** The endpoint did not do what it was asked, and says why in `message`; `fields` by the names of what was sent. */
export class Refused extends Error {
  constructor(status, message, fields = {}) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/** Asks the endpoint under somebody's key, which stays in this page's memory and goes nowhere else. */
export function deskOf(endpoint, key) {
  const ask = async (path, body) => {
    const headers = {
      Authorization: `Bearer ${key}`,
      ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
    };
    const init = { headers, cache: 'no-store', ...(body && { method: 'POST', body: JSON.stringify(body) }) };
    const response = await fetch(endpoint + path, init).catch(() => {
      throw new Refused(0, 'The booking server cannot be reached. Please try again in a moment.');
    });
    if (response.status === 204) return undefined;
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const fields = (answer.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]);
    throw new Refused(
      response.status,
      answer.detail || 'Something went wrong. Please try again.',
      Object.fromEntries(fields),
    );
  };
  return {
    signIn: () => ask('/desk'),
    day: (date) => ask(`/desk/appointments?date=${date}`),
    clearances: () => ask('/desk/clearances'),
    answer: (answer) => ask('/desk/clearances', answer),
    callbacks: () => ask('/desk/callbacks'),
    calledBack: (id) => ask('/desk/callbacks/done', { id }),
    newLink: (booking) => ask('/desk/links', { booking }),
    messages: () => ask('/desk/messages'),
    log: () => ask('/desk/log'),
    copyPatient: (wanted) => ask('/desk/patients/copy', wanted),
    erasePatient: (wanted) => ask('/desk/patients/erase', wanted),
  };
}
