// The customer list as a file.
import { listCustomers, type CustomerRow } from "@/books/customers/customer-list.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { customersRouter } from "../routers/customers.ts";

export const customersFile = listFile({
  name: "customers",
  procedure: customersRouter.list,
  columns: ({ currency }) => [
    textColumn<CustomerRow>("Name", (row) => row.name),
    textColumn<CustomerRow>("Number", (row) => row.number),
    plainColumn<CustomerRow>("Status", (row) => STATUS_WORDS[row.status]),
    amountColumn<CustomerRow>("Credit limit", currency, ({ limit }) =>
      limit.kind === "limit" ? limit.limitCents : null,
    ),
    plainColumn<CustomerRow>("Limit is", ({ limit }) => LIMITS[limit.kind]),
    amountColumn<CustomerRow>("Open credit", currency, (row) => row.openCreditCents),
    amountColumn<CustomerRow>("Overdue", currency, (row) => row.overdueCents),
    amountColumn<CustomerRow>("Balance", currency, (row) => row.balanceCents),
  ],
  page: ({ books }, input, size) => listCustomers(books, input, size),
});

const LIMITS = { none: "not set", limit: "set", unlimited: "unlimited" };
