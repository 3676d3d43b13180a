"use client";
// Makes what was applied to one invoice open credit again, after showing what that does.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { postedWords } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { Effect } from "../_apply/effect.tsx";
import { PostedIn, usePosting } from "../_apply/posted-in.tsx";
import type { ListedAccount } from "../_apply/listed.ts";

type Props = {
  org: string;
  creditId: number;
  itemId: number;
  name: string;
  amountCents: Cents;
  account: ListedAccount;
  locale: string;
  today: Day;
};

export function UnApply({ org, creditId, itemId, name, amountCents, account, locale, today }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const posting = usePosting(today, account.months);
  const amount = formatAmount(amountCents, account.currency, locale);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).openCredit.unApply.mutate({
        commandKey,
        accountId: account.accountId,
        creditId,
        itemId,
        unAppliedOn: today,
      }),
    ({ period }) => {
      const posted = postedWords(today, period, locale);
      toast(`${amount} taken back from ${name}: it is open credit again${posted ? `, ${posted}` : ""}`);
      setOpen(false);
      router.refresh();
    },
  );
  return (
    <>
      <Button aria-label={`Take back from ${name}`} onClick={() => setOpen(true)}>
        Take back
      </Button>
      <Dialog title={`Take back ${amount} from ${name}?`} open={open} onClose={() => setOpen(false)}>
        <div className="grid gap-4 whitespace-normal text-left">
          {fault ? <Notice tone="late">{fault.message}</Notice> : null}
          <p>
            It becomes open credit again, and {name} is owed again, as of today. No money moves; both stay in
            the history.
          </p>
          <Effect
            account={account}
            locale={locale}
            moved={{ paidCents: ZERO, appliedCents: negative(amountCents) }}
          />
          <PostedIn posting={posting} locale={locale} />
          <div className="flex justify-end">
            <Button variant="primary" pending={pending} onClick={() => send(null)}>
              Take back
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
