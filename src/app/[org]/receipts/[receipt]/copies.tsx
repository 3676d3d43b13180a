// The receipt on paper: the customer's copy on the roll or on a sheet, and of a house charge the merchant's, to be signed.
import { Printer } from "lucide-react";
import type { Route } from "next";
import { NewTabLink } from "@/ui/button.tsx";
import { MENU_ITEM } from "@/ui/button-look.ts";
import { Menu } from "@/ui/menu.tsx";
import { toReceiptPdf } from "../../_shell/links.ts";

type Props = { org: string; receiptId: string; charged: boolean };

export function Copies({ org, receiptId, charged }: Props) {
  const to = (copy: string, paper: string): Route => toReceiptPdf(org, receiptId, { copy, paper });
  const copies: [string, Route][] = [
    ...(charged
      ? ([
          ["Both copies, 80 mm roll", to("both", "80mm")],
          ["Both copies, Letter", to("both", "letter")],
        ] satisfies [string, Route][])
      : []),
    ["Customer copy, Letter", to("customer", "letter")],
    ["Merchant copy, 80 mm roll", to("merchant", "80mm")],
    ["Merchant copy, Letter", to("merchant", "letter")],
  ];
  return (
    <>
      <NewTabLink href={to("customer", "80mm")} variant={charged ? "plain" : "primary"}>
        <Printer aria-hidden="true" />
        Customer copy
      </NewTabLink>
      {charged ? (
        <NewTabLink href={to("merchant", "80mm")} variant="primary">
          <Printer aria-hidden="true" />
          Merchant copy
        </NewTabLink>
      ) : null}
      <Menu
        label="More copies"
        side="end"
        variant="min-h-9 rounded-control border border-line bg-card px-3 font-medium hover:bg-hover touch:min-h-11"
      >
        {copies.map(([name, href]) => (
          <a key={name} href={href} target="_blank" rel="noreferrer" className={MENU_ITEM}>
            {name}
          </a>
        ))}
      </Menu>
    </>
  );
}
