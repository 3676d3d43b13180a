// The customers given credit as a file. "Can charge" is left empty where it has no upper limit.
import { listCreditCustomers, type CreditCustomer } from "@/books/credit/credit-customers.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { suggestLimit } from "@/domain/credit/suggestion.ts";
import { ZERO, decimalString } from "@/domain/values/money.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { creditRouter } from "../routers/credit.ts";

export const creditCustomersFile = listFile({
  name: "credit customers",
  procedure: creditRouter.list,
  columns: ({ currency }) => [
    textColumn<CreditCustomer>("Name", (row) => row.name),
    textColumn<CreditCustomer>("Number", (row) => row.number),
    plainColumn<CreditCustomer>("Status", (row) => STATUS_WORDS[row.status]),
    plainColumn<CreditCustomer>("On hold for age", (row) => said(row.heldForAge !== null)),
    plainColumn<CreditCustomer>("Charging allowed", (row) => said(row.chargingAllowed)),
    amountColumn<CreditCustomer>("Credit limit", currency, ({ limit }) =>
      limit.kind === "limit" ? limit.limitCents : null,
    ),
    plainColumn<CreditCustomer>("Limit is", ({ limit }) => LIMITS[limit.kind]),
    amountColumn<CreditCustomer>("Balance", currency, (row) => row.balanceCents),
    amountColumn<CreditCustomer>("In use", currency, (row) => row.usedCents),
    amountColumn<CreditCustomer>("Can charge", currency, ({ canCharge: can }) => {
      if (can.kind === "unlimited") return null;
      return can.kind === "refused" ? ZERO : can.amountCents;
    }),
    plainColumn<CreditCustomer>("Limit until", (row) => row.limitUntil ?? ""),
    plainColumn<CreditCustomer>("Review on", (row) => row.reviewOn ?? ""),
    plainColumn<CreditCustomer>("Oldest debt, days past due", ({ habit }) =>
      written(habit.oldestDaysPastDue),
    ),
    plainColumn<CreditCustomer>("Days to pay", ({ habit }) => written(habit.daysToPay)),
    plainColumn<CreditCustomer>("Days late", ({ habit }) => written(habit.daysLate)),
    amountColumn<CreditCustomer>("Invoiced in 90 days", currency, ({ habit }) => habit.recentCents),
    amountColumn<CreditCustomer>("Invoiced in the 90 before", currency, ({ habit }) => habit.beforeCents),
    plainColumn<CreditCustomer>("Suggestion", (row) => {
      const { kind } = suggestionOf(row, currency);
      return kind === "keep" ? "" : kind;
    }),
    amountColumn<CreditCustomer>("Suggested limit", currency, (row) => {
      const suggestion = suggestionOf(row, currency);
      return "limitCents" in suggestion ? suggestion.limitCents : null;
    }),
    textColumn<CreditCustomer>("Because", (row) => {
      const { kind, because } = suggestionOf(row, currency);
      return kind === "keep" ? "" : because.join(" ");
    }),
  ],
  page: ({ books }, input, size) => listCreditCustomers(books, input, size),
});

const suggestionOf = (row: CreditCustomer, currency: string) =>
  suggestLimit(row, { write: (amount) => decimalString(amount, currency), locale: "en-US" });
const written = (days: number | null) => (days === null ? "" : String(days));
const said = (yes: boolean) => (yes ? "yes" : "no");
const LIMITS = { none: "not set", limit: "set", unlimited: "unlimited" };
