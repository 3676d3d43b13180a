"use client";
// The sides of one customer, as links: who they are, their account, their papers, what was changed.
import { usePathname } from "next/navigation";
import type { Route } from "next";
import { TabRow } from "@/ui/tab-row.tsx";
import { toCustomer, toCustomerTab, type CustomerTab } from "../_shell/links.ts";

/** The account is the customer's own address; the others stand behind it. */
const TABS: readonly (readonly [CustomerTab | "account", string])[] = [
  ["info", "Info"],
  ["account", "A/R"],
  ["receipts", "Receipts"],
  ["invoices", "Invoices"],
  ["payments", "Payments"],
  ["statements", "Statements"],
  ["attachments", "Attachments"],
  ["changes", "History"],
];

type Props = {
  org: string;
  customerId: string;
  /** Of the account that is shown, where it isn't in the business's own. */
  currency?: string | undefined;
};

export function CustomerTabs({ org, customerId, currency }: Props) {
  const here = usePathname().split("/")[4] ?? "account";
  const to = (tab: CustomerTab | "account"): Route =>
    tab === "account" ? toCustomer(org, customerId, { currency }) : toCustomerTab(org, customerId, tab);
  const tabs = TABS.map(([tab, words]) => ({ words, href: to(tab), isHere: tab === here }));
  return <TabRow label="Customer" tabs={tabs} />;
}
