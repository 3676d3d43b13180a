// The frame of the API's document: its name, a box to search it, and its parts. Anybody may read it.
import Form from "next/form";
import type { ReactNode } from "react";
import { docNouns } from "@/server/rest/docs.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { Link } from "@/ui/link.tsx";
import { toDocs, toNoun } from "./docs-links.ts";

export default function DocsFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 desk:py-10">
      <header className="mb-6 flex flex-wrap items-end gap-4 border-b border-line pb-5">
        <p className="text-20 font-semibold desk:flex-1">
          <Link href={toDocs()} className="touch:inline-block touch:py-2">
            Onaccount API
          </Link>
        </p>
        <Form action={toDocs()} role="search" className="flex w-full items-end gap-2 desk:w-96 print:hidden">
          <div className="min-w-0 flex-1">
            <Field
              label="Search the document"
              name="search"
              type="search"
              autoComplete="off"
              maxLength={200}
            />
          </div>
          <Button type="submit">Search</Button>
        </Form>
      </header>
      <div className="grid items-start gap-8 desk:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label="Parts of the API" className="print:hidden desk:sticky desk:top-6">
          <ul className="flex flex-wrap gap-x-4 desk:grid">
            {docNouns().map(({ slug, name }) => (
              <li key={slug}>
                <Link
                  href={toNoun(slug)}
                  className="inline-flex min-w-11 items-center py-1 text-soft hover:text-ink touch:min-h-11"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <main className="min-w-0">{children}</main>
      </div>
    </div>
  );
}
