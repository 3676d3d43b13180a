// Who is asking, by address: the socket's own, or as many steps back as proxies we were told to trust. What a client
// writes into X-Forwarded-For beyond that is hearsay, and an address has one spelling however it came.
import ipaddr, { type IPv6 } from "ipaddr.js";

const UNKNOWN = "unknown";

export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  trustedHops: number,
): string {
  const said = (forwarded ?? "").split(",").map((part) => part.trim());
  const chain = [...said.filter((part) => part !== ""), socket ?? UNKNOWN];
  return parsed(chain[Math.max(0, chain.length - 1 - trustedHops)] ?? UNKNOWN)?.toString() ?? UNKNOWN;
}

/** Rates are counted by network: one household's IPv6 block has more addresses than we have memory. */
export function network(address: string): string {
  const at = parsed(address);
  if (!(at instanceof ipaddr.IPv6)) return at?.toString() ?? UNKNOWN;
  return `${new ipaddr.IPv6([...at.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}

/**
 * The site that a network is one of: who is given a /48 has 65,536 networks to come from. null for what has one address alone,
 * or none.
 */
export function site(address: string): string | null {
  const at = parsed(address);
  if (!(at instanceof ipaddr.IPv6)) return null;
  return `${new ipaddr.IPv6([...at.parts.slice(0, 3), 0, 0, 0, 0, 0]).toString()}/48`;
}

/** Some proxies write the port along: 9.9.9.8:1024, [2001:db8::1]:443. A quote or a zone is no part of it, either. */
function parsed(text: string) {
  const [, bracketed, dotted] = /^"?(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)"?$/.exec(text) ?? [];
  const bare = (bracketed ?? dotted ?? text).replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  if (!ipaddr.IPv6.isValid(bare)) return null;
  const long = ipaddr.IPv6.parse(bare);
  return asIPv4(long) ?? long;
}

/** An IPv4 address that was dressed up for IPv6: mapped, behind a NAT64, or in a 6to4 tunnel of its own. */
function asIPv4(address: IPv6) {
  const [start, length] = WITHIN[address.range()] ?? [];
  if (start === undefined || length === undefined) return null;
  return new ipaddr.IPv4(address.toByteArray().slice(start, start + length));
}

const WITHIN: Partial<Record<string, readonly [start: number, length: number]>> = {
  ipv4Mapped: [12, 4],
  rfc6145: [12, 4],
  rfc6052: [12, 4],
  "6to4": [2, 4],
};
