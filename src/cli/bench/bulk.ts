// Many at once: events of a bulk, one payment over a thousand debts, and one account that everybody wants.
import { inputOf } from "@/domain/input-of.ts";
import { NewPayment } from "@/domain/payments/payment-input.ts";
import { NewInvoice } from "@/domain/invoices/invoice-input.ts";
import { recordPayment } from "@/books/payments/payments.ts";
import { recordHouseCharge } from "@/books/invoices/invoices.ts";
import { freshBusiness, type Ledger } from "@/books/story/ledger-dsl.ts";
import { reserveEvents } from "@/books/ledger/event-header.ts";
import { post } from "@/books/ledger/post.ts";
import { postApplication } from "@/domain/ledger/application.ts";
import { assert, present } from "@/domain/assert.ts";
import { postOpeningCredit, postOpeningItem } from "@/domain/invoices/invoice.ts";
import { cents } from "@/domain/values/money.ts";
import { addAccounts, AMOUNT, asOwner, ISSUED, PAID } from "./stock.ts";
import { median, round, type Part } from "./table.ts";

const ROUNDS = 3;

/** Complete events per second: a debt, a credit and the one applied to the other, in one command. */
export async function benchBulk(): Promise<Part> {
  const ledger = await freshBusiness();
  const accounts = await addAccounts(ledger, 250);
  const rates: number[] = [];
  for (let turn = -1; turn < ROUNDS; turn++) {
    const start = performance.now();
    const events = await postThrees(ledger, accounts, 2000);
    if (turn >= 0) rates.push(events / ((performance.now() - start) / 1000));
  }
  return {
    name: "bulk",
    says: "complete events per second in one command of 6,000 over 250 accounts; at least 2,500",
    rows: [{ what: "bulk", "events/s": round(median(rates), 0) }],
  };
}

async function postThrees(ledger: Ledger, accounts: readonly string[], count: number): Promise<number> {
  const wheres = Array.from({ length: count * 3 }, (_, at) => ({
    accountId: present(accounts[(at % count) % accounts.length], "an account"),
    on: at < 2 * count ? ISSUED : PAID,
  }));
  await ledger.change(async (books) => {
    const places = await reserveEvents(books, wheres);
    const place = (at: number) => present(places[at], "a place");
    const opening = { documentId: null, issuedOn: ISSUED, dueOn: PAID, amountCents: AMOUNT };
    await post(
      books,
      places.map((at, n) => {
        if (n < count) return postOpeningItem(at, opening);
        if (n < 2 * count) return postOpeningCredit(at, opening);
        return postApplication(at, [
          { itemId: place(n - 2 * count).number, creditId: place(n - count).number, amountCents: AMOUNT },
        ]);
      }),
    );
    return null;
  });
  return wheres.length;
}

/** One payment that settles a thousand debts. */
export async function benchApplications(): Promise<Part> {
  const ledger = await freshBusiness();
  const accounts = await addAccounts(ledger, ROUNDS + 1);
  const times: number[] = [];
  for (const [turn, accountId] of accounts.entries()) {
    await openDebts(ledger, accountId);
    if (turn === 0) await asOwner((owner) => owner`analyze books.events, books.items`);
    const start = performance.now();
    const paid = await ledger.change((books) =>
      recordPayment(
        books,
        inputOf(NewPayment, {
          accountId,
          amountCents: cents(AMOUNT * 1000),
          method: "check",
          receivedOn: PAID,
        }),
      ),
    );
    if (turn > 0) times.push(performance.now() - start);
    assert(paid.applied.length === 1000, "it settles all of them");
  }
  return {
    name: "applications",
    says: "one payment applied to 1,000 invoices, committed; at most 250 ms",
    rows: [{ what: "1,000 applications", ms: round(median(times), 0) }],
  };
}

async function openDebts(ledger: Ledger, accountId: string): Promise<void> {
  await ledger.change(async (books) => {
    const places = await reserveEvents(
      books,
      Array.from({ length: 1000 }, () => ({ accountId, on: ISSUED })),
    );
    const opening = { documentId: null, issuedOn: ISSUED, dueOn: PAID, amountCents: AMOUNT };
    await post(
      books,
      places.map((place) => postOpeningItem(place, opening)),
    );
    return null;
  });
}

/** House charges per second that 16 clients of one process get through one account's lock. */
export async function benchHot(): Promise<Part> {
  const ledger = await freshBusiness();
  const accountId = present((await addAccounts(ledger, 1))[0], "an account");
  const lines = [{ description: "Mulch, by the bag", totalCents: cents(1_00) }];
  const rates: number[] = [];
  for (let turn = -1; turn < ROUNDS; turn++) {
    const start = performance.now();
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let n = 0; n < 40; n++)
          await ledger.change((books) =>
            recordHouseCharge(books, inputOf(NewInvoice, { accountId, issuedOn: PAID, lines })),
          );
      }),
    );
    if (turn >= 0) rates.push((16 * 40) / ((performance.now() - start) / 1000));
  }
  return {
    name: "hot",
    says: "house charges per second of 16 clients on one account; at least 200",
    rows: [{ clients: 16, "charges/s": round(median(rates), 0) }],
  };
}
