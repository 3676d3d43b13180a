// Has a business deleted: what that does, what to take home before, and its name, typed.
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { closableBusiness } from "@/server/auth/close-business.ts";
import { GRACE_DAYS } from "@/server/auth/my-businesses.ts";
import { requireOwn } from "@/server/auth/session.ts";
import { from } from "@/server/wire/request.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Title } from "../../../title.tsx";
import { DeleteForm } from "./delete-form.tsx";

export const metadata: Metadata = { title: "Delete a business" };

/** The lists that have all of the books, as files. */
const FILES = [
  ["customers", "Customers"],
  ["products", "Products"],
  ["jobs", "Jobs"],
  ["invoices", "Invoices"],
  ["credit-memos", "Credit memos"],
  ["receipts", "Receipts"],
  ["payments", "Payments"],
  ["deposits", "Deposits"],
  ["statements", "Statements"],
  ["reports/journal", "Journal: every line of every event"],
  ["settings/accounts", "Chart of accounts"],
] as const;

type Props = PageProps<"/account/businesses/delete">;

export default async function DeletePage({ searchParams }: Props) {
  const { business: slug } = await searchParams;
  const user = await requireOwn("/account/businesses");
  if (typeof slug !== "string") notFound();
  const member = await closableBusiness(user, slug, await from());
  if (!member) notFound();
  return (
    <>
      <Title about={`/${slug}`}>Delete {member.orgName}</Title>
      <div className="grid gap-6">
        <ul className="list-disc space-y-1 pl-5">
          <li>It is closed at once to everybody, and every link and key of it opens nothing any more.</li>
          <li>
            For {GRACE_DAYS} days each owner can undo it, under “Your businesses”. Owners are told by mail.
          </li>
          <li>Then it is deleted with all that it has, and nobody can bring it back.</li>
        </ul>
        <section aria-labelledby="files">
          <h2 id="files" className="mb-2 text-16 font-semibold">
            Take its books home first
          </h2>
          <Card>
            <ul className="divide-y divide-line">
              {FILES.map(([path, words]) => (
                <li key={path}>
                  <a
                    href={`/${slug}/${path}/csv` as Route}
                    download
                    className="flex min-h-11 items-center px-4 py-2 text-link hover:bg-hover"
                  >
                    {words} (CSV)
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </section>
        <DeleteForm slug={slug} name={member.orgName} />
        <p>
          <Link href="/account/businesses" className="font-medium text-link">
            Keep it
          </Link>
        </p>
      </div>
    </>
  );
}
