// What customers said by the links of their statements: what they object to, when they will pay, and what they ask.
import { MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { SAID, SAID_SHOWN, saidList, type SaidKind } from "@/domain/collections/said.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Empty } from "@/ui/empty.tsx";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { Link } from "@/ui/link.tsx";
import { listLinks } from "../../_lists/list-links.ts";
import { ListScreen } from "../../_lists/list-screen.tsx";
import { saidColumns } from "../../_lists/said-columns.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toCustomers, toSaid, toStatements } from "../../_shell/links.ts";
import { AnswerQuestion } from "./answer-question.tsx";

export const metadata: Metadata = { title: "From customers" };

export default async function SaidPage({ params, searchParams }: PageProps<"/[org]/customers/said">) {
  const { org } = await params;
  const query = saidList.read(await searchParams);
  const links = listLinks(saidList, query, (asked) => toSaid(org, asked));
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const page = await api.collections.list(query);
  const { kind, show = "open" } = query;
  const mayAnswer = here.permissions.includes("customer:write");
  const kinds: readonly (SaidKind | undefined)[] = [undefined, "dispute", "promise", "question"];
  return (
    <ListScreen
      here={here}
      links={links}
      page={page}
      title="From customers"
      what="things that customers said"
      caption="What customers said"
      columns={saidColumns({
        org: here.org,
        sortBy: links.sortBy,
        answer: mayAnswer ? (row) => <AnswerQuestion org={org} question={row} /> : null,
      })}
      rowKey={(row) => row.saidId}
      rowLinks={false}
      about={
        <Link href={toCustomers(org)} className="text-link">
          All customers
        </Link>
      }
      filters={
        <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
          <FilterLinks
            label="Dealt with or not"
            links={(["open", "all"] as const).map((each) => ({
              words: SAID_SHOWN[each],
              href: links.to({ show: each === "open" ? undefined : each }),
              on: each === show,
            }))}
          />
          <FilterLinks
            label="What was said"
            links={kinds.map((each) => ({
              words: each ? SAID[each] : "Everything",
              href: links.to({ kind: each }),
              on: each === kind,
            }))}
          />
        </div>
      }
      none={
        links.isFiltered ? (
          <Empty
            icon={<MessageSquare />}
            title="Nothing matches"
            action={<ButtonLink href={links.all}>Show what is open</ButtonLink>}
          />
        ) : (
          <Empty
            icon={<MessageSquare />}
            title="Nothing is open"
            action={<ButtonLink href={toStatements(org)}>Statements</ButtonLink>}
          >
            By the link in their statement’s mail customers dispute an invoice, promise a day, or send what
            differs from their own books. It comes here, and by mail to whoever sends statements.
          </Empty>
        )
      }
    />
  );
}
