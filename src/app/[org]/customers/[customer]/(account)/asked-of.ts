// What the address of a file asks for: the same as the page's, from the first row on.
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { momentInput } from "../../../_moment/moment.ts";
import { accountAsked } from "./asked.ts";

export async function askedOf(org: string, address: URL) {
  const { zone } = (await readCurrentMember(org)).org;
  const asked = accountAsked(Object.fromEntries(address.searchParams), zone);
  return {
    account: { ...(asked.currency && { currency: asked.currency }), ...momentInput(asked.moment) },
    unpaid: { ...asked.unpaid, cursor: undefined },
    history: { ...asked.history, cursor: undefined, jumpOn: undefined },
  };
}
