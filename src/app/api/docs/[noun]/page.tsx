// One part of the API: each of its addresses with what it takes, what it answers, and an example of both.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { appUrl } from "@/server/rest/app-url.ts";
import { docNouns, docRoutes, type DocField, type DocRoute } from "@/server/rest/docs.ts";
import { Card } from "@/ui/card.tsx";
import { Code, Words } from "../code.tsx";

type Props = PageProps<"/api/docs/[noun]">;

const nounOf = async ({ params }: Props) => {
  const { noun: slug } = await params;
  return docNouns().find((each) => each.slug === slug);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `${(await nounOf(props))?.name ?? "Nothing here"} · API` };
}

export default async function DocsOfNoun(props: Props) {
  const noun = await nounOf(props);
  if (!noun) notFound();
  return (
    <>
      <h1 className="text-20 font-semibold">{noun.name}</h1>
      <p className="mt-1 max-w-prose text-soft">{noun.says}</p>
      {docRoutes(appUrl(), noun.slug).map((route) => (
        <OneRoute key={route.id} route={route} />
      ))}
    </>
  );
}

function OneRoute({ route }: { route: DocRoute }) {
  return (
    <section id={route.id} aria-labelledby={`${route.id}-title`} className="mt-8 scroll-mt-6">
      <h2 id={`${route.id}-title`} className="text-16 font-semibold">
        {route.says}
      </h2>
      <p className="my-1 font-mono text-13 wrap-anywhere">
        {route.method} {route.path}
      </p>
      {route.more ? (
        <p className="max-w-prose text-soft">
          <Words text={route.more} />
        </p>
      ) : null}
      <p className="text-13 text-soft">
        Takes the scope {route.scope}
        {route.alsoTakes ? `, and ${route.alsoTakes} for some of it` : ""}.
        {route.isChange ? " Send an Idempotency-Key." : ""}
      </p>
      <Fields title="Takes" fields={route.fields} none="Nothing." />
      {route.largest === null ? null : (
        <p className="mb-3 text-13 text-soft">The body is the file as it is, {route.largest} at most.</p>
      )}
      <Code>{route.asked}</Code>
      {route.isFile ? (
        <p className="mt-3 text-13 text-soft">Answers the document itself, as application/pdf.</p>
      ) : (
        <>
          <Fields title="Answers" fields={route.answers} none="Nothing." />
          <details className="text-13">
            <summary className="cursor-pointer py-1 touch:py-3">An answer</summary>
            <Code>{route.answered}</Code>
          </details>
        </>
      )}
    </section>
  );
}

function Fields({ title, fields, none }: { title: string; fields: readonly DocField[]; none: string }) {
  return (
    <div className="my-3">
      <h3 className="mb-1 text-13 font-semibold text-soft">{title}</h3>
      {fields.length === 0 ? (
        <p className="text-13 text-soft">{none}</p>
      ) : (
        <Card>
          <dl className="divide-y divide-line">
            {fields.map((field) => (
              <div key={field.name} className="flex flex-wrap items-baseline gap-x-3 px-4 py-1.5 text-13">
                <dt className="min-w-0 font-mono wrap-anywhere desk:w-72">{field.name}</dt>
                <dd className="min-w-0 flex-1 text-soft wrap-anywhere">
                  {field.type}
                  {title === "Answers" ? "" : field.where === "body" ? "" : `, in the ${field.where}`}
                  {title === "Answers" || field.needed ? "" : ", may be left out"}
                  {field.about ? `. ${field.about}` : ""}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </div>
  );
}
