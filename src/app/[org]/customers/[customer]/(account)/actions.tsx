// What is done from an account: its statement, a payment, and the menu of everything that can be made for it. The past
// can't be changed, so on another day only the statement is offered.
import { Banknote, ChevronDown, FileText, HandCoins, Plus, Scale, ShoppingBasket } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import type { Permission } from "@/domain/permission.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { Menu, MENU_ITEM } from "@/ui/menu.tsx";
import { momentHref } from "../../../_moment/moment.ts";
import { toAdjust, toApplyCredit, toNewPayment, toNewReceipt, toStatement } from "../../../_shell/links.ts";
import type { AccountParams } from "./search-params.ts";

type Props = {
  org: string;
  account: AccountPage;
  asked: AccountParams;
  /** The business's own currency, in which the counter sells. */
  home: string;
  permissions: readonly Permission[];
};

export function Actions({ org, account, asked, home, permissions }: Props) {
  const { customerId, isToday, asOf } = account;
  const { currency } = asked;
  const kept = isToday ? { currency } : { currency, ...momentHref(asked.moment), asOf };
  const canPay = isToday && permissions.includes("payment:record");
  return (
    <>
      <ButtonLink href={toStatement(org, customerId, kept)}>
        <FileText aria-hidden="true" />
        Statement
      </ButtonLink>
      {canPay ? (
        <ButtonLink variant="primary" href={toNewPayment(org, { customer: customerId, currency })}>
          <Banknote aria-hidden="true" />
          Take payment
        </ButtonLink>
      ) : null}
      {isToday ? (
        <New org={org} account={account} asked={asked} home={home} permissions={permissions} />
      ) : null}
    </>
  );
}

type Item = { needs: Permission; href: Route; icon: ReactNode; words: string; isOff?: boolean };

function New({ org, account, asked, home, permissions }: Props) {
  const { customerId: customer } = account;
  const { currency } = asked;
  const items: Item[] = [
    {
      needs: "receipt:record",
      href: toNewReceipt(org, { customer }),
      icon: <ShoppingBasket aria-hidden="true" />,
      words: "Receipt at the counter",
      isOff: account.currency !== home,
    },
    {
      needs: "payment:record",
      href: toNewPayment(org, { customer, currency }),
      icon: <Banknote aria-hidden="true" />,
      words: "Payment",
    },
    {
      needs: "credit:apply",
      href: toApplyCredit(org, customer, { currency }),
      icon: <HandCoins aria-hidden="true" />,
      words: "Apply open credit",
      isOff: account.figures.openCreditCents === 0,
    },
    {
      needs: "account:adjust",
      href: toAdjust(org, customer, { currency }),
      icon: <Scale aria-hidden="true" />,
      words: "Correction",
    },
  ];
  const offered = items.filter((item) => permissions.includes(item.needs) && !item.isOff);
  if (offered.length === 0) return null;
  return (
    <Menu
      side="end"
      variant="min-h-9 justify-center gap-1.5 border border-line bg-card px-3 font-medium hover:bg-hover touch:min-h-11 [&_svg]:size-4"
      label={
        <>
          <Plus aria-hidden="true" />
          New
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      {offered.map(({ href, icon, words }) => (
        <Link key={words} href={href} className={MENU_ITEM}>
          {icon}
          {words}
        </Link>
      ))}
    </Menu>
  );
}
