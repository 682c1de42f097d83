/** What an endpoint answers to a page that may not trust it yet. */
export type Probe =
  /** Nothing came back: it is down, or something on the way keeps it from the page. */
  | { readonly reach: 'silent' }
  /** It answered, but does not allow this page to read what it says. */
  | { readonly reach: 'closed' }
  /** It answered with something else than a catalog. */
  | { readonly reach: 'strange'; readonly status: number }
  | {
      readonly reach: 'open';
      readonly contract: string;
      /** Whether the page may send what a booking needs: a token, a key, JSON. */
      readonly writable: boolean;
      /** Addresses of pictures that the widget shows. */
      readonly pictures: readonly string[];
    };

interface Pictured {
  readonly contract?: unknown;
  readonly clinic?: { readonly logo?: unknown };
  readonly therapists?: readonly { readonly photo?: unknown }[];
}

/** Asks an endpoint as a booking would, without booking anything: the token that it sends is nobody's. */
export async function probe(endpoint: string): Promise<Probe> {
  const catalog = await asked(`${endpoint}/catalog`);
  if (!catalog) return { reach: (await asked(`${endpoint}/catalog`, { mode: 'no-cors' })) ? 'closed' : 'silent' };
  const body = (await catalog.json().catch(() => undefined)) as Pictured | undefined;
  if (!catalog.ok || !body?.clinic) return { reach: 'strange', status: catalog.status };
  const refused = await asked(`${endpoint}/holds/extend`, {
    method: 'POST',
    headers: {
      Authorization: 'Bearer nobody',
      'Content-Type': 'application/json',
      'Idempotency-Key': 'a-page-is-tried',
    },
  });
  const pictures = [body.clinic.logo, ...(body.therapists ?? []).map(({ photo }) => photo)];
  return {
    reach: 'open',
    contract: String(body.contract),
    writable: refused !== undefined,
    pictures: pictures.filter((picture) => typeof picture === 'string'),
  };
}

/** The hour as the page's own server has it, in milliseconds since 1970; undefined where it does not say. */
export async function hourOf(page: string): Promise<number | undefined> {
  const answer = await asked(page, { method: 'HEAD' });
  return Date.parse(answer?.headers.get('Date') ?? '') || undefined;
}

/** How a file answers: `closed` where its host does not let this page have it. */
export type Standing = 'there' | 'missing' | 'closed';

/** Whether a file is where it should be; one that a policy keeps from being looked at counts as there. */
export async function standingOf(address: string): Promise<Standing> {
  const answer = await asked(address, { method: 'HEAD' });
  if (answer) return answer.ok || asksOtherwise.includes(answer.status) ? 'there' : 'missing';
  return (await asked(address, { method: 'HEAD', mode: 'no-cors' })) ? 'closed' : 'there';
}

/** What a host answers that knows no HEAD. */
const asksOtherwise = [405, 501];

const asked = (address: string, options?: RequestInit): Promise<Response | undefined> =>
  fetch(address, { credentials: 'omit', cache: 'no-store', ...options }).catch(() => undefined);
