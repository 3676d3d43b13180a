// One more business for someone who is signed in.
import type { Metadata } from "next";
import { requireOwn, type SignedIn } from "@/server/auth/session.ts";
import { myBusinesses } from "@/server/auth/my-businesses.ts";
import { signUpIsOpen } from "@/server/auth/sign-up.ts";
import { Button } from "@/ui/button.tsx";
import { businessChoices } from "../business-choices.ts";
import { signOutAction } from "../actions.ts";
import { SignUpClosed } from "../sign-up-closed.tsx";
import { Title } from "../title.tsx";
import { NewBusinessForm } from "./new-business-form.tsx";

export const metadata: Metadata = { title: "New business" };

export default async function NewBusinessPage() {
  const user = await requireOwn("/new-business");
  if (!signUpIsOpen()) return <NoBusiness user={user} />;
  return (
    <>
      <Title about={`You, ${user.name}, will be its owner.`}>New business</Title>
      <NewBusinessForm choices={businessChoices()} />
    </>
  );
}

/** Who belongs to no business has nowhere to go back to. */
async function NoBusiness({ user }: { user: SignedIn }) {
  const { length } = await myBusinesses(user);
  if (length > 0) return <SignUpClosed back={{ href: "/", words: "To your businesses" }} />;
  return (
    <>
      <Title about="You belong to no business here yet. Ask its owner, or whoever runs this copy of Onaccount, to add you.">
        No business yet
      </Title>
      <form action={signOutAction}>
        <Button type="submit">Sign out</Button>
      </form>
    </>
  );
}
