// What the customer holds back beside what they owe, how much of it may be billed, and the way to bill it. It is no debt yet, so
// it is in none of the figures above.
import { formatDay } from "@/domain/values/day-words.ts";
import { formatAmount } from "@/domain/values/money.ts";
import type { AccountPage } from "@/domain/receivables/account-page.ts";
import { apiFor } from "@/server/api.ts";
import { Link } from "@/ui/link.tsx";
import type { CurrentMember } from "../../../_shell/current-member.ts";
import { currencyHref, toNewRetained, toReleaseConditions } from "../../../_shell/links.ts";

type Props = { here: CurrentMember; account: AccountPage };

export async function HeldBack({ here, account }: Props) {
  const { accountId, currency, customerId, figures, isToday } = account;
  const { slug: org, locale, currency: home } = here.org;
  if (figures.retainedCents === 0) return null;
  const write = (amount: typeof figures.retainedCents) => formatAmount(amount, currency, locale);
  const may = isToday ? await (await apiFor(org)).retainage.billableOfAccount({ accountId }) : null;
  const whose = { customer: customerId, ...currencyHref(currency, home) };
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line bg-card px-4 py-2 text-13 touch:py-0">
      <span className="touch:py-3">
        <strong className="font-semibold">Retainage held back: {write(figures.retainedCents)}</strong>
        {may?.since ? (
          <span className="text-good">
            , {write(may.billableCents)} of it may be billed since {formatDay(may.since, locale)}
          </span>
        ) : null}
      </span>
      {isToday && here.permissions.includes("invoice:write") ? (
        <span className="flex gap-4 print:hidden">
          <Link
            href={toNewRetained(org, { ...whose, may: may?.since ? "yes" : undefined })}
            className="touch-target text-link touch:leading-11"
          >
            Bill it
          </Link>
          <Link href={toReleaseConditions(org, whose)} className="touch-target text-link touch:leading-11">
            Conditions of release
          </Link>
        </span>
      ) : null}
    </p>
  );
}
