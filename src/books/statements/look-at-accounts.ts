// What a run finds of customers when it looks at them: what each statement would come to, who gets none and why, and what
// somebody should see before it goes out. A rehearsal looks at all of them, and whoever tries what failed again at those.
import { BrokenClaim } from "@/domain/assert.ts";
import {
  judge,
  type EntryState,
  type RunContext,
  type RunException,
  type SkipReason,
} from "@/domain/statements/run.ts";
import { ZERO, type Cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { drawUpFrom, type DrawnUp } from "./family-facts.ts";
import { readRunAccounts } from "./run-context.ts";
import { accountsOn, readRunPapers } from "./run-families.ts";
import type { Run } from "./runs.ts";
import { readStatementFacts, type FactsOf } from "./statement-facts.ts";
import type { Letterhead } from "./statement-head.ts";

/** As many as are looked at in one go. */
export const LOOKED_AT = 100;

export const momentOf = (run: Run) => ({ asOf: run.asOf, knownAt: null });

/** Why nothing came of one that doesn't foot. */
export const UNSOUND =
  "Its figures don’t add up. Nothing was made; whoever runs this copy of Onaccount has to look.";

type Found = {
  state: EntryState;
  skipped: SkipReason | null;
  exceptions: RunException[];
  fault: string | null;
};

/** As a row of the run's entries. */
export type FoundEntry = Found & { account_id: string; currency: string; closing: Cents };

/** At most LOOKED_AT of them; one that isn't there any more isn't in the answer. */
export async function lookAtAccounts(
  books: Books,
  letterhead: Letterhead,
  run: Run,
  accountIds: readonly string[],
): Promise<FoundEntry[]> {
  const papers = await readRunPapers(books, run, accountIds);
  const [facts, known] = await Promise.all([
    readStatementFacts(books, letterhead, { ...run, moment: momentOf(run), accountIds: accountsOn(papers) }),
    readRunAccounts(books, accountIds),
  ]);
  return accountIds.flatMap((accountId) => {
    const account = facts.get(accountId);
    const context = known.get(accountId)?.context;
    if (!account || !context) return [];
    const drawn = drawnUp(run, facts, papers.get(accountId));
    const closing = (drawn === "on-parents" ? account.facts : drawn?.statement)?.closingCents ?? ZERO;
    return [
      { account_id: accountId, currency: account.facts.currency, closing, ...foundOf(run, drawn, context) },
    ];
  });
}

function foundOf(run: Run, drawn: Drawn, context: RunContext): Found {
  const none = { skipped: null, exceptions: [], fault: null };
  if (drawn === "on-parents") return { ...none, state: "skipped", skipped: drawn };
  if (!drawn) return { ...none, state: "failed", fault: UNSOUND };
  const judged = judge(drawn.statement, context, run);
  return judged.skip === null
    ? { ...none, state: "ready", exceptions: judged.exceptions }
    : { ...none, state: "skipped", skipped: judged.skip };
}

/** null for one that doesn't foot: it must stop nobody else's, and is told on its own customer. */
type Drawn = DrawnUp | "on-parents" | null;

/** What the paper of one account would say. `accountIds`: whose it is of; null where that is on its parent's. */
export function drawnUp(run: Run, read: FactsOf, accountIds: readonly string[] | null | undefined): Drawn {
  if (!accountIds) return "on-parents";
  try {
    return drawUpFrom(read, { kind: run.kind, accountIds });
  } catch (error) {
    if (error instanceof BrokenClaim) return null;
    throw error;
  }
}
