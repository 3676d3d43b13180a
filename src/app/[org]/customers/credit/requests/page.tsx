// Changes of credit terms that wait for a second person: who asked, why, what it would change, and the answer.
import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { Table } from "@/ui/table.tsx";
import { requestColumns } from "../../../_lists/limit-request-columns.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { toCreditCustomers } from "../../../_shell/links.ts";
import { AnswerRequest } from "./answer-request.tsx";

export const metadata: Metadata = { title: "Waiting for approval" };

export default async function LimitRequestsPage({ params }: PageProps<"/[org]/customers/credit/requests">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  const requests = await api.credit.requests({});
  const mayAnswer = here.permissions.includes("limit:change");
  const { locale, zone } = here.org;
  return (
    <Screen
      title="Waiting for approval"
      about={
        <Link href={toCreditCustomers(org)} className="text-link">
          All credit customers
        </Link>
      }
    >
      <Card>
        {requests.length === 0 ? (
          <Empty
            icon={<ShieldCheck />}
            title="Nothing waits for approval"
            action={<ButtonLink href={toCreditCustomers(org)}>Credit customers</ButtonLink>}
          >
            A limit above the amount in the settings waits here until somebody else than who asked approves
            it.
          </Empty>
        ) : (
          <Table
            caption="Changes of credit terms that wait for approval, the longest waiting first"
            columns={requestColumns({
              org,
              locale,
              zone,
              answer: mayAnswer ? (request) => <AnswerRequest org={org} request={request} /> : null,
            })}
            rows={requests}
            rowKey={({ requestId }) => requestId}
          />
        )}
      </Card>
    </Screen>
  );
}
