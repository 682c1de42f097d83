/** Whether a request comes from this very machine: not through a proxy, and not under another name. */
export function isFromHere(request: Request, client: string): boolean {
  const { hostname } = new URL(request.url);
  return isHere(client) && isHere(hostname) && !proxied.some((name) => request.headers.has(name));
}

const proxied = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'];

/** Whether an address is this machine's own, which no other machine reaches. */
export const isHere = (address: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(address);
