"use client";
// Puts the customer away, or brings them back. While there is money on the account it says how much is left.
import { Archive as ArchiveIcon, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Section } from "@/ui/card.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand, type Fault } from "@/ui/use-command.ts";

type Props = { org: string; customerId: string; name: string; locale: string; isArchived: boolean };

export function Archive({ org, customerId, name, locale, isArchived }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      isArchived
        ? api(org).customers.unarchive.mutate({ commandKey, customerId })
        : api(org).customers.archive.mutate({ commandKey, customerId }),
    ({ archived }) => {
      toast(archived ? `${name} archived` : `${name} is back`);
      setOpen(false);
      router.refresh();
    },
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
          <Button pending={pending} onClick={() => send(null)}>
            <ArchiveRestore aria-hidden="true" />
            Bring back
          </Button>
        ) : (
          <Button onClick={() => setOpen(true)}>
            <ArchiveIcon aria-hidden="true" />
            Archive
          </Button>
        )}
      </div>
      {isArchived && fault ? <Notice tone="late">{fault.message}</Notice> : null}
      <Dialog title={`Archive ${name}?`} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4">
          {fault ? <Unsettled fault={fault} locale={locale} /> : null}
          <p>They leave the lists and the pickers. You can bring them back at any time.</p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep</Button>
            <Button variant="primary" pending={pending} onClick={() => send(null)}>
              Archive
            </Button>
          </div>
        </div>
      </Dialog>
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
