// How fast the verbs post, each beside the floor under it: in turns on one server, the median of the rounds.
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { recordInvoice } from "@/books/invoices/invoices.ts";
import { recordPayment } from "@/books/payments/payments.ts";
import type { Books } from "@/books/open.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { hasPgbench, INVOICE, keepWork, PAYMENT, pgbench, type Floor } from "./floor.ts";
import { AMOUNT, asOwner, ISSUED, makeStock, PAID, type Stock, type Work } from "./stock.ts";
import { median, round, type Part } from "./table.ts";

const ROUNDS = 3;
/** Before anything counts: every connection has its statements prepared. */
const WARM = 100;
/** Postings of one round, by clients. */
const SIZES: readonly { clients: number; each: number }[] = [
  { clients: 1, each: 400 },
  { clients: 4, each: 200 },
  { clients: 16, each: 75 },
];

const FLOOR_SAYS =
  "floor: pgbench -M prepared, one round trip a row, same tables, keys, CHECKs, wall and role; guards off";

export async function benchPosting(): Promise<Part> {
  const verb = (books: Books, { accountId, items }: Work) =>
    recordPayment(
      books,
      inputOf(NewPayment, {
        accountId,
        amountCents: cents(AMOUNT * 2),
        method: "check",
        reference: "4471",
        receivedOn: PAID,
        applied: items.map((itemId) => ({ itemId, amountCents: AMOUNT })),
      }),
    );
  const rows = await inTurns(verb, PAYMENT);
  return { name: "posting", says: `payments with two applications per second; ${FLOOR_SAYS}`, rows };
}

export async function benchInvoice(): Promise<Part> {
  const lines = Array.from({ length: 3 }, () => ({
    description: "Gravel, by the ton",
    totalCents: cents(50_00),
  }));
  const verb = (books: Books, { accountId }: Work) =>
    recordInvoice(books, inputOf(NewInvoice, { accountId, issuedOn: ISSUED, lines }));
  const rows = await inTurns(verb, INVOICE);
  return { name: "invoice", says: `invoices of three lines per second; ${FLOOR_SAYS}`, rows };
}

type Verb = (books: Books, work: Work) => Promise<unknown>;

async function inTurns(verb: Verb, script: string): Promise<Part["rows"]> {
  if (!hasPgbench()) throw new Error("pgbench is not on this machine");
  const total = SIZES.reduce((sum, { clients, each }) => sum + clients * each, 0) * ROUNDS * 2 + WARM * 2;
  const stock = await makeStock(total);
  await keepWork(stock);
  // What autovacuum would do within the minute: plans are those of a database that has been looked at.
  await asOwner((owner) =>
    owner.unsafe("analyze books.events, books.items, books.accounts, books.journal_lines"),
  );
  const floor = pgbench(stock, script);
  const rows: Part["rows"] = [];
  const warm = { clients: 10, each: WARM / 10 };
  await byVerb(stock, verb)({ from: 0, ...warm });
  await floor({ from: WARM, ...warm });
  let from = WARM * 2;
  for (const { clients, each } of SIZES) {
    const rates = { verb: [] as number[], floor: [] as number[] };
    for (let turn = 0; turn < ROUNDS; turn++) {
      rates.verb.push(await byVerb(stock, verb)({ from, clients, each }));
      from += clients * each;
      rates.floor.push(await floor({ from, clients, each }));
      from += clients * each;
    }
    const [ours, bare] = [median(rates.verb), median(rates.floor)];
    rows.push({ clients, verb: round(ours, 1), floor: round(bare, 1), ratio: round(ours / bare) });
  }
  return rows;
}

/** Postings per second of so many clients of this one process. */
function byVerb({ ledger, work }: Stock, verb: Verb): Floor {
  return async ({ from, clients, each }) => {
    const start = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let n = 0; n < each; n++) {
          const unit = present(work[from + client * each + n], "enough work");
          await ledger.change((books) => verb(books, unit));
        }
      }),
    );
    return (clients * each) / ((performance.now() - start) / 1000);
  };
}
