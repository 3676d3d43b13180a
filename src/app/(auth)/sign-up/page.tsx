// A new business: who you are and what your books are to be. The password is chosen behind the mailed link.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { mailGoesOut } from "@/server/auth/mailer.ts";
import { currentUser } from "@/server/auth/session.ts";
import { signUpIsOpen } from "@/server/auth/sign-up.ts";
import { Link } from "@/ui/link.tsx";
import { businessChoices } from "../business-choices.ts";
import { SignUpClosed } from "../sign-up-closed.tsx";
import { Title } from "../title.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

export const metadata: Metadata = { title: "Set up your business" };

export default async function SignUpPage() {
  if (await currentUser()) redirect("/new-business");
  if (!signUpIsOpen() || !mailGoesOut())
    return <SignUpClosed noMail={signUpIsOpen()} back={{ href: "/sign-in", words: "Sign in" }} />;
  return (
    <>
      <Title about="Two minutes, and your books are open.">Set up your business</Title>
      <SignUpForm choices={businessChoices()} />
      <p className="mt-8 text-soft">
        Already here?{" "}
        <Link href="/sign-in" className="font-medium text-link">
          Sign in
        </Link>
      </p>
    </>
  );
}
