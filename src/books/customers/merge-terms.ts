// What becomes of terms and texts when two customers become one: read for the preview, and written with the merge, so that
// no hold is lifted and no memo lost without a word. Each change stands in the history of whom it is about.
import { sql } from "drizzle-orm";
import { present } from "@/domain/assert.ts";
import { CUSTOMER_FIELDS, writtenOf } from "@/domain/customers/customer.ts";
import {
  joinedTexts,
  mergeDifferences,
  mergedCredit,
  sideOf,
  TEXT_LIMITS,
  type MergeChoice,
  type MergeTerms,
} from "@/domain/customers/merge-terms.ts";
import { sameTerms, type DecidedTerms } from "@/domain/credit/credit-terms.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { CreditStatus } from "@/domain/ledger/account.ts";
import { changeCredit } from "../credit/credit-changes.ts";
import { DECIDED_COLUMNS, decidedOf, type DecidedRow } from "../credit/decided-terms.ts";
import { statusOn } from "../ledger/credit-terms.ts";
import type { Books } from "../open.ts";
import { keepChanges } from "./customer-changes.ts";

export type MergeProfile = Omit<MergeTerms, "accounts"> & {
  number: string;
  memo: string;
  privateNotes: string;
  /** What its class is called; null without one. */
  className: string | null;
  accounts: readonly {
    accountId: string;
    currency: string;
    /** As it works: on hold, too, where age holds it. */
    decided: DecidedTerms;
    /** As somebody decided it. */
    standing: DecidedTerms;
  }[];
};

type Row = DecidedRow & {
  customer_id: string;
  number: string;
  terms: string;
  memo: string;
  private_notes: string;
  class_id: string | null;
  class_name: string | null;
  account_id: string;
  currency: string;
  own_status: CreditStatus;
};

export async function readMergeProfiles(
  books: Books,
  { from, into }: { from: string; into: string },
): Promise<{ from: MergeProfile; into: MergeProfile }> {
  const rows = await books.tx.execute<Row>(sql`
    select c.id as customer_id, c.number, c.terms, c.memo, c.private_notes, g.id as class_id, g.name as class_name, a.id as account_id, a.currency,
      a.status as own_status, ${DECIDED_COLUMNS}, ${statusOn(books.today)}
    from books.customers c left join books.accounts a on a.customer_id = c.id
    left join books.discount_classes g on g.id = c.discount_class_id and g.archived_at is null
    where c.id in (${from}::uuid, ${into}::uuid) order by a.currency`);
  const of = (id: string) => profileOf(rows.filter((row) => row.customer_id === id));
  return { from: of(from), into: of(into) };
}

function profileOf(rows: readonly Row[]): MergeProfile {
  const [first] = rows;
  const { number, terms, memo, private_notes: privateNotes } = present(first, "is there");
  const { class_id: classId = null, class_name: className = null } = first ?? {};
  const accounts = rows
    .filter((row) => row.account_id !== null)
    .map((row) => ({
      accountId: row.account_id,
      currency: row.currency,
      decided: decidedOf(row),
      standing: decidedOf({ ...row, status: row.own_status }),
    }));
  return { number, terms, memo, privateNotes, classId, className, accounts };
}

type Sides = { from: MergeProfile; into: MergeProfile };
type Merge = { intoCustomerId: string; reason: string; choices: readonly MergeChoice[] };

/** Both customers and their accounts are locked. */
export async function carryTerms(books: Books, sides: Sides, merge: Merge): Promise<void> {
  await carryProfile(books, sides, merge);
  const { from, into } = sides;
  for (const { accountId, currency, decided, standing } of into.accounts) {
    const theirs = from.accounts.find((each) => each.currency === currency);
    if (!theirs) continue;
    const after = mergedCredit({ from: theirs.decided, into: decided }, currency, merge.choices);
    // What age alone holds isn't decided by a merge; a hold that somebody decided on the other is.
    const byAge = after.status === decided.status && theirs.standing.status === "good";
    const terms = byAge ? { ...after, status: standing.status } : after;
    if (sameTerms(terms, standing)) continue;
    const reason = [`Merged with ${from.number}`, merge.reason].filter(Boolean).join(": ");
    const { requestId } = await changeCredit(books, { accountId, terms, reason, seen: standing });
    // A merge doesn't wait for a second person: whoever merges chooses the other's limit, or has it approved before.
    if (requestId !== null) throw new Refusal("limit-needs-approval");
  }
}

async function carryProfile(books: Books, { from, into }: Sides, { intoCustomerId, choices }: Merge) {
  const differences = mergeDifferences({ from, into });
  const days = differences.find(({ field }) => field === "terms");
  const discount = differences.find(({ field }) => field === "discount");
  const { classId, className } = discount && sideOf(discount, choices) === "from" ? from : into;
  const after = {
    terms: days && sideOf(days, choices) === "from" ? from.terms : into.terms,
    memo: joinedTexts({ from: from.memo, into: into.memo }),
    privateNotes: joinedTexts({ from: from.privateNotes, into: into.privateNotes }),
  };
  if (after.memo.length > TEXT_LIMITS.memo || after.privateNotes.length > TEXT_LIMITS.privateNotes)
    throw new Refusal("texts-too-long");
  const changes = [
    ...(["terms", "memo", "privateNotes"] as const).map((field) => ({
      field: CUSTOMER_FIELDS[field],
      before: writtenOf(field, into[field]),
      after: writtenOf(field, after[field]),
    })),
    { field: "Discount class", before: into.className ?? "", after: className ?? "" },
  ];
  if (changes.every((change) => change.before === change.after)) return;
  await books.tx.execute(sql`
    update books.customers set terms = ${after.terms}, memo = ${after.memo},
      private_notes = ${after.privateNotes}, version = version + 1
      ${classId === into.classId ? sql`` : sql`, discount_class_id = ${classId}::uuid`}
    where id = ${intoCustomerId}::uuid`);
  await keepChanges(books, intoCustomerId, changes);
}
