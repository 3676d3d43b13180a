// Beside a charge that an override let pass: who asked, who approved it, and why.
import { OVERRIDE_CAUSE } from "@/domain/credit/override-words.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import { apiFor } from "@/server/api.ts";

type Props = { org: string; eventId: number; place: { locale: string; zone: string } };

export async function OverrideUsed({ org, eventId, place: { locale, zone } }: Props) {
  const override = await (await apiFor(org)).overrides.ofEvent({ eventId });
  if (!override) return null;
  const { askedBy, askedAt, approvedAt, answeredBy, byMail, amountCents, currency, cause, reason } = override;
  return (
    <section
      aria-label="Override"
      className="mb-4 rounded-card border border-soon bg-soon-wash px-3.5 py-2.5 wrap-anywhere"
    >
      <p className="font-medium">
        Passed by an override of up to {formatAmount(amountCents, currency, locale)}
      </p>
      <p>
        {OVERRIDE_CAUSE[cause]}. “{reason}”
      </p>
      <p className="text-13 text-soft">
        Asked by {askedBy}, {formatInstant(askedAt, locale, zone)}; approved by {answeredBy}
        {byMail ? " by mail" : ""}
        {approvedAt === null ? "" : `, ${formatInstant(approvedAt, locale, zone)}`}
      </p>
    </section>
  );
}
