import { fine, type Check, type Finding } from '../finding.ts';

interface Refusal {
  readonly effectiveDirective: string;
  readonly blockedURL: string;
}

const seen: Refusal[] = [];

/** Listens to what the page's policy refuses, and to what it has refused already where the browser remembers. */
export function watchPolicy() {
  const note = (effectiveDirective: string, blockedURL: string) => seen.push({ effectiveDirective, blockedURL });
  document.addEventListener('securitypolicyviolation', (event) => note(event.effectiveDirective, event.blockedURI));
  if (!('ReportingObserver' in globalThis)) return;
  const observer = new ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        const { effectiveDirective = '', blockedURL = '' } = (body ?? {}) as Partial<Refusal>;
        note(effectiveDirective, blockedURL);
      }
    },
    { types: ['csp-violation'], buffered: true },
  );
  observer.observe();
}

/** Addresses that a directive has kept away. */
export const refusals = (directive: string): readonly string[] =>
  seen.filter(({ effectiveDirective }) => effectiveDirective === directive).map(({ blockedURL }) => blockedURL);

/** What each directive keeps from working. */
const costs: Readonly<Record<string, string>> = {
  'connect-src': 'nobody can book',
  'script-src-elem': 'a part of the booking cannot be loaded',
  'frame-src': 'the isolated booking stays away',
  'img-src': 'a picture stays away',
};

/** Whether the page's Content-Security-Policy keeps something of ours away. */
export const checkPolicy: Check = ({ tags, bookings }) => {
  const ours = new Set([...tags.map(({ src }) => src), ...bookings.map(({ endpoint }) => endpoint)].flatMap(originOf));
  const found = Object.entries(costs).flatMap(([directive, cost]) =>
    [...new Set(refusals(directive).flatMap(originOf))]
      .filter((origin) => ours.has(origin) || directive === 'img-src')
      .map((origin) => refused(directive, origin, cost)),
  );
  return found.length
    ? found
    : [fine('The page’s Content-Security-Policy, if it has one, keeps nothing of ours away.')];
};

const refused = (directive: string, origin: string, cost: string): Finding => ({
  kind: directive === 'img-src' ? 'risky' : 'broken',
  says: `The page’s Content-Security-Policy refuses ${origin}: ${cost}.`,
  advice: 'Add this to the policy that your web server sends, beside what stands there already.',
  paste: `${directive.replace(/-elem$/, '')} ${origin}`,
});

function originOf(address: string): readonly string[] {
  try {
    return [new URL(address, document.baseURI).origin];
  } catch {
    return [];
  }
}
