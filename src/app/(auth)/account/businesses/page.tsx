// The businesses that one belongs to, and the way out of each.
import type { Metadata, Route } from "next";
import { mayDo } from "@/domain/permission.ts";
import type { Day } from "@/domain/values/day.ts";
import { ROLE_WORDS } from "@/domain/business/people.ts";
import { myBusinesses, type MyBusiness } from "@/server/auth/my-businesses.ts";
import { provenBy } from "@/server/auth/second-factor.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { DayText } from "@/ui/day.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Title } from "../../title.tsx";
import type { ProvenBy } from "../prove-again.tsx";
import { ReopenBusiness } from "./reopen-business.tsx";
import { LeaveBusiness } from "./leave-business.tsx";

export const metadata: Metadata = { title: "Your businesses" };

type Props = PageProps<"/account/businesses">;

export default async function BusinessesPage({ searchParams }: Props) {
  const user = await requireOwn("/account/businesses");
  const [businesses, by, { left }] = await Promise.all([
    myBusinesses(user),
    provenBy(user.userId),
    searchParams,
  ]);
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
            {businesses.map((business) => (
              <li key={business.slug} className="flex flex-wrap items-center gap-3 px-4 py-2">
                {business.goneOn === null ? (
                  <Open business={business} email={user.email} by={by} />
                ) : (
                  <Closed {...business} goneOn={business.goneOn} />
                )}
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

type OpenProps = { business: MyBusiness; email: string; by: ProvenBy };

function Open({ business: { slug, name, role }, email, by }: OpenProps) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <Link href={`/${slug}` as Route} className="block font-medium wrap-anywhere text-link touch:py-2">
          {name}
        </Link>
        <span className="block text-13 text-soft">{ROLE_WORDS[role].name}</span>
      </span>
      <LeaveBusiness slug={slug} name={name} email={email} by={by} />
      {mayDo(role, "business:delete") ? (
        <ButtonLink href={`/account/businesses/delete?business=${slug}` as Route} variant="quiet">
          Delete
        </ButtonLink>
      ) : null}
    </>
  );
}

function Closed({ slug, name, locale, goneOn }: MyBusiness & { goneOn: Day }) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block text-13 text-late">
          Closed; deleted for good on <DayText day={goneOn} locale={locale} />
        </span>
      </span>
      <ReopenBusiness slug={slug} />
    </>
  );
}
