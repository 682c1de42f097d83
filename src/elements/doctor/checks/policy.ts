import { originOf } from './origin-of.ts';
import { fine, type Check, type Finding } from '../finding.ts';

interface Refusal {
  readonly effectiveDirective: string;
  readonly blockedURL: string;
  /** `report` where a policy is only tried out: then nothing was kept away. */
  readonly disposition: string;
}

const seen: Refusal[] = [];

/** Listens to what the page's policy refuses, and to what it has refused already where the browser remembers. */
export function watchPolicy() {
  const note = (refusal: Refusal) => refusal.disposition !== 'report' && seen.push(refusal);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) =>
    note({ effectiveDirective, blockedURL: blockedURI, disposition }),
  );
  if (!('ReportingObserver' in globalThis)) return;
  const observer = new ReportingObserver(
    (reports) => {
      for (const { body } of reports) {
        const { effectiveDirective = '', blockedURL = '', disposition = '' } = (body ?? {}) as Partial<Refusal>;
        note({ effectiveDirective, blockedURL, disposition });
      }
    },
    { types: ['csp-violation'], buffered: true },
  );
  observer.observe();
}

/** Origins that a directive has kept away; what stands on the page itself, such as `inline`, has none. */
export const refusals = (directive: string): readonly string[] => [
  ...new Set(
    seen
      .filter(({ effectiveDirective, blockedURL }) => effectiveDirective === directive && URL.canParse(blockedURL))
      .flatMap(({ blockedURL }) => originOf(blockedURL)),
  ),
];

/** What each directive keeps from working. */
const costs: Readonly<Record<string, string>> = {
  'connect-src': 'nobody can book',
  'script-src-elem': 'a part of the booking cannot be loaded',
  'frame-src': 'the isolated booking stays away',
  'img-src': 'a picture stays away',
};

/** Whether the page's Content-Security-Policy keeps something of ours away. It does not bind what an isolated booking asks. */
export const checkPolicy: Check = ({ tags, bookings }) => {
  const files = tags.flatMap(({ src }) => originOf(src));
  const endpoints = bookings.filter(({ isolate }) => !isolate).flatMap(({ endpoint }) => originOf(endpoint));
  const isOurs = (directive: string, origin: string) =>
    directive === 'img-src' || endpoints.includes(origin) || (directive !== 'connect-src' && files.includes(origin));
  const found = Object.entries(costs).flatMap(([directive, cost]) =>
    refusals(directive)
      .filter((origin) => isOurs(directive, origin))
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
