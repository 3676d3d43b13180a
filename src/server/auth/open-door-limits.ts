// How often is too often at the doors that are open to anybody: no session, no account, often a link alone.
import { network, site } from "../wire/client-address.ts";
import type { From } from "../wire/request.ts";
import { count, uncount } from "./limits.ts";

/** For the links in mails that ask for an override, and the codes with which a phone signs. */
export const limitOverrideLinks = (ip: string): Promise<void> => count("override-link:network", network(ip));
export const limitSignLinks = (ip: string): Promise<void> => count("sign-link:network", network(ip));

/** For the form by which anybody applies for credit, whether it opens or not. */
export async function limitApplyPage(ip: string): Promise<void> {
  await count("apply-page:network", network(ip));
  await countSite("apply-page:site", ip);
}

/** For what is sent by it, whether it is right or not. */
export async function limitApply(ip: string): Promise<void> {
  await count("apply:network", network(ip));
  await countSite("apply:site", ip);
}

/**
 * For those that are kept, each with a file at most: so many a business, and few of one network to it, so that nobody shuts the
 * door to everybody else; nor of one site, which has networks by the thousand. What wasn't kept is taken back by
 * `uncountApplication`.
 */
export async function limitApplications(of: Applying): Promise<void> {
  await count("apply:each", each(of));
  await countSite("apply:each-site", of.ip, of.tenant);
  await count("apply:business", of.tenant);
}

export async function uncountApplication(of: Applying): Promise<void> {
  await uncount("apply:each", each(of));
  const at = site(of.ip);
  if (at !== null) await uncount("apply:each-site", `${of.tenant} ${at}`);
  await uncount("apply:business", of.tenant);
}

type Applying = { tenant: string; ip: string };
const each = ({ tenant, ip }: Applying): string => `${tenant} ${network(ip)}`;

/** An IPv4 address is a site of its own, and counted as a network already. */
async function countSite(
  name: "apply-page:site" | "apply:site" | "apply:each-site",
  ip: string,
  tenant = "",
): Promise<void> {
  const at = site(ip);
  if (at !== null) await count(name, `${tenant} ${at}`);
}

/** For whoever asks for no more mails that come by themselves. */
export const limitStops = (ip: string): Promise<void> => count("mail-stop:network", network(ip));

/** For whoever asks what the books say of a statement that they hold. */
export const limitVerify = ({ ip }: From): Promise<void> => count("verify:network", network(ip));
