"use client";
// Puts the customer away, or brings them back. While there is money on the account it says how much is left.
import { Archive as ArchiveIcon, ArchiveRestore } from "lucide-react";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Section } from "@/ui/card.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { Fault } from "@/ui/use-command.ts";

type Props = { org: string; customerId: string; name: string; locale: string; isArchived: boolean };

export function Archive({ org, customerId, name, locale, isArchived }: Props) {
  const bringBack = (commandKey: string) => api(org).customers.unarchive.mutate({ commandKey, customerId });
  const undone = `${name} is back`;
  const { ask, asked } = useConfirm(
    (commandKey) =>
      isArchived ? bringBack(commandKey) : api(org).customers.archive.mutate({ commandKey, customerId }),
    ({ archived }) => (archived ? { text: `${name} archived`, undo: bringBack, undone } : undone),
  );
  return (
    <Section id="archive" title={isArchived ? "Archived" : "Archive"}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-card px-4 py-3">
        <p className="max-w-xl text-soft">
          {isArchived
            ? "They are in no list and no picker, and their papers and history are all here. Bringing them back changes nothing else."
            : "For a customer nobody deals with any more: they leave the lists and the pickers, and their papers and history stay. Possible once nothing is left on the account."}
        </p>
        {isArchived ? (
          <Button pending={asked.pending} onClick={asked.onConfirm}>
            <ArchiveRestore aria-hidden="true" />
            Bring back
          </Button>
        ) : (
          <Button onClick={ask}>
            <ArchiveIcon aria-hidden="true" />
            Archive
          </Button>
        )}
      </div>
      {isArchived && asked.fault ? <Notice tone="late">{asked.fault.message}</Notice> : null}
      <ConfirmDialog
        {...asked}
        title={`Archive ${name}?`}
        button="Archive"
        variant="primary"
        keep="Keep"
        tellFault={(fault) => <Unsettled fault={fault} locale={locale} />}
      >
        <p>
          They leave the lists and the pickers. You can bring them back at any time, and they come back by
          themselves when something is owed or open on their account again.
        </p>
      </ConfirmDialog>
    </Section>
  );
}

type Left = { currency: string } & Record<keyof typeof PARTS, Cents>;
const PARTS = {
  balanceCents: "Balance",
  openCreditCents: "Open credit",
  earmarkedCents: "Earmarked",
  retainedCents: "Retainage held",
} as const;

function Unsettled({ fault, locale }: { fault: Fault; locale: string }) {
  const left = (fault.details["left"] ?? []) as readonly Left[];
  const parts = left.flatMap((account) =>
    Object.entries(PARTS).map(([part, words]) => ({
      words: `${words}, ${account.currency}`,
      cents: account[part as keyof typeof PARTS],
      currency: account.currency,
    })),
  );
  return (
    <Notice tone="late" title={fault.message}>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-4">
        {parts
          .filter(({ cents }) => cents > 0)
          .map(({ words, cents, currency }) => (
            <div key={words} className="col-span-2 flex justify-between gap-4">
              <dt className="text-soft">{words}</dt>
              <dd className="font-medium">{formatAmount(cents, currency, locale)}</dd>
            </div>
          ))}
      </dl>
    </Notice>
  );
}
