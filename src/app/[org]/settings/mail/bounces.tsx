// How reports of mails that couldn't be delivered reach us: by the address that they come back to, and by a hook.
import type { KeptMailServer } from "@/domain/business/mail-server.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Section } from "@/ui/card.tsx";
import { toBounced } from "../../_shell/run-links.ts";

type Props = { org: string; hook: string; server: KeptMailServer | null };

export function Bounces({ org, hook, server }: Props) {
  const [local = "bounces", domain = "company.com"] = (server?.bounceAddress || "bounces@company.com").split(
    "@",
  );
  return (
    <Section
      id="bounces"
      title="Mail that comes back"
      end={
        <ButtonLink href={toBounced(org)} variant="quiet">
          Bounced addresses
        </ButtonLink>
      }
    >
      <div className="grid max-w-prose gap-3">
        {server ? (
          <p>
            {server.bounceAddress === ""
              ? `Reports of undelivered mail go to ${server.fromAddress}, and Onaccount doesn’t see them. Name an address for them above, such as ${local}@${domain}.`
              : `Each mail comes back to an address of its own, such as ${local}+abc…@${domain}. Your mailbox must take mail with a plus sign.`}
          </p>
        ) : (
          <p>Mail goes out by Onaccount’s own server, and whoever runs it has its reports passed on.</p>
        )}
        {server ? (
          <>
            <p>
              Have your mail server, or your mail service (SendGrid or Mailgun), post each report to this
              address. It takes the report as a mail, or as JSON with messageId, recipient, status and reason.
            </p>
            <p className="rounded-card border border-line px-3 py-2 text-13 wrap-anywhere select-all">
              {hook}
            </p>
          </>
        ) : null}
      </div>
    </Section>
  );
}
