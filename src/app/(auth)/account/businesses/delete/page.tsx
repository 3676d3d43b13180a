// Has a business deleted: what that does, what to take home before, and its name, typed.
import { Download } from "lucide-react";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { booksTaken, closableBusiness } from "@/server/auth/close-business.ts";
import { GRACE_DAYS } from "@/server/auth/my-businesses.ts";
import { mailGoesOut } from "@/server/auth/mailer.ts";
import { provenBy } from "@/server/auth/second-factor.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { from } from "@/server/wire/request.ts";
import { DownloadLink } from "@/ui/button.tsx";
import { InstantText } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { Title } from "../../../title.tsx";
import { DeleteForm } from "./delete-form.tsx";

export const metadata: Metadata = { title: "Delete a business" };

type Props = PageProps<"/account/businesses/delete">;

export default async function DeletePage({ searchParams }: Props) {
  const { business: slug } = await searchParams;
  const user = await requireOwn("/account/businesses");
  if (typeof slug !== "string") notFound();
  const member = await closableBusiness(user, slug, await from());
  if (!member) notFound();
  const [taken, by] = await Promise.all([booksTaken(member), provenBy(user.userId)]);
  return (
    <>
      <Title about={`/${slug}`}>Delete {member.orgName}</Title>
      <div className="grid gap-6">
        <ul className="list-disc space-y-1 pl-5">
          <li>It is closed at once to everybody, and every link and key of it opens nothing any more.</li>
          <li>
            For {GRACE_DAYS} days each owner can undo it, under “Your businesses”.
            {mailGoesOut() ? " Owners are told by mail." : ""}
          </li>
          <li>Then it is deleted with all that it has, and nobody can bring it back.</li>
        </ul>
        <section aria-labelledby="files" className="grid justify-items-start gap-2">
          <h2 id="files" className="text-16 font-semibold">
            Take its books home first
          </h2>
          <p>
            One zip with every list as CSV and the journal with each line of each event; and, where all of
            them fit into one zip, the statements as they were issued, what customers signed, and what was
            attached. Its README.txt says which it holds.
          </p>
          <DownloadLink href={`/${slug}/everything` as Route}>
            <Download aria-hidden="true" />
            Save all of it (ZIP)
          </DownloadLink>
          {taken === null ? null : (
            <p role="status" className="text-13 text-soft">
              You saved it at <InstantText at={taken} locale={member.locale} zone={member.zone} />.
            </p>
          )}
        </section>
        <DeleteForm slug={slug} name={member.orgName} email={user.email} by={by} />
        <p>
          <Link href="/account/businesses" className="font-medium text-link">
            Keep it
          </Link>
        </p>
      </div>
    </>
  );
}
