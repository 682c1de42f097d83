/** Addresses of the proxies whose word is taken for where a request came from. */
export type TrustedProxies = readonly string[];

/**
 * Who sent a request: whoever connected, or, through trusted proxies only, whom the last of them names. What anybody
 * else wrote into `X-Forwarded-For` counts for nothing.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | null, trusted: TrustedProxies): string {
  const hops = [...(forwardedFor?.split(',') ?? []), peer ?? ''].map((hop) => hop.trim().replace(/^::ffff:/, ''));
  return hops.findLast((hop) => !trusted.includes(hop)) ?? hops[0] ?? '';
}
