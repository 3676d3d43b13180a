// The five figures a clerk reads first, each a way to what it is made of, and the sentence that derives the one that
// decides: how much may still be charged.
import type { ReactNode } from "react";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { limitWords } from "@/domain/credit/credit-words.ts";
import { canChargeWords, overdueOf, useOfLimit, sharedLimitUse } from "@/domain/ledger/account-words.ts";
import type { Figure as FigureKind } from "@/domain/receivables/derivation.ts";
import { FIGURE_NAMES } from "@/domain/receivables/derivation-words.ts";
import { countOf } from "@/domain/count-of.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { Amount, type Reading } from "@/ui/amount.tsx";
import { ChargeableText, LimitText } from "@/ui/credit-terms.tsx";
import { DayText } from "@/ui/day.tsx";
import { Link } from "@/ui/link.tsx";
import { Meter } from "@/ui/meter.tsx";
import { toCreditTerms, toCustomer } from "../../../_shell/links.ts";
import { viewOf, type AccountParams } from "./search-params.ts";
import { DerivationLink } from "./derivation-link.tsx";

type Write = (amount: Cents) => string;

/** Longer amounts than this are set smaller, all five alike. */
const ROOMY = "9,999,999.99".length;

type Props = Reading & { org: string; account: AccountPage; asked: AccountParams };

export function Figures({ org, account, asked, ...reading }: Props) {
  const { figures, limit, canCharge } = account;
  const write: Write = (amount) => formatAmount(amount, reading.currency, reading.locale);
  const words = canChargeWords(figures, limit, canCharge, write);
  const why = (figure: FigureKind) => (
    <DerivationLink
      of={FIGURE_NAMES[figure]}
      isOpen={asked.why?.figure === figure}
      href={whyWay(org, { account, asked, figure })}
    />
  );
  const bound = canCharge.kind === "amount" ? canCharge.bound : undefined;
  const own = useOfLimit(figures, limit, { write, locale: reading.locale });
  const use = bound ? sharedLimitUse(bound, { write, locale: reading.locale }) : own;
  const size = write(figures.balanceCents).length > ROOMY ? "text-20" : "text-20 wide:text-28";
  return (
    <section
      aria-label="The account at a glance"
      className="overflow-clip rounded-card border border-line bg-card"
    >
      <dl className="grid grid-cols-2 gap-px bg-line desk:grid-cols-6 wide:grid-cols-5">
        <Figure
          name={`Account balance, ${reading.currency}`}
          place="col-span-2 desk:col-span-3"
          size={size}
          to="#unpaid"
          why={why("balance")}
          note={<Unpaid account={account} write={write} />}
        >
          <Amount cents={figures.balanceCents} {...reading} />
        </Figure>
        <Figure
          name="Open credit"
          place="desk:col-span-3"
          why={why("credit")}
          size={size}
          note={<Earmarked account={account} write={write} />}
        >
          <Amount cents={figures.openCreditCents} {...reading} />
        </Figure>
        <Figure
          name="Net receivable"
          place="desk:col-span-2"
          size={size}
          to="#aging"
          why={why("net")}
          note="balance less open credit"
        >
          <Amount cents={figures.netCents} {...reading} asBalance />
        </Figure>
        <Figure
          name="Can charge"
          place="desk:col-span-2"
          size={size}
          why={why("charge")}
          note={use ? <Meter {...use} /> : null}
        >
          <ChargeableText can={canCharge} large {...reading} />
        </Figure>
        <Figure
          name="Credit limit"
          place="desk:col-span-2"
          size={size}
          why={why("limit")}
          note={
            <>
              <LimitNote account={account} locale={reading.locale} />{" "}
              <SharedNote org={org} account={account} write={write} />
              <Link
                href={toCreditTerms(org, account.customerId, { currency: asked.currency })}
                className="text-link print:hidden"
              >
                Credit terms
              </Link>
            </>
          }
        >
          <LimitText limit={limit} large {...reading} />
        </Figure>
      </dl>
      <p className="border-t border-line px-4 py-3 text-13 text-soft">
        <strong className="font-semibold text-ink">{words.claim}</strong>: {words.because}
        {account.isToday ? null : " Limit, earmarks and reservations are today’s."}
      </p>
    </section>
  );
}

/** Opens what a figure is made of; where it is open, shuts it. */
function whyWay(
  org: string,
  { account, asked, figure }: { account: AccountPage; asked: AccountParams; figure: FigureKind },
) {
  const isOpen = asked.why?.figure === figure;
  const view = { ...viewOf(asked), why: isOpen ? null : figure, because: null };
  return toCustomer(org, account.customerId, view, isOpen ? "" : "why");
}

type FigureProps = {
  name: string;
  place: string;
  size: string;
  /** The part of the page that adds up to this figure. */
  to?: `#${string}`;
  /** Opens what the figure is made of. */
  why: ReactNode;
  note?: ReactNode;
  children: ReactNode;
};

function Figure({ name, place, size, to, why, note, children }: FigureProps) {
  return (
    <div className={`bg-card px-4 py-3.5 wide:col-span-1 ${place}`}>
      <dt className="text-13 text-soft">{name}</dt>
      <dd>
        <span className={`block font-semibold tracking-tight ${size}`}>
          {to ? (
            <a
              href={to}
              className="touch-target inline-block min-w-8 decoration-1 underline-offset-4 touch:min-w-11 hover:underline"
            >
              {children}
            </a>
          ) : (
            children
          )}
          {why}
        </span>
        {note ? (
          <span className="block text-12 text-soft touch:has-[a]:mt-2.5 touch:has-[a]:leading-11">
            {note}
          </span>
        ) : null}
      </dd>
    </div>
  );
}

function Unpaid({ account, write }: { account: AccountPage; write: Write }) {
  const overdue = overdueOf(account.aging);
  return (
    <>
      {countOf(account.unpaidCount, "unpaid invoice")}
      {overdue > 0 ? (
        <>
          , <span className="text-late">{write(overdue)} overdue</span>
        </>
      ) : null}
    </>
  );
}

function Earmarked({ account, write }: { account: AccountPage; write: Write }) {
  const { openCreditCents, earmarkedCents } = account.figures;
  if (openCreditCents === 0) return "nothing waits to be applied";
  if (earmarkedCents === 0) return "not yet applied";
  return (
    <a href="#earmarks" className="touch-target underline-offset-2 hover:underline touch:underline">
      {write(earmarkedCents)} of it earmarked
    </a>
  );
}

/** Whose limit counts beside this one. */
function SharedNote({ org, account, write }: { org: string; account: AccountPage; write: Write }) {
  const { shared } = account.credit;
  if (!shared) return null;
  if (shared.isOwn) return "shared with its children · ";
  return (
    <>
      {limitWords(shared.limit, write)} shared with{" "}
      <Link href={toCustomer(org, shared.customerId)} className="text-link">
        {shared.name}
      </Link>
      {" · "}
    </>
  );
}

function LimitNote({ account, locale }: { account: AccountPage; locale: string }) {
  const { isToday, limitUntil } = account;
  return (
    <>
      {isToday ? null : "as it stands today"}
      {isToday || limitUntil === null ? null : ", "}
      {limitUntil === null ? null : (
        <>
          until <DayText day={limitUntil} locale={locale} />
        </>
      )}
    </>
  );
}
