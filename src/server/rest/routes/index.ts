// Every route of the API, by noun, in the order of its document.
import type { Noun } from "../route.ts";
import { jobs, products } from "./catalogue.ts";
import { charging } from "./charging.ts";
import { decisions } from "./decisions.ts";
import { accounts, contacts, customers } from "./customers.ts";
import { imports } from "./imports.ts";
import { creditMemos, invoices } from "./invoices.ts";
import { labels } from "./labels.ts";
import { credits, payments, receipts } from "./money.ts";
import { events, reports, statements } from "./statements.ts";

export const NOUNS: readonly Noun[] = [
  customers,
  contacts,
  labels,
  accounts,
  charging,
  products,
  jobs,
  invoices,
  creditMemos,
  receipts,
  payments,
  credits,
  decisions,
  statements,
  reports,
  imports,
  events,
];
