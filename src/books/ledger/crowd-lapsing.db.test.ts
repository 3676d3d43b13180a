// A crowd before one account whose reservations lapse meanwhile: what comes free is given out once, to the cent.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool, connect, type Pool } from "@/db/client.ts";
import { cents } from "@/domain/values/money.ts";
import { inputOf } from "@/domain/input-of.ts";
import { EXPIRY_SECONDS, NewCapture } from "@/domain/receipts/credit-decision.ts";
import { Refusal } from "@/domain/refusal.ts";
import { needed } from "@/env.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { captureReservation, releaseReservation } from "../receipts/reservations.ts";
import { desk } from "../testing/desk.ts";
import { reserve } from "../testing/reserving.ts";

beforeAll(async () => {
  await closePool();
  (globalThis as { onaccountPool?: Pool }).onaccountPool = connect(
    needed("DATABASE_URL"),
    CONNECTIONS,
    60_000,
  );
});
afterAll(closePool);

const CONNECTIONS = 64;
const ON = "2026-06-30";
/** Long enough for the crowd to begin, so that what lapses does so in its midst. */
const SHORT = Math.max(EXPIRY_SECONDS.least, 6);

const REFUSED: ReadonlySet<string | undefined> = new Set([
  "over-limit",
  "reservation-expired",
  "reservation-ended",
  "captured-before",
]);

test("while reservations lapse among captures, releases and new asks: what is free is given out once, to the cent", async () => {
  const business = await freshBusiness();
  const greenleaf = await business
    .customer("Greenleaf", { limitCents: cents(100_00), addressLines: ["1 Elm St"] })
    .write();
  const short = { expiresInSeconds: SHORT };
  const first = await Promise.all(
    Array.from({ length: 100 }, () => reserve(business, greenleaf, 1_00, short)),
  );
  expect(first.every(({ approved }) => approved)).toBe(true);
  const over = performance.now() + SHORT * 1000;
  const until = (at: number) =>
    new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
  let given = 0;
  // Again and again while they lapse, and once more when the last has.
  const askUntilOver = async () => {
    for (;;) {
      const isLast = performance.now() > over;
      const { approved } = await reserve(business, greenleaf, 1_00);
      if (approved) return void given++;
      if (isLast) throw new Refusal("over-limit");
      await until(Math.min(performance.now() + 200, over + 1));
    }
  };
  const results = await Promise.allSettled(Array.from({ length: 250 }, (_, n) => one(n)));
  async function one(n: number): Promise<unknown> {
    const decisionId = first[n % 100]?.decisionId ?? "";
    const capture = () =>
      business.change((books) => captureReservation(books, inputOf(NewCapture, { decisionId })));
    if (n < 20) return capture();
    if (n < 40) return business.change((books) => releaseReservation(books, { decisionId }));
    if (n < 70) return until(over).then(capture);
    if (n < 100) return until(over - 1000 + n * 10).then(capture);
    return askUntilOver();
  }
  const reasons = results.flatMap((each) =>
    each.status === "rejected" ? [(each.reason as { code?: string }).code] : [],
  );
  expect(reasons).toContain("reservation-expired");
  expect(new Set(reasons).difference(REFUSED)).toEqual(new Set());
  const [row] = await business.read(({ tx }) =>
    tx.execute<{ owed: number; captured: number; live: number }>(sql`
      select a.open_items as owed,
        (select count(*)::int from books.reservations where ended_as = 'captured') as captured,
        (select count(*)::int from books.reservations where ended_at is null and expires_at > clock_timestamp()) as live
      from books.accounts a where a.id = ${greenleaf.accountId}::uuid`),
  );
  expect(row).toMatchObject({ owed: (row?.captured ?? 0) * 1_00, live: given });
  // A hundred and fifty wanted the room, so that none of it is left, and none was given out twice.
  expect((row?.captured ?? 0) + given).toBe(100);
  await expect(desk(business, greenleaf).charge(1, ON)).rejects.toMatchObject({ code: "over-limit" });
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
