// How the API is asked: keys, amounts, pages, changes that are done once, and what can go wrong; or what a search finds.
import type { Metadata } from "next";
import { appUrl } from "@/server/rest/app-url.ts";
import { docNouns, docRoutes, searchDocs } from "@/server/rest/docs.ts";
import { Guide } from "./guide.tsx";
import { Problems } from "./problems.tsx";
import { RouteList } from "./route-list.tsx";

export const metadata: Metadata = { title: "API" };

export default async function Docs({ searchParams }: PageProps<"/api/docs">) {
  const { search } = await searchParams;
  const asked = typeof search === "string" ? search.trim().slice(0, 200) : "";
  if (asked !== "") return <Found search={asked} />;
  const routes = docRoutes(appUrl());
  return (
    <>
      <h1 className="text-20 font-semibold">Work with the books from a program</h1>
      <Guide server={appUrl()} />
      {docNouns().map((noun) => (
        <RouteList
          key={noun.slug}
          title={noun.name}
          about={noun.says}
          routes={routes.filter((each) => each.noun === noun.slug)}
        />
      ))}
      <Problems />
    </>
  );
}

function Found({ search }: { search: string }) {
  const found = searchDocs(appUrl(), search);
  return (
    <>
      <h1 className="text-20 font-semibold wrap-anywhere">What has “{search}”</h1>
      {found.length === 0 ? (
        <p className="mt-3 text-soft">
          Nothing. Try the name of a field, like account_id, or a part of an address.
        </p>
      ) : (
        <RouteList title={`${found.length} ${found.length === 1 ? "address" : "addresses"}`} routes={found} />
      )}
    </>
  );
}
