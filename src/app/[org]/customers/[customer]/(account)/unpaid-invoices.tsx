// What is still to be paid, oldest due first unless another order is asked for, and what it adds up to: the account
// balance, to the cent. A bucket of the aging or a text narrows it.
import { HandCoins, X } from "lucide-react";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { bucketWords } from "@/domain/ledger/aging.ts";
import { countOf } from "@/domain/count-of.ts";
import type { Permission } from "@/domain/permission.ts";
import { FIRST_UNPAID, isFirstFew, unpaidList, type UnpaidSort } from "@/domain/receivables/unpaid-list.ts";
import { type Reading } from "@/ui/amount.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card, Section } from "@/ui/card.tsx";
import { CsvLink } from "@/ui/csv-link.tsx";
import { Pager } from "@/ui/pager.tsx";
import { Table } from "@/ui/table.tsx";
import { toApplyCredit, toCustomer, toCustomerPartCsv, type Query } from "../../../_shell/links.ts";
import { accountHref, viewOf, type AccountParams } from "./search-params.ts";
import { Narrow } from "./narrow.tsx";
import { unpaidColumns } from "./unpaid-columns.tsx";

type Props = Reading & {
  org: string;
  account: AccountPage;
  asked: AccountParams;
  permissions: readonly Permission[];
};

const SORT_WORDS: Record<UnpaidSort, readonly [asc: string, desc: string]> = {
  due: ["oldest due first", "latest due first"],
  date: ["oldest first", "newest first"],
  number: ["by number", "by number, last first"],
  amount: ["smallest first", "largest first"],
  open: ["least left to pay first", "most left to pay first"],
};

export function UnpaidInvoices({ org, account, asked, permissions, ...reading }: Props) {
  const { unpaid, unpaidNext, unpaidTotals, unpaidCount } = account;
  const { bucket, search, cursor } = asked.unpaid;
  const { sort, direction } = unpaidList.orderOf(asked.unpaid);
  const view = viewOf(asked);
  const to = (change: Query) =>
    toCustomer(org, account.customerId, { ...view, after: null, ...change }, "unpaid");
  const sortBy = (by: UnpaidSort) => {
    const next = unpaidList.nextOrder(asked.unpaid, by);
    return { href: to({ sort: by, direction: next.direction }), direction: next.now };
  };
  if (unpaidCount === 0) return <NothingOwed isToday={account.isToday} />;
  const found = countOf(unpaidTotals.count, "invoice");
  const isNarrow = bucket !== undefined || search !== undefined;
  const isFew = isFirstFew(asked.unpaid) && unpaidNext !== null;
  const of = isNarrow
    ? `${unpaidTotals.count} of ${countOf(unpaidCount, "invoice")}`
    : isFew
      ? `the first ${unpaid.length} of ${found}`
      : found;
  const order = SORT_WORDS[sort][direction === "asc" ? 0 : 1];
  const isWhole = cursor === undefined && unpaidNext === null;
  return (
    <Section
      id="unpaid"
      title="Unpaid invoices"
      note={`${of}, ${order}, in ${reading.currency}`}
      end={<Ends org={org} account={account} asked={asked} permissions={permissions} />}
    >
      {isNarrow ? (
        <p className="mb-2 flex flex-wrap gap-2">
          {bucket ? <Chosen href={to({ bucket: null })}>{bucketWords(bucket)}</Chosen> : null}
          {search ? <Chosen href={to({ invoice: null })}>“{search}”</Chosen> : null}
        </p>
      ) : null}
      <Card>
        {unpaid.length === 0 ? (
          <p className="px-4 py-3 text-soft">Nothing that is unpaid matches this.</p>
        ) : (
          <Table
            caption={`Unpaid invoices, in ${reading.currency}`}
            columns={unpaidColumns(org, { account, sortBy, ...reading })}
            rows={unpaid}
            rowKey={(invoice) => String(invoice.itemId)}
            totalName={isWhole ? "Total" : `Total of all ${found}`}
          />
        )}
      </Card>
      <Pages account={account} asked={asked} to={to} />
    </Section>
  );
}

type PagesProps = Pick<Props, "account" | "asked"> & { to: (change: Query) => ReturnType<typeof toCustomer> };

/** From the first few to all of them, in pages, and back. */
function Pages({ account, asked, to }: PagesProps) {
  const { unpaidNext: next, unpaidCount } = account;
  const { cursor, shown } = asked.unpaid;
  const isMore = shown !== undefined && unpaidCount > FIRST_UNPAID;
  if (cursor === undefined && next === null && !isMore) return null;
  const fewer = isMore ? { href: to({ unpaid: null }), label: `Only the first ${FIRST_UNPAID}` } : null;
  const isFew = isFirstFew(asked.unpaid);
  return (
    <Pager
      label="Pages of the unpaid invoices"
      count={cursor && next === null ? "These are the last." : null}
      first={cursor ? { href: to({}), label: "First" } : fewer}
      next={
        next === null
          ? null
          : isFew
            ? { href: to({ unpaid: "all" }), label: `Show all ${unpaidCount}` }
            : { href: to({ after: next }), label: "More" }
      }
    />
  );
}

function NothingOwed({ isToday }: { isToday: boolean }) {
  return (
    <Section id="unpaid" title="Unpaid invoices">
      <Card>
        <p className="px-4 py-3 text-soft">
          {isToday ? "Nothing is owed: every invoice is paid." : "Nothing was owed then."}
        </p>
      </Card>
    </Section>
  );
}

/** A narrowing, and the way out of it. */
export function Chosen({
  href,
  children,
}: {
  href: ReturnType<typeof toCustomer>;
  children: React.ReactNode;
}) {
  return (
    <ButtonLink href={href}>
      <span>{children}</span>
      <X aria-hidden="true" />
      <span className="sr-only">take away</span>
    </ButtonLink>
  );
}

function Ends({ org, account, asked, permissions }: Omit<Props, keyof Reading>) {
  const { customerId, figures, isToday } = account;
  const view = viewOf(asked);
  const canApply =
    permissions.includes("credit:apply") && isToday && figures.openCreditCents > figures.earmarkedCents;
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      <Narrow
        action={toCustomer(org, customerId)}
        kept={{ ...view, invoice: null, after: null }}
        name="invoice"
        value={asked.unpaid.search}
        label="Find an unpaid invoice"
        placeholder="Invoice, receipt or job"
      />
      {canApply ? (
        <ButtonLink href={toApplyCredit(org, customerId, { currency: asked.currency })}>
          <HandCoins aria-hidden="true" />
          Apply open credit
        </ButtonLink>
      ) : null}
      <CsvLink
        permissions={permissions}
        href={toCustomerPartCsv(org, customerId, "unpaid", {
          ...accountHref(asked),
          ...unpaidList.write({ ...asked.unpaid, cursor: undefined }),
        })}
      />
    </span>
  );
}
