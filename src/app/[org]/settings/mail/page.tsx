// By which way the business's mail goes out, and the proof that it does.
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { InstantText } from "@/ui/instant.tsx";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { Bounces } from "./bounces.tsx";
import { LinkCheckSetting } from "./link-check.tsx";
import { MailServerSetting } from "./mail-server.tsx";
import { TryMail } from "./try-mail.tsx";

export const metadata: Metadata = { title: "Mail · Settings" };

export default async function MailSettings({ params }: PageProps<"/[org]/settings/mail">) {
  const { org } = await params;
  const section = await readSection(org);
  if (!section) return null;
  const { given, place } = section;
  const { server, systemSends, hook } = await (await apiFor(org)).mailServer.read({});
  return (
    <>
      <SettingSection id="server" title="Mail server" mayChange={given.mayChange}>
        <p className="mb-3 text-soft">
          {server
            ? `Statements and invoices go out by ${server.host}, from ${server.fromAddress}.`
            : systemSends
              ? "Statements and invoices go out by Onaccount’s own server. With yours, customers see your address."
              : "No mail goes out until you enter your mail server, or whoever runs this copy of Onaccount has set SMTP_URL."}
          {server?.testedAt ? (
            <>
              {" "}
              A test went through it{" "}
              <InstantText at={server.testedAt} locale={place.locale} zone={place.zone} />.
            </>
          ) : null}
        </p>
        <MailServerSetting
          key={JSON.stringify(server)}
          org={org}
          server={server}
          mayChange={given.mayChange}
        />
        {given.mayChange ? <TryMail org={org} version={server?.version ?? null} /> : null}
      </SettingSection>
      {hook === null ? null : <Bounces org={org} hook={hook} server={server} />}
      <SettingSection id="links" title="Links in mails" mayChange={given.mayChange}>
        <LinkCheckSetting key={given.settings.linkCheck} {...given} />
      </SettingSection>
    </>
  );
}
