"use client";
// The business's own mail server. Its password is typed, kept sealed, and never shown again.
import {
  MAIL_SECURITY,
  MAIL_SERVER_FIELDS,
  mailServerTexts,
  type KeptMailServer,
  type MailSecurity,
} from "@/domain/business/mail-server.ts";
import { api } from "@/server/client.ts";
import { Field, SelectField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; server: KeptMailServer | null; mayChange: boolean };

export function MailServerSetting({ org, server, mayChange }: Props) {
  const setting = useSetting(
    { version: server?.version ?? 0, texts: mailServerTexts(server) },
    ({ host, port, security, username, password, fromAddress, bounceAddress }, version, commandKey) =>
      api(org).mailServer.change.mutate({
        commandKey,
        version,
        host,
        port: Number(port),
        security: security as MailSecurity,
        username,
        password: password === "" ? null : password,
        fromAddress,
        bounceAddress,
      }),
    "Mail server saved. Send yourself a test.",
  );
  return (
    <SettingForm
      name="Mail server"
      setting={setting}
      words={MAIL_SERVER_FIELDS}
      mayChange={mayChange}
      effect="For every mail from now on, those that wait among them."
    >
      <Field
        label={MAIL_SERVER_FIELDS.host}
        placeholder="smtp.company.com"
        maxLength={253}
        {...setting.given("host")}
      />
      <div className="grid grid-cols-2 gap-4">
        <Field label={MAIL_SERVER_FIELDS.port} inputMode="numeric" maxLength={5} {...setting.given("port")} />
        <SelectField label={MAIL_SERVER_FIELDS.security} {...setting.given("security")}>
          {Object.entries(MAIL_SECURITY).map(([security, words]) => (
            <option key={security} value={security}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
      <Field label={MAIL_SERVER_FIELDS.username} maxLength={254} {...setting.given("username")} />
      <Field
        label={MAIL_SERVER_FIELDS.password}
        type="password"
        maxLength={1000}
        hint={server?.hasPassword ? "Leave it empty to keep the one that is there." : undefined}
        {...setting.given("password")}
        autoComplete="new-password"
      />
      <Field
        label={MAIL_SERVER_FIELDS.fromAddress}
        type="email"
        hint="What your customers see. Your server must let you send from it."
        maxLength={254}
        {...setting.given("fromAddress")}
      />
      <Field
        label={MAIL_SERVER_FIELDS.bounceAddress}
        type="email"
        hint="Optional. Where mail that can’t be delivered comes back to; each mail puts a tag of its own after a plus sign before the @. See below how to pass it on."
        maxLength={254}
        {...setting.given("bounceAddress")}
      />
    </SettingForm>
  );
}
