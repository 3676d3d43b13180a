// Where the mailed sign-in link leads. Looking at it changes nothing; only the button uses the link up.
import type { Metadata } from "next";
import { signInAddress } from "@/server/auth/sign-in-cookie.ts";
import { linkIsOpen } from "@/server/auth/sign-in.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Title } from "../../title.tsx";
import { FollowLink } from "./follow-link.tsx";

export const metadata: Metadata = { title: "Sign in" };

type Props = PageProps<"/sign-in/link">;

export default async function SignInLinkPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await linkIsOpen(token).catch(pageUnavailable))) return <Gone />;
  const address = await signInAddress();
  return (
    <>
      <Title
        about={
          address ? undefined : "Which address was this link sent to? You asked for it in another browser."
        }
      >
        Sign in
      </Title>
      <FollowLink token={token} address={address} />
    </>
  );
}

function Gone() {
  return (
    <>
      <Title about="It works once, and for 10 minutes. Ask for a new one; it takes a moment.">
        This link can’t be used any more
      </Title>
      <ButtonLink href="/sign-in" variant="primary">
        Back to sign in
      </ButtonLink>
    </>
  );
}
