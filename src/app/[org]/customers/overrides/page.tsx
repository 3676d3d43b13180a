// The overrides that wait for an answer: who asks, for whom, how much and why; answered here by whoever may, and not by who asked.
import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { OVERRIDE_CAUSE } from "@/domain/credit/override-words.ts";
import { formatInstant } from "@/domain/values/instant.ts";
import { formatAmount } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember, type CurrentMember } from "../../_shell/current-member.ts";
import { toCreditCustomers, toCreditTerms } from "../../_shell/links.ts";
import { AnswerOverride } from "./answer-override.tsx";

export const metadata: Metadata = { title: "Overrides" };

export default async function OverridesPage({ params }: PageProps<"/[org]/customers/overrides">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const waiting = await api.overrides.waiting({});
  return (
    <Screen
      title="Overrides"
      about={
        <Link href={toCreditCustomers(org)} className="text-link">
          Credit customers
        </Link>
      }
    >
      {waiting.length === 0 ? (
        <Card>
          <Empty icon={<ShieldCheck />} title="None waits for an answer">
            When the counter refuses a house charge, or an invoice can’t be issued, whoever does it can ask
            for an override there. It comes here, and by mail to whoever may approve it. What was answered
            stands with the credit of its customer.
          </Empty>
        </Card>
      ) : (
        <ul aria-label="Overrides that wait" className="grid max-w-3xl gap-4">
          {waiting.map((override) => (
            <li key={override.overrideId}>
              <Card padded>
                <Asked here={here} override={override} />
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}

type Override = RouterOutputs["overrides"]["waiting"][number];

function Asked({ here, override }: { here: CurrentMember; override: Override }) {
  const { slug, locale, zone } = here.org;
  const { currency, amountCents, customerId, customerName, jobName, cause, reason, askedBy, askedAt } =
    override;
  const mayAnswer = here.permissions.includes("override:approve");
  return (
    <div className="grid gap-3">
      <div>
        <p className="text-16 font-semibold">
          {formatAmount(amountCents, currency, locale)} {currency} for{" "}
          <Link href={toCreditTerms(slug, customerId, { currency })} className="text-link">
            {customerName}
          </Link>
        </p>
        <p className="mt-0.5 text-13 text-soft">
          {override.what === "invoice" ? "Invoice · " : ""}
          {OVERRIDE_CAUSE[cause]}
          {jobName === null ? "" : ` · ${jobName}`} · {askedBy}, {formatInstant(askedAt, locale, zone)}
        </p>
        <p className="mt-2 wrap-anywhere">“{reason}”</p>
      </div>
      {override.isOwn ? (
        <p className="text-13 text-soft">You asked for it yourself, so somebody else answers.</p>
      ) : mayAnswer ? (
        <AnswerOverride org={slug} overrideId={override.overrideId} customerName={customerName} />
      ) : (
        <p className="text-13 text-soft">An owner or an admin answers.</p>
      )}
    </div>
  );
}
