// The frame of every side of a customer: one head with who they are, how they stand where that isn't as it should be, their
// memo and what is done for them, and the tabs.
import type { ReactNode } from "react";
import type { CreditStatus } from "@/domain/ledger/account.ts";
import { STATUS_WORDS } from "@/domain/ledger/account-words.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Tag } from "@/ui/tag.tsx";
import { STATUS_TONES } from "../_lists/status-tones.ts";
import { toCustomer } from "../_shell/links.ts";
import { sidesOf } from "./customer-sides.ts";
import { CustomerTabs } from "./customer-tabs.tsx";
import { MemoHint } from "./memo-hint.tsx";

type Props = {
  org: string;
  customer: {
    customerId: string;
    number: string;
    name: string;
    terms: string;
    memo: string;
    status: CreditStatus;
    isArchived: boolean;
    /** What they owe, of the moment that is shown. */
    balanceCents: Cents;
    currency: string;
    /** The numbers of those who were merged into this one. */
    mergedNumbers: readonly string[];
    /** Whose child they are. */
    parent: { customerId: string; name: string } | null;
  };
  /** Of the account that is shown, where it isn't in the business's own. */
  currency?: string | undefined;
  locale: string;
  actions: ReactNode;
  children: ReactNode;
};

export function CustomerScreen({ org, customer, currency, locale, actions, children }: Props) {
  const { customerId, number, name, terms, memo, status, isArchived, mergedNumbers, parent } = customer;
  return (
    <Screen
      title={name}
      about={
        <>
          <span>
            {number === name ? "" : `${number} · `}
            {terms}
            {mergedNumbers.length > 0 ? ` · with ${mergedNumbers.join(", ")}` : ""}
          </span>
          <span>
            Balance{" "}
            <span className="font-semibold text-ink tabular-nums">
              {formatAmount(customer.balanceCents, customer.currency, locale)}
            </span>
            {currency ? ` ${currency}` : ""}
          </span>
          {parent ? (
            <span>
              Child of{" "}
              <Link href={toCustomer(org, parent.customerId)} className="text-link">
                {parent.name}
              </Link>
            </span>
          ) : null}
          {status === "good" ? null : <Tag tone={STATUS_TONES[status]}>{STATUS_WORDS[status]}</Tag>}
          {isArchived ? <Tag tone="neutral">Archived</Tag> : null}
        </>
      }
      actions={actions}
    >
      <MemoHint memo={memo} />
      <CustomerTabs sides={sidesOf(org, customerId, currency)} />
      {children}
    </Screen>
  );
}
