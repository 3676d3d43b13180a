// A process that has posted and not committed: it holds the account, says so, and waits for what its parent does to it.
import fs from "node:fs";
import { changeBooks, type Asker } from "@/books/open.ts";
import { verbsOf } from "@/books/testing/desk.ts";
import { usePool } from "../own-pool.ts";

export type Held = { url: string; asker: Asker; accountId: string; key: string; amount: number };

/** Under the same key it is the same command, whoever sends it; `then` comes between the posting and COMMIT. */
export const payHeld = (
  { asker, accountId, key, amount }: Held,
  then: () => Promise<void> = async () => {},
) =>
  changeBooks(asker, { key, procedure: "held", input: { accountId, amount } }, async (books) => {
    const answer = await verbsOf(books, accountId).pay(amount, "2026-06-20", "oldest-first");
    await then();
    return answer;
  });

const [order] = process.argv.slice(2);
if (order?.startsWith("{")) {
  const held = JSON.parse(order) as Held;
  usePool(held.url);
  const say = (word: string) => fs.writeSync(1, `${word}\n`);
  const asked = payHeld(held, async () => {
    say("posted");
    await new Promise((resolve) => process.stdin.once("data", resolve));
  });
  await asked.then(
    () => say("committed"),
    () => say("lost"),
  );
  process.exit(0);
}
