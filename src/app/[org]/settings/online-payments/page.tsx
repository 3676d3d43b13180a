// How customers pay online: the business's own keys at Stripe, what they are for, and where Stripe tells what happens.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { toOnlinePayments } from "../../_shell/online-links.ts";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { CheckKeys } from "./check-keys.tsx";
import { OnlineSetting } from "./online-setting.tsx";

export const metadata: Metadata = { title: "Online payments · Settings" };

/** What we need to be told; anything else is taken and let be. */
const EVENTS = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "charge.refunded",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.closed",
  "payout.paid",
];

export default async function OnlineSettings({ params }: PageProps<"/[org]/settings/online-payments">) {
  const { org } = await params;
  const section = await readSection(org);
  if (!section) return null;
  const { given, place } = section;
  const { settings, banks, undeposited, webhookUrl, lastToldAt } = await (
    await apiFor(org)
  ).onlineSettings.read({});
  const { locale, zone, currency } = place;
  return (
    <>
      <SettingSection id="online" title="Online payments" mayChange={given.mayChange}>
        <div className="mb-3 flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1 basis-64 text-soft">
            {settings.inUse
              ? `Customers pay their statement online, with your Stripe key ${settings.keyHint}.`
              : "Off. With your own Stripe account, customers pay their statement from the link in their mail."}
          </p>
          <ButtonLink href={toOnlinePayments(org)}>Online payments</ButtonLink>
        </div>
        <OnlineSetting
          key={JSON.stringify(settings)}
          org={org}
          settings={settings}
          banks={banks}
          undeposited={undeposited}
          currency={currency}
          locale={locale}
          mayChange={given.mayChange}
        />
        {given.mayChange && settings.keyHint !== "" ? (
          <CheckKeys key={settings.keyHint} org={org} version={settings.version} />
        ) : null}
      </SettingSection>
      <SettingSection id="webhook" title="Webhook" mayChange={given.mayChange}>
        <p className="text-soft">
          In Stripe, under Developers, add a webhook with this address and these events. Its signing secret
          goes above.
        </p>
        <p className="my-2 font-mono text-13 wrap-anywhere">{webhookUrl}</p>
        <ul className="columns-1 text-13 text-soft desk:columns-2">
          {EVENTS.map((event) => (
            <li key={event}>{event}</li>
          ))}
        </ul>
        <p className="mt-2 text-13 text-soft">
          {lastToldAt === null ? (
            "Stripe has told nothing yet. Without it, a payment is found within some ten minutes."
          ) : (
            <>
              Stripe last told something <InstantText at={lastToldAt} locale={locale} zone={zone} />.
            </>
          )}
        </p>
      </SettingSection>
    </>
  );
}
