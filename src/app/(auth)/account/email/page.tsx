// Another e-mail address: asked for here, and changed when a link in both mailboxes was followed.
import type { Metadata } from "next";
import { waitingEmailChange } from "@/server/auth/change-email.ts";
import { mustChoosePassword } from "@/server/auth/change-password.ts";
import { mailGoesOut } from "@/server/auth/mailer.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { inboxUrl } from "@/server/wire/app-host.ts";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../../title.tsx";
import { callOffEmailAction } from "../../email-actions.ts";
import { EmailForm } from "./email-form.tsx";

export const metadata: Metadata = { title: "Your e-mail address" };

export default async function EmailPage({ searchParams }: PageProps<"/account/email">) {
  const own = await requireOwn("/account/email");
  const { changed } = await searchParams;
  const [waiting, mustChoose] = await Promise.all([
    waitingEmailChange(own.userId),
    mustChoosePassword(own.userId),
  ]).catch(pageUnavailable);
  const inbox = inboxUrl();
  return (
    <>
      <Title about={`Signed in as ${own.email}`}>Your e-mail address</Title>
      <div className="grid gap-6">
        {changed === "yes" ? (
          <Notice tone="good" title="Your address is changed">
            You sign in with it from now on, and are signed out on every other device.
          </Notice>
        ) : null}
        {waiting ? (
          <Notice tone="soon" title="Two links are on their way">
            <ul className="mb-3 list-disc pl-5 wrap-anywhere">
              <li>
                {own.email}: {waiting.oldProven ? "confirmed" : "not confirmed yet"}
              </li>
              <li>
                {waiting.newEmail}: {waiting.newProven ? "confirmed" : "not confirmed yet"}
              </li>
            </ul>
            <p className="mb-3">
              Open both in a browser that you are signed in with, within an hour. Until then nothing changes.
            </p>
            {inbox ? (
              <p className="mb-3">
                This copy keeps its mail to itself:{" "}
                <a href={inbox} className="font-medium text-link">
                  open the local inbox
                </a>
                .
              </p>
            ) : null}
            <form action={callOffEmailAction}>
              <Button type="submit">Call it off</Button>
            </form>
          </Notice>
        ) : null}
        {mailGoesOut() ? (
          <EmailForm email={own.email} hasPassword={!mustChoose} />
        ) : (
          <p>No mail goes out of this copy of Onaccount yet, so an address can’t be confirmed.</p>
        )}
      </div>
      <p className="mt-8">
        <Link href="/account" className="font-medium text-link">
          To your account
        </Link>
      </p>
    </>
  );
}
