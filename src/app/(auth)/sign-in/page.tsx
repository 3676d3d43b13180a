// Signing in: by password, or by a link to one's address.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { mailGoesOut } from "@/server/auth/mailer.ts";
import { passkeysWork } from "@/server/auth/passkeys.ts";
import { currentUser } from "@/server/auth/session.ts";
import { signUpIsOpen } from "@/server/auth/sign-up.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../title.tsx";
import { returnPath } from "../return-path.ts";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

type Props = PageProps<"/sign-in">;

export default async function SignInPage({ searchParams }: Props) {
  const { to, out } = await searchParams;
  const back = returnPath(typeof to === "string" ? to : undefined);
  if (await currentUser()) redirect(back);
  return (
    <>
      <Title>Sign in</Title>
      {out === "everywhere" ? (
        <div className="mb-6">
          <Notice tone="good">You are signed out on every device.</Notice>
        </div>
      ) : null}
      <SignInForm to={back} mail={mailGoesOut()} passkeys={passkeysWork()} />
      <p className="mt-8">
        <Link href="/sign-in/business" className="touch-target font-medium text-link">
          Sign in through your business
        </Link>
      </p>
      {signUpIsOpen() ? (
        <p className="mt-4 text-soft touch:mt-8">
          New here?{" "}
          <Link href="/sign-up" className="font-medium text-link">
            Set up your business
          </Link>
        </p>
      ) : null}
    </>
  );
}
