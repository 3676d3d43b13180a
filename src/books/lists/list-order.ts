// What the lists have in common: a search that wants every word, and paging by key, where a page begins behind the last
// row of the one before.
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { isInstant } from "@/domain/values/instant.ts";

/** Each word, in whatever order, somewhere in `column`, which is text as `books.search_text` makes it. */
export function everyWord(column: SQL, search: string | undefined): SQL {
  const words = (search ?? "").trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const found = words.map((word) => {
    const plain = word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
    // A subquery, so that the word is made ready once and not for every row.
    return sql`and ${column} like (select '%' || books.search_text(${plain}) || '%')`;
  });
  return sql`true ${sql.join(found, sql` `)}`;
}

export type Order = {
  /** What is sorted by; rows that are equal in it go by `id`. */
  key: SQL;
  type: "text" | "bigint" | "numeric" | "timestamptz";
  id: SQL;
  direction: "asc" | "desc";
  cursor: string | undefined;
};

/** The condition and the order of a page; ask for one row more than it has, and make the cursor of its last. */
export function pageOf({ key, type, id, direction, cursor }: Order): { after: SQL; order: SQL } {
  const down = direction === "desc";
  const href = down ? sql`desc` : sql`asc`;
  const from = decodeCursor(cursor, type);
  const typed = sql.raw(type);
  return {
    after: from
      ? sql`(${key}, ${id}) ${down ? sql`<` : sql`>`} (${from.key}::${typed}, ${from.id}::uuid)`
      : sql`true`,
    order: sql`${key} ${href}, ${id} ${href}`,
  };
}

export const encodeCursor = (key: string, id: string): string =>
  `${id}.${Buffer.from(key).toString("base64url")}`;

const FITS: Record<Order["type"], (key: string) => boolean> = {
  text: () => true,
  bigint: (key) => /^-?\d{1,16}$/.test(key),
  numeric: (key) => /^-?\d{1,20}(\.\d{1,20})?$/.test(key),
  timestamptz: isInstant,
};

/** A stale or mangled link starts at the first page. */
export function decodeCursor(
  cursor: string | undefined,
  type: Order["type"],
): { key: string; id: string } | null {
  const match = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]*)$/.exec(cursor ?? "");
  const id = z.uuid().safeParse(match?.[1]);
  const key = Buffer.from(match?.[2] ?? "", "base64url")
    .toString("utf8")
    .replaceAll("\0", "");
  return id.success && FITS[type](key) ? { key, id: id.data } : null;
}
