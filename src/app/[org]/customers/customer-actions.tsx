// What is done for a customer, the same on each of their sides: a statement, a payment, and the menu of everything that can
// be made for them. The past can't be changed, so on another day only the statement is offered.
import {
  Banknote,
  ChevronDown,
  FileSpreadsheet,
  FileText,
  HandCoins,
  HardHat,
  Plus,
  Scale,
  ShieldCheck,
  ShoppingBasket,
} from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import type { Permission } from "@/domain/permission.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Link } from "@/ui/link.tsx";
import { MENU_ITEM } from "@/ui/button-look.ts";
import { Menu } from "@/ui/menu.tsx";
import {
  toAdjust,
  toApplyCredit,
  toNewInvoice,
  toNewJob,
  toNewPayment,
  toNewReceipt,
  toNewRetained,
  toStatement,
  type Query,
} from "../_shell/links.ts";

type Props = {
  org: string;
  customerId: string;
  /** Which account is shown, as the address says it; left out, the one in the business's own currency. */
  currency?: string | undefined;
  hasOpenCredit: boolean;
  /** The moment that is shown, where that isn't today. */
  past?: Query | null;
  permissions: readonly Permission[];
};

export function CustomerActions(props: Props) {
  const { org, customerId, currency, past = null, permissions } = props;
  const isToday = past === null;
  const kept = { currency, ...past };
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
      {isToday ? <New {...props} /> : null}
    </>
  );
}

type Item = { needs: Permission; href: Route; icon: ReactNode; words: string; isOff?: boolean };

function New({ org, customerId: customer, currency, hasOpenCredit, permissions }: Props) {
  const items: Item[] = [
    {
      needs: "receipt:record",
      href: toNewReceipt(org, { customer }),
      icon: <ShoppingBasket aria-hidden="true" />,
      words: "Receipt at the counter",
      // The counter sells in the business's own.
      isOff: currency !== undefined,
    },
    {
      needs: "invoice:write",
      href: toNewInvoice(org, { customer }),
      icon: <FileSpreadsheet aria-hidden="true" />,
      words: "Invoice",
      // Billed in the business's own, too.
      isOff: currency !== undefined,
    },
    {
      needs: "payment:record",
      href: toNewPayment(org, { customer, currency }),
      icon: <Banknote aria-hidden="true" />,
      words: "Payment",
    },
    {
      needs: "job:write",
      href: toNewJob(org, { customer }),
      icon: <HardHat aria-hidden="true" />,
      words: "Job",
    },
    {
      needs: "invoice:write",
      href: toNewRetained(org, { customer, currency }),
      icon: <ShieldCheck aria-hidden="true" />,
      words: "Retained invoice",
    },
    {
      needs: "credit:apply",
      href: toApplyCredit(org, customer, { currency }),
      icon: <HandCoins aria-hidden="true" />,
      words: "Apply open credit",
      isOff: !hasOpenCredit,
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
