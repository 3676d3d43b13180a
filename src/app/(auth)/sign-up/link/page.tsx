// Where the mailed sign-up link leads: choose a password, and the business is made.
import type { Metadata } from "next";
import { signUpIsOpen, waitingSignUp } from "@/server/auth/sign-up.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { appHost } from "@/server/wire/app-host.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { SignUpClosed } from "../../sign-up-closed.tsx";
import { Title } from "../../title.tsx";
import { FinishForm } from "./finish-form.tsx";

export const metadata: Metadata = { title: "Choose a password" };

type Props = PageProps<"/sign-up/link">;

export default async function SignUpLinkPage({ searchParams }: Props) {
  if (!signUpIsOpen()) return <SignUpClosed back={{ href: "/sign-in", words: "Sign in" }} />;
  const { token } = await searchParams;
  const waiting = typeof token === "string" ? await waitingSignUp(token).catch(pageUnavailable) : null;
  if (typeof token !== "string" || !waiting) return <Gone />;
  const { businessName, slug } = waiting.answers;
  return (
    <>
      <Title about={<>One thing is left before the books of {businessName} open.</>}>Choose a password</Title>
      <FinishForm token={token} email={waiting.email} slug={slug} host={appHost()} />
    </>
  );
}

function Gone() {
  return (
    <>
      <Title about="It works once, and for an hour. If you finished already, sign in.">
        This link can’t be used any more
      </Title>
      <div className="flex gap-2">
        <ButtonLink href="/sign-in" variant="primary">
          Sign in
        </ButtonLink>
        <ButtonLink href="/sign-up">Start again</ButtonLink>
      </div>
    </>
  );
}
