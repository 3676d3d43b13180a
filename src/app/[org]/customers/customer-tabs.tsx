"use client";
// The sides of one customer, as links: who they are, their account, their papers, what was changed. The row scrolls by
// itself on a phone, with the side one is on in sight.
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Route } from "next";
import { Link } from "@/ui/link.tsx";
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
  const row = useRef<HTMLUListElement>(null);
  const here = usePathname().split("/")[4] ?? "account";
  const to = (tab: CustomerTab | "account"): Route =>
    tab === "account" ? toCustomer(org, customerId, { currency }) : toCustomerTab(org, customerId, tab);

  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - 48;
  }, [here]);

  return (
    <nav aria-label="Customer" className="-mx-4 mb-5 desk:mx-0 print:hidden">
      <ul
        ref={row}
        className="relative flex gap-1 overflow-x-auto border-b border-line px-2 [scrollbar-width:none] desk:px-0"
      >
        {TABS.map(([tab, label]) => (
          <li key={tab} className="shrink-0">
            <Link
              href={to(tab)}
              aria-current={tab === here ? "page" : undefined}
              className={
                "inline-flex min-h-9 items-center px-2.5 -outline-offset-2 touch:min-h-11 hover:text-ink " +
                (tab === here
                  ? "font-medium text-ink shadow-[inset_0_-2px_var(--color-accent)]"
                  : "text-soft")
              }
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
