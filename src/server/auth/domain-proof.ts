// Whether a domain's DNS says that a business may speak for its addresses: a TXT record at the domain itself, with words
// that were made for this business and domain. Only whoever runs the domain can put it there.
import { resolveTxt } from "node:dns/promises";
import { newToken } from "./tokens.ts";

type Resolver = (name: string) => Promise<string[][]>;
let resolver: Resolver = resolveTxt;

/** For tests, which have no DNS of their own; null for the real one. */
export function setResolver(given: Resolver | null): void {
  resolver = given ?? resolveTxt;
}

export const newProof = (): string => newToken();

/** What the record has to say. */
export const recordOf = (proof: string): string => `onaccount-domain=${proof}`;

/** A domain that can't be asked has not said so. */
export async function domainSays(domain: string, proof: string): Promise<boolean> {
  const records = await resolver(domain).catch(() => []);
  return records.some((parts) => parts.join("") === recordOf(proof));
}
