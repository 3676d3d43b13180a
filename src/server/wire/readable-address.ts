// What may be an address of ours at all, before any route looks at it: its path can be decoded, and no part holds a NUL.
import { isStorable } from "./storable-text.ts";

/** Nothing is here, and nothing ever will be. */
export const NOWHERE = "/no/such/address";

/** A query is read more kindly: a bare "%" in it is what somebody typed. */
export function isReadable(address: string): boolean {
  const [path = "", query = ""] = address.split(/\?(.*)/s, 2);
  try {
    return isStorable(decodeURIComponent(path)) && !query.includes("%00") && !query.includes("\0");
  } catch {
    return false;
  }
}
