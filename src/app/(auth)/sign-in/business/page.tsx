// Signing in by a business's own provider: by the business's name in the address, since it is the provider who knows people.
import type { Metadata } from "next";
import { currentUser } from "@/server/auth/session.ts";
import { redirect } from "next/navigation";
import { appHost } from "@/server/wire/app-host.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../../title.tsx";
import { LeaveForm } from "./leave-form.tsx";

export const metadata: Metadata = { title: "Sign in through your business" };

export default async function BusinessSignInPage({ searchParams }: PageProps<"/sign-in/business">) {
  if (await currentUser()) redirect("/");
  const { failed } = await searchParams;
  return (
    <>
      <Title about="For businesses that have a sign-in of their own.">Sign in through your business</Title>
      {failed ? (
        <div className="mb-6">
          <Notice tone="late" title="You weren’t signed in">
            Your business’s sign-in didn’t say that you are one of its members here, with an address of one of
            its domains. Try again, or ask an owner of the business.
          </Notice>
        </div>
      ) : null}
      <LeaveForm host={appHost()} />
      <p className="mt-8">
        <Link href="/sign-in" className="font-medium text-link">
          Sign in another way
        </Link>
      </p>
    </>
  );
}
