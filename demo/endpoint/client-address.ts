import { BlockList, isIP } from 'node:net';

/** Whether an address is that of a proxy whose word is taken for where a request came from. */
export type TrustedProxies = (address: string) => boolean;

/** Reads addresses (`10.0.0.7`) and networks (`10.0.0.0/8`, `fd00::/8`). */
export function trustedProxies(list: readonly string[]): TrustedProxies {
  const trusted = new BlockList();
  for (const entry of list) {
    const [address = '', bits, ...rest] = entry.split('/');
    const family = familyOf(address);
    const most = family === 'ipv6' ? 128 : 32;
    if (!family || rest.length > 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most)))
      throw new Error(`TRUSTED_PROXIES takes addresses and networks like 10.0.0.0/8, not: ${entry}`);
    trusted.addSubnet(address, Number(bits ?? most), family);
  }
  return (address) => {
    const family = familyOf(address);
    return family !== undefined && trusted.check(address, family);
  };
}

const familyOf = (address: string) => ({ 4: 'ipv4' as const, 6: 'ipv6' as const })[isIP(address)];

/**
 * Who sent a request: whoever connected, or, through trusted proxies only, whom the last of them names. What anybody
 * else wrote into `X-Forwarded-For` counts for nothing.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | null, trusted: TrustedProxies): string {
  const hops = [...(forwardedFor?.split(',') ?? []), peer ?? ''].map((hop) => hop.trim().replace(/^::ffff:/, ''));
  return hops.findLast((hop) => !trusted(hop)) ?? hops[0] ?? '';
}
