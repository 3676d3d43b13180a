// Where a business's own mail server may be: on the internet. What it types is a name that we connect to, so the name is looked
// up here, each address that it stands for is judged, and the connection goes to the one that was judged.
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import type { MailServer } from "@/domain/business/mail-server.ts";
import { env } from "@/env.ts";

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  PRIVATE.addSubnet(net, bits, "ipv4");

const GLOBAL_V6 = new BlockList();
GLOBAL_V6.addSubnet("2000::", 3, "ipv6");
/** Documentation, Teredo and 6to4: the last two carry an IPv4 address inside. */
const HIDING_V6 = new BlockList();
HIDING_V6.addSubnet("2001:db8::", 32, "ipv6");
HIDING_V6.addSubnet("2001::", 32, "ipv6");
HIDING_V6.addSubnet("2002::", 16, "ipv6");

/** Of an IPv4 or IPv6 address as text. What is neither isn't public. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !PRIVATE.check(address, "ipv4");
  return kind === 6 && GLOBAL_V6.check(address, "ipv6") && !HIDING_V6.check(address, "ipv6");
}

/** A copy that is served to this machine alone may use what is on it: there is nobody to keep from it. */
export const servesItselfOnly = (): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(env().APP_URL).hostname);

export const MAIL_PORTS: ReadonlySet<number> = new Set([25, 465, 587, 2525]);

export type FoundHost = { address: string } | { fault: string };

/** The address to connect to, or in words why there is none. */
export async function findMailHost({
  host,
  port,
  security,
}: Pick<MailServer, "host" | "port" | "security">): Promise<FoundHost> {
  const anywhere = servesItselfOnly();
  if (!anywhere && security === "none") return { fault: "Choose TLS or STARTTLS." };
  if (!anywhere && !MAIL_PORTS.has(port))
    return { fault: `Mail servers listen on port 25, 465, 587 or 2525.` };
  const found = await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { fault: `There is no server by the name ${host}.` };
  if (!anywhere && !found.every(({ address }) => isPublicAddress(address)))
    return { fault: `${host} is on a private network, which mail isn’t sent through.` };
  return { address: first.address };
}
