// For each kind of file, what reads its rows one after the other, and what they come to in the end.
import type { RowCells } from "./cells.ts";
import { ContactsReader } from "./contacts-reader.ts";
import { NO_ENTRIES, type FileCustomer, type FileEntries } from "./entries.ts";
import { LimitsReader } from "./limits-reader.ts";
import type { ImportPlan } from "./plan.ts";
import { ProductsReader } from "./products-reader.ts";
import { ReceivablesReader, type ImportGround } from "./receivables-reader.ts";
import { FileCustomers } from "./row-customer.ts";

type LeaveOut = (why: string, row: number) => void;

type Reader = {
  read: (row: RowCells, section: string) => void;
  /** `rows`: how many of them would be taken. */
  end: () => { entries: FileEntries; rows: number };
};

export function readerOf(plan: ImportPlan, ground: ImportGround, leaveOut: LeaveOut): Reader {
  switch (plan.kind) {
    case "receivables":
    case "payments":
      return entriesReader(plan, ground, leaveOut);
    case "customers":
      return customersReader();
    case "limits":
      return limitsReader();
    case "contacts":
      return contactsReader();
    case "products":
      return productsReader();
  }
}

function entriesReader(plan: ImportPlan, ground: ImportGround, leaveOut: LeaveOut): Reader {
  const reader = new ReceivablesReader(plan, ground, leaveOut);
  return {
    read: (row, section) => reader.read(row, section),
    end: () => {
      const entries = reader.documents.end(leaveOut);
      const customers = namedBy(reader.customers, entries);
      return {
        entries: { ...NO_ENTRIES, entries, customers },
        rows: entries.length + reader.documents.joined,
      };
    },
  };
}

/** A customer on two rows is one customer, told more of. */
function customersReader(): Reader {
  const customers = new FileCustomers();
  const kept = new Map<string, FileCustomer>();
  let rows = 0;
  return {
    read: (row) => {
      const customer = customers.of(row, "");
      if (!customer || row.faulty || row.undecided) return;
      rows += 1;
      kept.set(customer.key, customer);
    },
    end: () => ({ entries: { ...NO_ENTRIES, customers: [...kept.values()] }, rows }),
  };
}

function limitsReader(): Reader {
  const reader = new LimitsReader();
  const end = () => {
    const { limits } = reader;
    return {
      entries: { ...NO_ENTRIES, limits, customers: namedBy(reader.customers, limits) },
      rows: limits.length,
    };
  };
  return { read: (row) => reader.read(row), end };
}

function contactsReader(): Reader {
  const reader = new ContactsReader();
  const end = () => {
    const { contacts } = reader;
    return {
      entries: { ...NO_ENTRIES, contacts, customers: namedBy(reader.customers, contacts) },
      rows: contacts.length,
    };
  };
  return { read: (row) => reader.read(row), end };
}

function productsReader(): Reader {
  const reader = new ProductsReader();
  const end = () => ({
    entries: { ...NO_ENTRIES, products: reader.products },
    rows: reader.products.length,
  });
  return { read: (row) => reader.read(row), end };
}

/** Without those whose rows are all faulty. */
function namedBy(customers: FileCustomers, rows: readonly { customer: string }[]): FileCustomer[] {
  const named = new Set(rows.map(({ customer }) => customer));
  return [...customers.byKey.values()].filter(({ key }) => named.has(key));
}
