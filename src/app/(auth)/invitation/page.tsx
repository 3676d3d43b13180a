// Where a mailed invitation leads. Looking at it changes nothing; only the button uses it up.
import type { Metadata, Route } from "next";
import { ROLE_WORDS } from "@/domain/business/people.ts";
import { waitingInvitation } from "@/server/auth/invitations.ts";
import { aRole } from "@/server/auth/people-mails.ts";
import { currentUser } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { Button } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { signOutAction } from "../actions.ts";
import { Title } from "../title.tsx";
import { JoinAnew, JoinHere } from "./join-forms.tsx";

export const metadata: Metadata = { title: "Invitation" };

type Props = PageProps<"/invitation">;

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const [invitation, user] =
    typeof token === "string"
      ? await Promise.all([waitingInvitation(token).catch(pageUnavailable), currentUser()])
      : [null, null];
  if (typeof token !== "string" || !invitation) return <Gone />;
  const { business, email, role, invitedBy, hasAccount } = invitation;
  return (
    <>
      <Title about={`${invitedBy} invites ${email} as ${aRole(role)}. ${ROLE_WORDS[role].does}`}>
        Join {business.name}
      </Title>
      {!hasAccount ? (
        <JoinAnew token={token} email={email} />
      ) : user?.email === email ? (
        <JoinHere token={token} business={business.name} />
      ) : user ? (
        <OtherAddress signedInAs={user.email} />
      ) : (
        <SignInFirst token={token} email={email} />
      )}
    </>
  );
}

function SignInFirst({ token, email }: { token: string; email: string }) {
  const back = encodeURIComponent(`/invitation?token=${token}`);
  return (
    <div className="grid gap-4">
      <p>{email} has an account here. Sign in with it, then accept.</p>
      <div>
        <ButtonLink href={`/sign-in?to=${back}` as Route} variant="primary">
          Sign in
        </ButtonLink>
      </div>
    </div>
  );
}

function OtherAddress({ signedInAs }: { signedInAs: string }) {
  return (
    <div className="grid gap-4">
      <p>
        You are signed in as {signedInAs}, and this invitation went to another address. Sign out, then open
        the link again.
      </p>
      <form action={signOutAction}>
        <Button type="submit">Sign out</Button>
      </form>
    </div>
  );
}

function Gone() {
  return (
    <>
      <Title about="It was withdrawn, was used, or is older than a week. Ask whoever invited you for a new one.">
        This invitation can’t be used any more
      </Title>
      <ButtonLink href="/" variant="primary">
        To your businesses
      </ButtonLink>
    </>
  );
}
