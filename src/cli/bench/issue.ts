// An invoice issued by hand, as the server sees it: the draft is there, and issuing it is the procedure with its door, its
// command, its lock, its event, its lines and taxes. Of three lines and of a thousand; and its paper, drawn.
import { randomUUID } from "node:crypto";
import { pool } from "@/db/client.ts";
import { sql } from "drizzle-orm";
import { blankDraft, blankLine } from "@/domain/invoices/draft.ts";
import { present } from "@/domain/assert.ts";
import { invoicePdf } from "@/documents/invoice-pdf.tsx";
import { memberActor } from "@/server/actor.ts";
import { appRouter } from "@/server/routers/index.ts";
import { callerFactory } from "@/server/trpc.ts";
import { changeSimpleTax } from "@/books/business/simple-tax.ts";
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { addAccounts, asOwner, PAID } from "./stock.ts";
import { percentile, round, timed, type Part } from "./table.ts";

const RUNS = 200;
const LONG_RUNS = 40;
const WARM = 10;
const ACCOUNTS = 20;

export async function benchIssue(): Promise<Part> {
  const ledger = await freshBusiness();
  await addAccounts(ledger, ACCOUNTS);
  await ledger.change((books) => changeSimpleTax(books, { name: "Sales tax", percent: "8.25" }));
  const customers = await customersOf(ledger);
  const user = { userId: ledger.ownerId, name: "Olive Owner", email: "olive@people.example" };
  const from = { requestId: "bench", ip: "127.0.0.1", userAgent: null, browser: null };
  const caller = async () =>
    callerFactory(appRouter)({ user, member: await memberActor(user, ledger.slug, "bench"), from });
  const { taxes } = await (await caller()).invoiceDrafts.ground({ customerId: null, issuedOn: null });
  const draftsOf = async (lines: number, many: number) => {
    const made: { draftId: string; version: number }[] = [];
    for (let at = 0; at < many; at++)
      made.push(
        await (
          await caller()
        ).invoiceDrafts.start({
          commandKey: randomUUID(),
          draft: draft(present(customers[at % customers.length], "a customer"), lines),
        }),
      );
    await asOwner(
      (owner) => owner`analyze books.invoice_drafts, books.invoices, books.invoice_lines, books.events`,
    );
    return made;
  };
  const issue = async (drafts: { draftId: string; version: number }[]) => {
    const next = present(drafts.pop(), "a draft for each run");
    return (await caller()).invoiceDrafts.issue({ commandKey: randomUUID(), ...next, seen: { taxes } });
  };
  const three = await draftsOf(3, RUNS + WARM);
  const short = await timed(RUNS, WARM, () => issue(three));
  const thousand = await draftsOf(1000, LONG_RUNS + WARM);
  const long = await timed(LONG_RUNS, WARM, () => issue(thousand));
  const { invoiceId } = await issue(await draftsOf(3, 1));
  const paper = await (await caller()).invoices.paper({ invoiceId });
  const drawn = await timed(RUNS, WARM, () => invoicePdf(paper));
  const floor = await timed(RUNS, WARM, () => pool().query("select 1"));
  const row = (what: string, sorted: readonly number[]) => ({
    what,
    "p50 ms": round(percentile(sorted, 0.5)),
    "p95 ms": round(percentile(sorted, 0.95)),
  });
  return {
    name: "issue",
    says: "a draft issued through the procedure, one at a time; p95 at most 40 ms of three lines and 400 ms of a thousand; its PDF at most 100 ms at p50",
    rows: [
      row("three lines", short),
      row("a thousand lines", long),
      row("the PDF of three lines", drawn),
      row("select 1", floor),
    ],
  };
}

async function customersOf(ledger: Ledger): Promise<string[]> {
  const rows = await ledger.read(({ tx }) => tx.execute<{ id: string }>(sql`select id from books.customers`));
  return rows.map(({ id }) => id);
}

const draft = (customerId: string, lines: number) => ({
  ...blankDraft(PAID, "en-US"),
  customerId,
  retainage: "10%",
  taxes: [],
  lines: Array.from({ length: lines }, (_, n) => ({
    ...blankLine("item"),
    description: `Gravel, by the ton, kind ${n + 1}`,
    quantity: "2.5",
    unitPrice: "4.40",
  })),
});
