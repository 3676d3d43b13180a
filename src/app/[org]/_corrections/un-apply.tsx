"use client";
// Un-applies what was applied to one invoice, after showing what that does: it is open credit again.
import { postedWords } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { ZERO, formatAmount, negative, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog, useConfirm } from "@/ui/confirm-dialog.tsx";
import { Effect } from "../_apply/effect.tsx";
import { PostedIn, usePosting } from "../_apply/posted-in.tsx";
import type { ListedAccount } from "../_apply/listed-account.ts";

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
  const posting = usePosting(today, account.months);
  const amount = formatAmount(amountCents, account.currency, locale);
  const { ask, asked } = useConfirm(
    (commandKey) =>
      api(org).openCredit.unApply.mutate({
        commandKey,
        accountId: account.accountId,
        creditId,
        itemId,
        unAppliedOn: today,
      }),
    ({ period }) => {
      const posted = postedWords(today, period, locale);
      return `${amount} un-applied from ${name}: it is open credit again${posted ? `, ${posted}` : ""}`;
    },
  );
  return (
    <>
      <Button aria-label={`Un-apply from ${name}`} onClick={ask}>
        Un-apply
      </Button>
      <ConfirmDialog
        {...asked}
        title={`Un-apply ${amount} from ${name}?`}
        button="Un-apply"
        variant="primary"
        keep="Keep"
      >
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
      </ConfirmDialog>
    </>
  );
}
