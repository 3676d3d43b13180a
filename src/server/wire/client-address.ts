// Who is asking, by address: the socket's own, or as many steps back as proxies we were told to trust.
// What a client writes into X-Forwarded-For beyond that is hearsay.

export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  trustedHops: number,
): string {
  const said = (forwarded ?? "").split(",").map((part) => part.trim());
  const chain = [...said.filter((part) => part !== ""), socket ?? "unknown"];
  const address = chain[Math.max(0, chain.length - 1 - trustedHops)] ?? "unknown";
  return address.replace(/^::ffff:/, "").slice(0, 45);
}

/** Rates are counted by network: one household's IPv6 block has more addresses than we have memory. */
export function network(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter((group) => group !== "");
  const right = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, zeros)).fill("0"), ...right].slice(0, 4).join(":") + "::/64";
}
