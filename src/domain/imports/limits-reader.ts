// The rows of a file of credit limits: each a customer's, once, as an amount or in a word; blank is no limit that anybody set.
import type { CreditLimit } from "../ledger/account.ts";
import type { Cents } from "../values/money.ts";
import type { RowCells } from "./cells.ts";
import type { FileLimit } from "./entries.ts";
import { quoted } from "./faults.ts";
import { FileCustomers } from "./row-customer.ts";
import { limitNamed } from "./words.ts";

export class LimitsReader {
  readonly customers = new FileCustomers();
  readonly limits: FileLimit[] = [];

  read(row: RowCells): void {
    const customer = this.customers.of(row, "");
    if (customer && customer.row !== row.row)
      row.fault(
        row.has("customerNumber") ? "customerNumber" : "customerName",
        "twice",
        `${quoted(customer.number ?? customer.name ?? "")} stands on row ${customer.row} already.`,
      );
    const limit = this.limitOf(row, customer?.limitCents ?? null);
    if (customer && limit && !row.faulty && !row.undecided)
      this.limits.push({ row: row.row, customer: customer.key, limit });
  }

  private limitOf(row: RowCells, limitCents: Cents | null): CreditLimit | null {
    if (limitCents !== null) return { kind: "limit", limitCents };
    const word = row.says("limitIs");
    const named = limitNamed(word);
    if (row.isBlank("creditLimit") && named !== null && named !== "limit") return { kind: named };
    if (row.isBlank("creditLimit"))
      row.fault("creditLimit", "missing", "No limit. Write 0 where nothing may be owed.");
    return null;
  }
}
