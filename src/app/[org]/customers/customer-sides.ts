// The sides of one customer: who they are, their account, their papers, what was changed.
import type { Route } from "next";
import { toCustomer, toCustomerTab, type CustomerTab } from "../_shell/links.ts";

/** The account is the customer's own address; the others stand behind it. */
const SIDES: readonly (readonly [CustomerTab | "account", string])[] = [
  ["info", "Info"],
  ["account", "A/R"],
  ["receipts", "Receipts"],
  ["jobs", "Jobs"],
  ["invoices", "Invoices"],
  ["payments", "Payments"],
  ["statements", "Statements"],
  ["attachments", "Attachments"],
  ["changes", "History"],
];

export type Side = { side: CustomerTab | "account"; words: string; href: Route };

/** `currency` is of the account that is shown, where it isn't in the business's own. */
export const sidesOf = (org: string, customerId: string, currency: string | undefined): Side[] =>
  SIDES.map(([side, words]) => ({
    side,
    words,
    href:
      side === "account" ? toCustomer(org, customerId, { currency }) : toCustomerTab(org, customerId, side),
  }));
