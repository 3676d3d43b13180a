"use client";
// The override of an invoice that the business's policy asks one for: one's own that was asked for this account, job and amount
// is found again after a reload, and looked at while it waits.
import { useEffect, useState } from "react";
import { againstInvoice } from "@/domain/credit/invoice-policy.ts";
import { overridable } from "@/domain/credit/override.ts";
import type { Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { useOverride, type Override } from "../../_override/use-override.ts";
import type { Billed } from "./use-billed.ts";

type Asked = { customer: Billed | null; jobId: string | null; invoicedCents: Cents; isWanted: boolean };

export function useIssueOverride(org: string, { customer, jobId, invoicedCents, isWanted }: Asked) {
  const [known, setKnown] = useState<string | null>(null);
  const against = customer && againstInvoice(customer, invoicedCents);
  /** By the policy, and one that can be given. */
  const isNeeded =
    customer?.invoicePolicy === "ask" &&
    against !== null &&
    overridable(invoicedCents, against, null).kind === "by";
  const accountId = customer?.accountId ?? null;
  const looks = isWanted && isNeeded;
  useEffect(() => {
    if (!looks || accountId === null) return;
    let isOver = false;
    void api(org)
      .overrides.ofAccount.query({ accountId })
      // Out of reach, it is asked for anew.
      .catch(() => [])
      .then((all) => all.find((each) => isOpen(each) && covers(each, { accountId, jobId, invoicedCents })))
      .then((found) => !isOver && found && setKnown(found.overrideId));
    return () => {
      isOver = true;
    };
  }, [org, accountId, jobId, invoicedCents, looks]);
  const read = useOverride(org, looks ? known : null);
  const override = read && covers(read, { accountId, jobId, invoicedCents }) ? read : null;
  return {
    isNeeded,
    override,
    asked: setKnown,
    /** Approved, and for this invoice; the books look again when it is used. */
    passing: isNeeded && override?.state === "approved" ? override.overrideId : null,
    ask: (asked: { amountCents: Cents; reason: string; commandKey: string }) =>
      api(org).overrides.askForInvoice.mutate({ accountId: accountId ?? "", jobId, ...asked }),
  };
}

const isOpen = ({ isOwn, state }: Override) => isOwn && (state === "waiting" || state === "approved");

type Invoiced = { accountId: string | null; jobId: string | null; invoicedCents: Cents };

const covers = (override: Override, { accountId, jobId, invoicedCents }: Invoiced): boolean =>
  override.what === "invoice" &&
  override.accountId === accountId &&
  override.jobId === jobId &&
  override.amountCents >= invoicedCents;
