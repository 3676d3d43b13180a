// The contacts of the customers that their list shows as a file, as an import of contacts takes it back.
import { readContactsOf, type KeptContact } from "@/books/customers/contact-list.ts";
import { listCustomers } from "@/books/customers/customer-list.ts";
import { CONTACT_ROLES } from "@/domain/customers/contact.ts";
import { plainColumn, textColumn } from "./csv.ts";
import { listFile } from "./list-file.ts";
import { customersRouter } from "../routers/customers.ts";

type Row = KeptContact & { customerNumber: string; customerName: string };

const said = (yes: boolean) => (yes ? "yes" : "no");

export const contactsFile = listFile({
  name: "contacts",
  procedure: customersRouter.list,
  columns: () => [
    textColumn<Row>("Customer number", (row) => row.customerNumber),
    textColumn<Row>("Customer", (row) => row.customerName),
    textColumn<Row>("Contact", (row) => row.name),
    textColumn<Row>("Title", (row) => row.title),
    textColumn<Row>("E-mail", (row) => row.email),
    textColumn<Row>("Phone", (row) => row.phone),
    textColumn<Row>("Mobile phone", (row) => row.mobile),
    textColumn<Row>("Fax", (row) => row.fax),
    plainColumn<Row>("Contact role", ({ contactRole }) =>
      contactRole === "" ? "" : CONTACT_ROLES[contactRole],
    ),
    plainColumn<Row>("Gets statements", (row) => said(row.getsStatements)),
    plainColumn<Row>("Gets invoices", (row) => said(row.getsInvoices)),
  ],
  page: async ({ books }, input, size) => {
    const { rows, ...page } = await listCustomers(books, input, size);
    const customerIds = rows.map(({ customerId }) => customerId);
    const contacts = Map.groupBy(await readContactsOf(books, customerIds), ({ customerId }) => customerId);
    return {
      ...page,
      rows: rows.flatMap(({ customerId, number, name }): Row[] =>
        (contacts.get(customerId) ?? [])
          .toReversed()
          .map((each) => ({ ...each, customerNumber: number, customerName: name })),
      ),
    };
  },
});
