// The start: one's business when there is one, a choice when there are several, the form when there is none.
import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { myBusinesses, type MyBusiness } from "@/server/auth/my-businesses.ts";
import { signUpIsOpen } from "@/server/auth/sign-up.ts";
import { requireUser } from "@/server/auth/session.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { signOutAction, signOutEverywhereAction } from "./actions.ts";
import { Title } from "./title.tsx";

export const metadata: Metadata = { title: "Your businesses" };

export default async function StartPage() {
  const user = await requireUser();
  const businesses = await myBusinesses(user);
  const open = businesses.filter(({ goneOn }) => goneOn === null);
  const [first, ...others] = open;
  const none = businesses.length > 0 ? "/account/businesses" : "/new-business";
  if (!first) redirect(user.onlyIn ? "/sign-in" : none);
  if (others.length === 0) redirect(`/${first.slug}` as Route);
  return (
    <>
      <Title about={`Signed in as ${user.email}`}>Your businesses</Title>
      <Card>
        <ul className="divide-y divide-line">
          {open.map((business) => (
            <Choice key={business.slug} business={business} />
          ))}
        </ul>
      </Card>
      <p className="mt-4 flex flex-wrap gap-x-6">
        {signUpIsOpen() ? (
          <Link href="/new-business" className="font-medium text-link">
            Set up another business
          </Link>
        ) : null}
        <Link href="/account" className="font-medium text-link">
          Your account
        </Link>
        <Link href="/account/businesses" className="font-medium text-link">
          {businesses.length > open.length ? "Leave, delete or open again" : "Leave or delete a business"}
        </Link>
      </p>
      <div className="mt-8 flex flex-wrap gap-2">
        <form action={signOutAction}>
          <Button type="submit">Sign out</Button>
        </form>
        <form action={signOutEverywhereAction}>
          <Button type="submit" variant="quiet">
            Sign out on every device
          </Button>
        </form>
      </div>
    </>
  );
}

function Choice({ business: { slug, name, role } }: { business: MyBusiness }) {
  return (
    <li>
      <Link href={`/${slug}` as Route} className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-hover">
        <span className="min-w-0 flex-1">
          <span className="block truncate text-16 font-medium">{name}</span>
          <span className="block text-13 text-soft">{role.replaceAll("-", " ")}</span>
        </span>
        <span aria-hidden="true" className="text-soft">
          →
        </span>
      </Link>
    </li>
  );
}
