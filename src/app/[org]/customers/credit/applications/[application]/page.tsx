// One application for credit: what they say of themselves, how it scores and by which rules, and the answer.
import type { Metadata } from "next";
import { formatInstantDay } from "@/domain/values/instant.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { Attachments } from "../../../../_attachments/attachments.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { toApplications } from "../../../../_shell/credit-links.ts";
import { toCreditTerms, toLimitRequests } from "../../../../_shell/links.ts";
import { NotAllowed } from "../../../../_shell/not-allowed.tsx";
import { AnswerApplication } from "./answer-application.tsx";
import { Scored } from "./scored.tsx";

export const metadata: Metadata = { title: "Application for credit" };

type Application = RouterOutputs["applications"]["read"];

export default async function ApplicationPage({
  params,
}: PageProps<"/[org]/customers/credit/applications/[application]">) {
  const { org, application: applicationId } = await params;
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("limit:change"))
    return (
      <NotAllowed title="Application for credit" to="applications for credit" permission="limit:change" />
    );
  const application = await api.applications.read({ applicationId });
  const terms = await api.terms.list({});
  const { locale, zone, currency } = here.org;
  const write = (amount: Cents) => `${formatAmount(amount, currency, locale)} ${currency}`;
  return (
    <Screen
      title={`Application of ${application.business}`}
      about={
        <Link href={toApplications(org)} className="text-link">
          All applications
        </Link>
      }
    >
      {application.state === "waiting" && !application.isWithSecond ? null : (
        <div className="mb-4">
          <Answered org={org} application={application} />
        </div>
      )}
      <Card padded>
        <dl className="grid gap-x-8 gap-y-2 desk:grid-cols-2">
          {saidBy(application, write).map(([name, value]) => (
            <div key={name} className="flex flex-wrap justify-between gap-x-4">
              <dt className="text-soft">{name}</dt>
              <dd className="font-medium whitespace-pre-line wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 border-t border-line pt-3 text-13 text-soft">
          Agreed to on {formatInstantDay(application.appliedAt, locale, zone)}: “{application.consent}”
        </p>
      </Card>
      <Section
        id="score"
        title="How it scores"
        note={
          application.score.suggestedCents > 0
            ? `by these rules, ${write(application.score.suggestedCents)} would be given`
            : "by these rules, nothing would be given"
        }
      >
        <Card>
          <Scored score={application.score} />
        </Card>
      </Section>
      <Attachments org={org} subject={{ kind: "application", id: applicationId }} title="Papers" />
      {application.state === "waiting" && !application.isWithSecond ? (
        <Section id="answer" title="The answer" note="a person decides">
          <Card padded>
            <AnswerApplication
              org={org}
              locale={locale}
              currency={currency}
              offered={terms}
              application={application}
              madeBefore={application.customerId}
              suggestedCents={application.score.suggestedCents}
            />
          </Card>
        </Section>
      ) : null}
    </Screen>
  );
}

function Answered({ org, application }: { org: string; application: Application }) {
  const { state, isWithSecond, reason, told, decidedBy, customerId } = application;
  if (isWithSecond)
    return (
      <Notice tone="soon" title="The limit waits for a second person">
        {reason}{" "}
        <Link href={toLimitRequests(org)} className="text-link">
          Waiting for approval
        </Link>
      </Notice>
    );
  return (
    <Notice
      tone={state === "approved" ? "good" : "soon"}
      title={`${state === "approved" ? "Approved" : "Declined"} by ${decidedBy}`}
    >
      <p>{reason}</p>
      {told === "" ? null : <p className="whitespace-pre-line">They were told: “{told}”</p>}
      {customerId ? (
        <Link href={toCreditTerms(org, customerId)} className="text-link">
          Their credit terms
        </Link>
      ) : null}
    </Notice>
  );
}

function saidBy(application: Application, write: (amount: Cents) => string): [string, string][] {
  const { contact, email, phone, address, taxNumber, years, monthlyCents, wantedCents, references } =
    application;
  return [
    ["Contact", contact],
    ["E-mail", email],
    ["Phone", phone],
    ["Address", address],
    ["Tax number", taxNumber || "none"],
    ["Years in business", String(years)],
    ["Buys in a month", monthlyCents === 0 ? "not said" : write(monthlyCents)],
    ["Asks for", write(wantedCents)],
    ...references.map(({ name, contact: at }, index): [string, string] => [
      `Reference ${index + 1}`,
      at ? `${name}, ${at}` : name,
    ]),
  ];
}
