// What tells one statement from every other: the hash of its frozen JSON, byte by byte. Whoever has the file can make it with any
// tool ("sha256sum statement.json"); nobody has to believe ours.
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";

/** What a statement's paper calls it, attached within. */
export const VALUE_FILE = "statement.json";

/** SHA-256 as 64 hex digits. A text is hashed as UTF-8. */
export const sealOf = (frozen: string | Uint8Array): string =>
  bytesToHex(sha256(typeof frozen === "string" ? utf8ToBytes(frozen) : frozen));

/** The first 16 digits, as they are printed: "4F2A-91C0-77BE-03D5". */
export const codeOf = (seal: string): string =>
  (seal.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join("-");

/** Whether a code that somebody typed, in whatever case and with whatever between the digits, is this seal's. */
export const isCodeOf = (typed: string, seal: string): boolean =>
  typed.toLowerCase().replace(/[^0-9a-f]/g, "") === seal.slice(0, 16);

/** Of one row; only tells where a paper was changed, and is itself under the seal. */
export const markOf = (row: unknown): string => sealOf(JSON.stringify(row)).slice(0, 16);
