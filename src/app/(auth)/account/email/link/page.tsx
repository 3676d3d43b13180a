// Where a link about another e-mail address leads. Looking at it changes nothing; only the button says yes.
import type { Metadata } from "next";
import { emailLinkOf } from "@/server/auth/change-email.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Title } from "../../../title.tsx";
import { ProveEmailForm } from "./prove-form.tsx";

export const metadata: Metadata = { title: "Your e-mail address" };

export default async function EmailLinkPage({ searchParams }: PageProps<"/account/email/link">) {
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : "";
  const own = await requireOwn(`/account/email/link?token=${encodeURIComponent(given)}`);
  const side = await emailLinkOf(own, given).catch(pageUnavailable);
  if (side === null) return <Gone />;
  return (
    <>
      <Title about={`Signed in as ${own.email}`}>
        {side === "old" ? "Let go of this address" : "Confirm your new address"}
      </Title>
      <ProveEmailForm token={given}>
        {side === "old" ? "Yes, use another address" : "Yes, this address is mine"}
      </ProveEmailForm>
    </>
  );
}

function Gone() {
  return (
    <>
      <Title about="It works for an hour, for the person who asked for it, and until another one is asked for.">
        This link can’t be used any more
      </Title>
      <ButtonLink href="/account/email" variant="primary">
        Your e-mail address
      </ButtonLink>
    </>
  );
}
