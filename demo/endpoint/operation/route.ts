import { everyCall } from '../../../src/contract/index.ts';
import { deskCalls } from '../desk/calls.ts';

const known = new Set<string>([
  ...[everyCall, deskCalls].flatMap((calls) => Object.values(calls).map(({ path }) => path)),
  '/book',
  '/openapi.json',
  '/healthz',
  '/readyz',
  '/metrics',
]);

/** What a request asks for, in words that this program has chosen: what others write into an address is not repeated. */
export interface Route {
  /** Undefined where it is at no clinic, or at one that is not here. */
  readonly clinic: string | undefined;
  /** `/bookings`, `/readyz`; `other` for whatever is not known. */
  readonly route: string;
  readonly method: string;
}

const methods = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PUT', 'PATCH'];

/** Reads the path of a request, never its query. */
export function routeOf({ method, url }: Request, clinics: { has(id: string): boolean }): Route {
  const { pathname } = new URL(url);
  const [, id, below] = /^\/clinics\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  const path = id === undefined ? pathname : (below ?? '');
  return {
    clinic: id !== undefined && clinics.has(id) ? id : undefined,
    route: known.has(path) ? path : 'other',
    method: methods.includes(method) ? method : 'other',
  };
}
