"use client";
// Where one goes on from a customer's profile once it is saved: to the counter or to an invoice, with the customer.
import { FileSpreadsheet, ShoppingBasket } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/ui/button.tsx";
import { toNewInvoice, toNewReceipt } from "../_shell/links.ts";

export type Onward = "sell" | "bill";
export type MayGo = { maySell: boolean; mayBill: boolean };

export const wayOnward = (org: string, customer: string, onward: Onward): Route =>
  onward === "sell" ? toNewReceipt(org, { customer }) : toNewInvoice(org, { customer });

type Props = MayGo & { pending: boolean; onGo: (onward: Onward) => void };

export function SaveAndGo({ maySell, mayBill, pending, onGo }: Props) {
  return (
    <>
      {maySell ? (
        <Button pending={pending} onClick={() => onGo("sell")}>
          <ShoppingBasket aria-hidden="true" />
          Save and sell
        </Button>
      ) : null}
      {mayBill ? (
        <Button pending={pending} onClick={() => onGo("bill")}>
          <FileSpreadsheet aria-hidden="true" />
          Save and bill
        </Button>
      ) : null}
    </>
  );
}
