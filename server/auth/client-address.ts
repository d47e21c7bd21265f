import { isIPv6 } from 'node:net';

/**
 * Header in which our door tells pages and actions the caller's address, as far as it is to be believed (`trustProxy`
 * in server/http). Whatever a client sends under this name is overwritten.
 */
export const CLIENT_ADDRESS_HEADER = 'x-fengqu-address';

/** How many of the eight groups of an IPv6 address name a customer's network; the rest is theirs to vary (RFC 6177). */
const NETWORK_GROUPS = 4;

/** What is counted as one address: an IPv4 address, or the /64 network of an IPv6 address. '' stands for none. */
export function countedAddress(written: string | null | undefined): string {
  const address = (written ?? '').trim().toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address.slice(0, 45);
  const [before = '', after] = address.split('::');
  const left = before.split(':').filter(Boolean);
  const right = (after ?? '').split(':').filter(Boolean);
  const groups =
    after === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
