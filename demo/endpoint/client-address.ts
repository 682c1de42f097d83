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
  const hops = [...(forwardedFor?.split(',') ?? []), peer ?? ''].map(plain);
  return hops.findLast((hop) => !trusted(hop)) ?? hops[0] ?? '';
}

/** An address alone: some proxies write its port behind it, and systems an IPv4 as an IPv6. */
const plain = (hop: string): string =>
  hop
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');

const GROUPS = 8;

/** Whoever may use as many addresses as they like is one client: of an IPv6 the network counts, 64 bits of it. */
export function clientOf(address: string): string {
  if (familyOf(address) !== 'ipv6') return address;
  const [left = [], right = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const missing = Math.max(0, GROUPS - left.length - right.length);
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  const network = groups.slice(0, GROUPS / 2).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
