// The rows of a file of receivables or payments, one after the other: each an entry, left out with its reason, or a fault. Rows of one
// number and customer are one document.
import type { Day } from "../values/day.ts";
import { minus, ZERO, type Cents } from "../values/money.ts";
import { addDays } from "../values/day.ts";
import { dueUnder, keptTerms } from "../values/terms.ts";
import type { RowCells } from "./cells.ts";
import type { Entry, FileCustomer } from "./entries.ts";
import type { ImportPlan } from "./plan.ts";
import { FileDocuments } from "./documents.ts";
import { methodIn, readPayment } from "./payment-row.ts";
import { disputedIn, leftOutByWords, readAmounts, type RowAmounts } from "./receivable-row.ts";
import { FileCustomers, termsIn } from "./row-customer.ts";

export type ImportGround = { currency: string; today: Day; startOn: Day; locale: string };

export class ReceivablesReader {
  readonly customers = new FileCustomers();
  readonly documents = new FileDocuments();
  /** Every row is a payment. */
  private readonly isPayment: boolean;
  /** Payments have one sign in a file, whichever: by the first of them. */
  private readonly signs = new Map<Entry["kind"], boolean>();

  constructor(
    private readonly plan: ImportPlan,
    private readonly ground: ImportGround,
    private readonly leftOut: (why: string, row: number) => void,
  ) {
    this.isPayment = plan.kind === "payments";
  }

  read(row: RowCells, section: string): void {
    const { isPayment } = this;
    const why = leftOutByWords(row, { isPayment });
    if (why !== null) return this.leftOut(why, row.row);
    const customer = this.customers.of(row, section);
    const amounts = isPayment ? readPayment(row) : readAmounts(row);
    const entry = this.entryOf(row, amounts, customer);
    if (amounts) this.mindSign(row, amounts);
    if (row.faulty) this.documents.break(row.says("documentNumber"));
    if (row.faulty || row.undecided || !entry || !amounts) return;
    if (entry.amountCents === ZERO) return this.leftOut("For nothing", row.row);
    const settled = this.settled(row, entry, amounts);
    if (settled !== null) return this.leftOut(settled, row.row);
    if (row.faulty) this.documents.break(entry.number);
    else this.documents.keep(row, entry, row.isBlank("type"));
  }

  /** Nobody can tell a payment that came back from one that came in by a sign that turns. */
  private mindSign(row: RowCells, { kind, isNegative, totalCents }: RowAmounts): void {
    if (row.isBlank("type") || kind === "invoice" || totalCents === ZERO) return;
    const first = this.signs.get(kind) ?? isNegative;
    this.signs.set(kind, first);
    if (first !== isNegative)
      row.fault(
        "amount",
        "another sign",
        `This ${kind === "credit" ? "credit memo" : "payment"} has another sign than those before it.`,
      );
  }

  private entryOf(row: RowCells, amounts: RowAmounts | null, customer: FileCustomer | null): Entry | null {
    const on = this.dayOf(row);
    const dueOn = this.dueOf(row, on);
    const kind = amounts?.kind ?? (this.isPayment ? "payment" : "invoice");
    const number = row.text("documentNumber", 60);
    if (number === "" && kind === "invoice") row.fault("documentNumber", "missing", "No number.");
    const disputed = disputedIn(row);
    const method = methodIn(row);
    const memo = row.text("memo", 500);
    if (!customer || !amounts || !on || disputed === null) return null;
    const { key } = customer;
    return {
      row: row.row,
      kind,
      customer: key,
      number,
      on,
      dueOn,
      amountCents: amounts.totalCents,
      paid: null,
      disputed,
      method,
      memo,
    };
  }

  private dayOf(row: RowCells): Day | null {
    const on = row.day("issuedOn");
    if (on === null) row.fault("issuedOn", "missing", "No date.");
    if (on === null || on === "fault" || on === "undecided") return null;
    const { today, startOn } = this.ground;
    const { way, openAsOf } = this.plan;
    if (on > today) row.fault("issuedOn", "in the future", `${on} is in the future.`);
    else if (way === "open" && openAsOf !== null && on > openAsOf)
      row.fault("issuedOn", "after the day", `${on} is after ${openAsOf}, the day of the open items.`);
    else if (way === "history" && on < startOn) {
      const patch = { way: "open" as const, openAsOf: addDays(startOn, -1) };
      const answer = { label: `Take the file as open items of ${patch.openAsOf}`, patch };
      const says = `${on} is before your books start (${startOn}).`;
      row.fault("issuedOn", "before the start", says, this.isPayment ? undefined : answer);
    }
    return on;
  }

  /** As written, else by the row's terms; null leaves it to the customer's. */
  private dueOf(row: RowCells, on: Day | null): Day | null {
    const due = row.day("dueOn");
    if (due === "fault" || due === "undecided" || on === null) return null;
    if (due === null) {
      const terms = termsIn(row);
      return terms === null ? null : dueUnder(keptTerms(terms), on);
    }
    if (due >= on) return due;
    row.warn(
      "dueOn",
      "due before issued",
      `Due ${due}, before it was issued (${on}); it is taken as due then.`,
    );
    return on;
  }

  /** What of it is paid; answers why the row is left out, where nothing is left to bring in. */
  private settled(
    row: RowCells,
    entry: Entry,
    { totalCents, openCents, paidCents }: RowAmounts,
  ): string | null {
    const settledOn = row.day("settledOn");
    if (settledOn === "fault" || settledOn === "undecided") return null;
    const { way, openAsOf } = this.plan;
    // What was paid after the day was open on it.
    const isPaid = settledOn !== null && (way !== "open" || openAsOf === null || settledOn <= openAsOf);
    const open =
      openCents ?? (paidCents === null ? (isPaid ? ZERO : totalCents) : minus(totalCents, paidCents));
    const paid = minus(totalCents, open);
    if (paid === ZERO) return null;
    if (entry.kind !== "invoice") return this.used(row, entry, open);
    if (way === "open") {
      if (open === ZERO) return "Paid";
      entry.paid = { on: null, cents: paid };
      return null;
    }
    if (settledOn === null) return this.paidSomeDay(row, open, paid);
    this.checkSettled(row, entry.on, settledOn);
    entry.paid = { on: settledOn, cents: paid };
    return null;
  }

  /** Of a credit or a payment that went onto something before, only what is left of it comes in: for what, nobody says. */
  private used(row: RowCells, entry: Entry, open: Cents): string | null {
    if (open === ZERO) return "Used up before";
    entry.amountCents = open;
    row.warn("openAmount", "used in part", "A part of it was used before; what is left of it comes in.");
    return null;
  }

  private paidSomeDay(row: RowCells, open: Cents, paid: Cents): string | null {
    if (open === ZERO) return "Paid, on no day that the file says";
    const openAsOf = addDays(this.ground.startOn, -1);
    const answer = {
      label: `Take the file as open items of ${openAsOf}`,
      patch: { way: "open" as const, openAsOf },
    };
    if (paid > 0)
      row.fault(
        row.has("paidAmount") ? "paidAmount" : "openAmount",
        "paid on no day",
        "Part of it was paid, and the file has no day for that.",
        answer,
      );
    return null;
  }

  private checkSettled(row: RowCells, on: Day, settledOn: Day): void {
    const { today } = this.ground;
    if (settledOn > today) row.fault("settledOn", "in the future", `${settledOn} is in the future.`);
    else if (settledOn < on)
      row.fault("settledOn", "before it was issued", `Paid ${settledOn}, before it was issued (${on}).`);
  }
}
