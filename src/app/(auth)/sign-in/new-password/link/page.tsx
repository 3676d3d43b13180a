// Where the mailed link for a new password leads. Looking at it changes nothing; only the form uses it up.
import type { Metadata } from "next";
import { newPasswordLinkIsOpen } from "@/server/auth/change-password.ts";
import { signInAddress } from "@/server/auth/sign-in-cookie.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Title } from "../../../title.tsx";
import { ChooseForm } from "./choose-form.tsx";

export const metadata: Metadata = { title: "Choose a password" };

type Props = PageProps<"/sign-in/new-password/link">;

export default async function NewPasswordLinkPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string" || !(await newPasswordLinkIsOpen(token).catch(pageUnavailable)))
    return <Gone />;
  return (
    <>
      <Title about="Every device that is signed in as you will be signed out.">Choose a password</Title>
      <ChooseForm token={token} address={await signInAddress()} />
    </>
  );
}

function Gone() {
  return (
    <>
      <Title about="It works once, and for 30 minutes. Ask for a new one; it takes a moment.">
        This link can’t be used any more
      </Title>
      <ButtonLink href="/sign-in/new-password" variant="primary">
        Ask for a new link
      </ButtonLink>
    </>
  );
}
