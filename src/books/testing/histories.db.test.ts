// Random histories of every kind of command, much of it written down late, refused, twice or two at once: whatever the
// verbs let through, every reader of the books says the same of every day, what was known stays what was known, each
// figure is made of what the page shows, and the books stay proven.
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { screenOf } from "@/domain/statements/statement-pages.ts";
import { addDays } from "@/domain/values/day.ts";
import { ZERO, plus } from "@/domain/values/money.ts";
import { now, type Moment } from "../ledger/as-of.ts";
import type { Books } from "../open.ts";
import { readAccountAging, readBusinessAging } from "../receivables/aging.ts";
import { previewScreen } from "../statements/statement-screen.ts";
import { previewStatement } from "../statements/statements.ts";
import { instant } from "./desk.ts";
import { expectConsistent } from "./expect-consistent.ts";
import { expectDerived } from "./expect-derived.ts";
import { expectTrialBalance } from "./expect-trial.ts";
import { KINDS, SPAN, steps } from "./model-plan.ts";
import { live } from "./model-run.ts";
import { START, newWorld, type Tally, type World } from "./model-world.ts";

afterAll(closePool);

const LETTERHEAD = { name: "Test Supply", slug: "test-supply", locale: "en-US", country: "US" };
const [WORLDS, HALF] = [8, 24];
const someDays = fc.array(fc.integer({ min: -1, max: SPAN }), { minLength: 3, maxLength: 3 });

test("every kind of command: all figures agree as of every day and as known at any instant", async () => {
  const tally: Tally = new Map();
  await fc.assert(
    fc.asyncProperty(steps(HALF), steps(HALF), someDays, async (before, after, offsets) => {
      const world = await newWorld(tally);
      const { business } = world;
      const days = [...offsets, 60, SPAN].map((count) => addDays(START, count));
      await live(world, before, { comparing: false });
      const knownAt = await instant(business);
      const then = await agings(world, days, knownAt);
      await live(world, after, { comparing: false });
      expect(await agings(world, days, knownAt)).toEqual(then);
      await business.read(async (books) => {
        expect((await runChecks(books.tx)).broken).toEqual([]);
        for (const asOf of days) {
          await allAgree(books, world, { asOf, knownAt: null });
          await allAgree(books, world, { asOf, knownAt });
        }
        const asOf = addDays(START, offsets[0] ?? 0);
        for (const account of world.accounts)
          for (const known of [null, knownAt]) await expectDerived(books, account, { asOf, knownAt: known });
        await liveIsTheReplay(books, world);
      });
    }),
    { numRuns: WORLDS, endOnFailure: true },
  );
  // The histories were lived, not only refused; by chance a rare kind may be missing.
  const missing = KINDS.filter((kind) => !tally.has(kind));
  expect(missing.length, missing.join(", ")).toBeLessThanOrEqual(9);
}, 240_000);

const agings = ({ business, accounts }: World, days: readonly Moment["asOf"][], knownAt: string) =>
  business.read(async (books) => {
    const read = [];
    for (const asOf of days)
      for (const { accountId } of accounts)
        read.push(await readAccountAging(books, { asOf, knownAt }, accountId));
    return read;
  });

/**
 * Page, aging and the sum of events of each account; its statement, whole and on a screen; the aging of the whole business,
 * and its trial balance.
 */
async function allAgree(books: Books, { accounts }: World, moment: Moment): Promise<void> {
  let net = ZERO;
  for (const account of accounts) {
    const aging = await expectConsistent(books, account, moment);
    net = plus(net, aging.netCents);
    const asked = { customer: account.number, ...moment };
    const statement = await previewStatement(books, LETTERHEAD, asked);
    expect(statement.closingCents).toBe(aging.netCents);
    const pages = { items: 1, lines: 1 };
    const screen = await previewScreen(books, LETTERHEAD, { ...asked, pages });
    expect(screen).toEqual(screenOf(statement, pages));
  }
  const whole = await readBusinessAging(books, moment);
  expect(whole.netCents).toBe(net);
  await expectTrialBalance(books, moment, whole);
}

/** Asking for today, and for today as known a moment ago, is one answer. */
async function liveIsTheReplay(books: Books, { accounts, instants }: World): Promise<void> {
  const knownAt = instants.at(-1) ?? null;
  for (const account of accounts) {
    const today = await expectConsistent(books, account, now(books));
    expect(await expectConsistent(books, account, { asOf: books.today, knownAt })).toEqual(today);
    await expectDerived(books, account, now(books));
  }
}
