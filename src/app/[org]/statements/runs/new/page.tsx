// Begins a run: which kind, of which day, for whom, and how they go out. Nothing goes out before its rehearsal is approved.
import type { Metadata } from "next";
import { addDays, monthOf } from "@/domain/values/day.ts";
import { apiFor } from "@/server/api.ts";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { RunForm } from "./run-form.tsx";

export const metadata: Metadata = { title: "New statement run" };

export default async function NewRunPage({ params }: PageProps<"/[org]/statements/runs/new">) {
  const { org } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("statement:issue"))
    return <NotAllowed title="New statement run" to="issuing statements" permission="statement:issue" />;
  const { today, currency, locale } = here.org;
  const [{ classes }, terms, labels] = await Promise.all([
    api.discounts.read({}),
    api.terms.list({}),
    api.labels.names({}),
  ]);
  return (
    <Screen
      title="New statement run"
      about={
        <p>
          First it is rehearsed: you see every statement’s balance and what to look at. Nothing is numbered or
          sent until you approve.
        </p>
      }
    >
      <RunForm
        org={org}
        today={today}
        monthEnd={addDays(monthOf(today), -1)}
        reading={{ currency, locale }}
        groups={{ classes: classes.map(({ id, name }) => ({ classId: id, name })), labels, terms }}
      />
    </Screen>
  );
}
