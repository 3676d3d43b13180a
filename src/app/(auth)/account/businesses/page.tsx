// The businesses that one belongs to, and the way out of each.
import type { Metadata, Route } from "next";
import { ROLE_WORDS } from "@/domain/business/people.ts";
import { myBusinesses } from "@/server/auth/my-businesses.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../../title.tsx";
import { LeaveBusiness } from "./leave-business.tsx";

export const metadata: Metadata = { title: "Your businesses" };

type Props = PageProps<"/account/businesses">;

export default async function BusinessesPage({ searchParams }: Props) {
  const user = await requireOwn("/account/businesses");
  const [businesses, { left }] = await Promise.all([myBusinesses(user), searchParams]);
  return (
    <>
      <Title about={`Signed in as ${user.email}`}>Your businesses</Title>
      {typeof left === "string" ? (
        <div className="mb-4">
          <Notice tone="good" title="You left">
            You no longer belong to {left.slice(0, 120)}. An owner or an admin there can invite you again.
          </Notice>
        </div>
      ) : null}
      {businesses.length === 0 ? (
        <p>You belong to no business. Ask somebody to invite you, or set up your own.</p>
      ) : (
        <Card>
          <ul className="divide-y divide-line">
            {businesses.map(({ slug, name, role }) => (
              <li key={slug} className="flex flex-wrap items-center gap-3 px-4 py-2">
                <span className="min-w-0 flex-1">
                  <Link
                    href={`/${slug}` as Route}
                    className="block font-medium wrap-anywhere text-link touch:py-2"
                  >
                    {name}
                  </Link>
                  <span className="block text-13 text-soft">{ROLE_WORDS[role].name}</span>
                </span>
                <LeaveBusiness slug={slug} name={name} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p className="mt-6">
        <Link href="/" className="font-medium text-link">
          To the start
        </Link>
      </p>
    </>
  );
}
