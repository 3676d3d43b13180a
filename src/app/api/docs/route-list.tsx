// Addresses of the API with what each does; each leads to its fields.
import type { DocRoute } from "@/server/rest/docs.ts";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { toRoute } from "./docs-links.ts";

type Props = { title: string; about?: string; routes: readonly DocRoute[] };

export function RouteList({ title, about, routes }: Props) {
  return (
    <section className="mt-7">
      <h2 className="text-14 font-semibold">{title}</h2>
      {about ? <p className="mb-2 max-w-prose text-13 text-soft">{about}</p> : null}
      <Card>
        <ul className="divide-y divide-line">
          {routes.map((route) => (
            <li key={route.id}>
              <Link
                href={toRoute(route.noun, route.id)}
                className="flex flex-wrap items-baseline gap-x-3 px-4 py-2 hover:bg-hover touch:py-3"
              >
                <span className="w-14 font-mono text-12 font-medium text-soft">{route.method}</span>
                <span className="min-w-0 flex-1 font-mono text-13 wrap-anywhere">{route.path}</span>
                <span className="text-13 text-soft max-desk:w-full">{route.says}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
