// What becomes of a value on its way in. Bigints are numbers, and only while a number can hold them; days, instants and
// exact decimals stay the text that Postgres wrote, so no local zone and no float ever touches them.
import pg from "pg";
import { assert } from "@/domain/assert.ts";

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;

const safeInteger: Parse = (text) => {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `${text} fits a number`);
  return value;
};

const theirs = pg.types.getTypeParser as (oid: number, format?: string) => Parse;
const TEXT_ARRAY = 1009;
const textArray = theirs(TEXT_ARRAY) as (text: string) => (string | null)[];
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    textArray(text).map((each) => (each === null ? null : parse(each)));

/** By the oid of the type: int8; date, timestamp, timestamptz; interval; and arrays of these, of numeric and of name. */
const OURS = new Map<number, Parse>([
  [20, safeInteger],
  ...[1082, 1114, 1184, 1186].map((oid): [number, Parse] => [oid, asText]),
  [1016, arrayOf(safeInteger)],
  ...[1182, 1115, 1185, 1187, 1231, 1003].map((oid): [number, Parse] => [oid, arrayOf(asText)]),
]);

export const parsers = {
  getTypeParser: (oid: number, format?: "text" | "binary"): Parse =>
    (format !== "binary" && OURS.get(oid)) || theirs(oid, format),
};
