// The second step of signing in, for who got the first one right in this browser.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { waitingForSecond } from "@/server/auth/ways-in.ts";
import { passkeysWork } from "@/server/auth/passkeys.ts";
import { currentUser } from "@/server/auth/session.ts";
import { pageUnavailable } from "@/server/trouble.ts";
import { Link } from "@/ui/link.tsx";
import { returnPath } from "../../return-path.ts";
import { Title } from "../../title.tsx";
import { PasskeyButton } from "../passkey-button.tsx";
import { SecondForm } from "./second-form.tsx";

export const metadata: Metadata = { title: "Second step" };

export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second">) {
  const { to } = await searchParams;
  const back = returnPath(typeof to === "string" ? to : undefined);
  if (await currentUser()) redirect(back);
  const waiting = await waitingForSecond().catch(pageUnavailable);
  if (!waiting) redirect("/sign-in");
  return (
    <>
      <Title about={`Signing in as ${waiting.email}`}>Second step</Title>
      <SecondForm to={back} />
      {passkeysWork() ? (
        <div className="mt-4">
          <PasskeyButton to={back} />
        </div>
      ) : null}
      <p className="mt-8 text-soft">
        Lost the app and the codes? Ask whoever runs this copy of Onaccount to take the second factor off.
      </p>
      <p className="mt-4">
        <Link href="/sign-in" className="font-medium text-link">
          Back to sign in
        </Link>
      </p>
    </>
  );
}
