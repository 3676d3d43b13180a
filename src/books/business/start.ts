// The day that a business's books start on: before it nothing is taken but what they start with. It can be moved while
// nothing is posted, so that whoever chose it in a hurry needn't begin anew.
import { sql } from "drizzle-orm";
import type { NewStart } from "@/domain/business/period-input.ts";
import { monthOf, type Day } from "@/domain/values/day.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

/** `movable`: nothing is posted yet. */
export type Start = { startOn: Day; movable: boolean };

export async function readStartOfBooks({ tx }: Books): Promise<Start> {
  const [row] = await tx.execute<{ start_on: Day; posted: boolean }>(sql`
    select start_on, exists (select from books.events) as posted from books.settings`);
  if (!row) throw new Error("a business has settings");
  return { startOn: row.start_on, movable: !row.posted };
}

/** Refuses "start-posted", and a day to come. The day that it is already changes nothing. */
export async function moveStart(books: Books, { startOn }: NewStart): Promise<{ startOn: Day }> {
  const { tx, today } = books;
  if (startOn > today) throw new Refusal("date-in-future");
  // Whatever is being posted shares its month's row: it is waited for, and then it is there.
  await tx.execute(sql`select month from books.periods order by month for update`);
  const now = await readStartOfBooks(books);
  if (now.startOn === startOn) return { startOn };
  if (!now.movable) throw new Refusal("start-posted");
  await tx.execute(sql`
    insert into books.periods (month)
    select m::date from generate_series(${monthOf(startOn)}::date, (select min(month) from books.periods), '1 month') as m
    on conflict do nothing`);
  await tx.execute(sql`update books.settings set start_on = ${startOn}::date, version = version + 1`);
  return { startOn };
}
