// The customer list as a file, with what each profile says, as an import of customers takes it back.
import { listCustomers, type CustomerRow as Listed } from "@/books/customers/customer-list.ts";
import { readLabelsOfMany } from "@/books/customers/labels.ts";
import type { LabelName } from "@/domain/customers/label.ts";
import { readExemptions } from "@/books/customers/customer-taxes.ts";
import { readDetails } from "@/books/customers/customer-profile.ts";
import type { CustomerDetails } from "@/domain/customers/customer.ts";
import { codeWords } from "@/domain/values/terms.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { amountColumn, plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { customersRouter } from "../routers/customers.ts";

type CustomerRow = Listed & {
  profile: CustomerDetails | undefined;
  labels: readonly LabelName[];
};

const profileColumn = (head: string, said: (profile: CustomerDetails) => string | null) =>
  textColumn<CustomerRow>(head, ({ profile }) => (profile ? said(profile) : null));

/** An address in one cell; an import takes its lines apart again. */
const inOneCell = (lines: readonly string[]): string => lines.join(" | ");

export const customersFile = listFile({
  name: "customers",
  procedure: customersRouter.list,
  columns: ({ currency }) => [
    textColumn<CustomerRow>("Name", (row) => row.name),
    textColumn<CustomerRow>("Number", (row) => row.number),
    profileColumn("Company", ({ company }) => company),
    profileColumn("First name", ({ firstName }) => firstName),
    profileColumn("Last name", ({ lastName }) => lastName),
    profileColumn("Title", ({ title }) => title),
    profileColumn("E-mail", ({ email }) => email),
    profileColumn("Phone", ({ phone }) => phone),
    profileColumn("Mobile phone", ({ mobile }) => mobile),
    profileColumn("Fax", ({ fax }) => fax),
    profileColumn("Billing address", ({ addressLines }) => inOneCell(addressLines)),
    profileColumn("City", ({ city }) => city),
    profileColumn("State or region", ({ region }) => region),
    profileColumn("Postal code", ({ postalCode }) => postalCode),
    profileColumn("Country", ({ country }) => country),
    profileColumn("Shipping address", ({ shippingLines }) => inOneCell(shippingLines)),
    profileColumn("Terms", ({ terms }) => codeWords(terms)),
    profileColumn("Tax number", ({ taxNumber }) => taxNumber),
    textColumn<CustomerRow>("Exemption certificate", ({ exemption }) => exemption?.certificate ?? null),
    plainColumn<CustomerRow>("Exempt until", ({ exemption }) => exemption?.expiresOn ?? null),
    textColumn<CustomerRow>("Labels", ({ labels }) => labels.map(({ name }) => name).join("; ")),
    plainColumn<CustomerRow>("Status", (row) => STATUS_WORDS[row.status]),
    amountColumn<CustomerRow>("Credit limit", currency, ({ limit }) =>
      limit.kind === "limit" ? limit.limitCents : null,
    ),
    plainColumn<CustomerRow>("Limit is", ({ limit }) => LIMITS[limit.kind]),
    amountColumn<CustomerRow>("Open credit", currency, (row) => row.openCreditCents),
    amountColumn<CustomerRow>("Overdue", currency, (row) => row.overdueCents),
    amountColumn<CustomerRow>("Balance", currency, (row) => row.balanceCents),
  ],
  page: async ({ books }, input, size) => {
    const { rows, ...page } = await listCustomers(books, input, size);
    const ids = rows.map(({ customerId }) => customerId);
    const [profiles, labels, exemptions] = await Promise.all([
      readDetails(books, ids),
      readLabelsOfMany(books, ids),
      readExemptions(books, ids),
    ]);
    return {
      ...page,
      rows: rows.map((row) => ({
        ...row,
        profile: profiles.get(row.customerId),
        labels: labels.get(row.customerId) ?? [],
        exemption: exemptions.get(row.customerId) ?? null,
      })),
    };
  },
});

const LIMITS = { none: "not set", limit: "set", unlimited: "unlimited" };
