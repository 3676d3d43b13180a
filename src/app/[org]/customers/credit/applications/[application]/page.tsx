// One application for credit: what they say of themselves, how it scores and by which rules, and the answer.
import type { Metadata } from "next";
import { FORGOTTEN_AFTER } from "@/domain/credit/application.ts";
import { formatInstantDay } from "@/domain/values/instant.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Screen } from "@/ui/page.tsx";
import { Attachments } from "../../../../_attachments/attachments.tsx";
import { calledOf } from "../../../../_lists/application-columns.tsx";
import { readCurrentMember } from "../../../../_shell/current-member.ts";
import { toApplications } from "../../../../_shell/credit-links.ts";
import { toCreditTerms, toLimitRequests } from "../../../../_shell/links.ts";
import { NotAllowed } from "../../../../_shell/not-allowed.tsx";
import { AnswerApplication } from "./answer-application.tsx";
import { Scored } from "./scored.tsx";
import { CUSTOMER_STAYS } from "./told-words.ts";

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
  const on = (instant: string) => formatInstantDay(instant, locale, zone);
  return (
    <Screen
      title={`Application of ${calledOf(application)}`}
      about={
        <Link href={toApplications(org)} className="text-link">
          All applications
        </Link>
      }
    >
      {application.state === "waiting" && !application.isWithSecond ? null : (
        <div className="mb-4">
          <Answered org={org} application={application} on={on} />
        </div>
      )}
      {application.forgottenAt === null ? (
        <Said org={org} application={application} write={write} on={on} />
      ) : (
        <Card padded>
          <p>
            Who applied, what they wrote and their papers were removed on {on(application.forgottenAt)}, a
            year after the answer. They had asked for {write(application.wantedCents)}.
          </p>
        </Card>
      )}
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

type Write = (amount: Cents) => string;
type On = (instant: string) => string;

/** What they say of themselves, how that scores, and their papers. */
function Said({
  org,
  application,
  write,
  on,
}: {
  org: string;
  application: Application;
  write: Write;
  on: On;
}) {
  const { applicationId, score, appliedAt, consent } = application;
  return (
    <>
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
          Agreed to on {on(appliedAt)}: “{consent}”
        </p>
      </Card>
      <Section
        id="score"
        title="How it scores"
        note={
          score.suggestedCents > 0
            ? `by these rules, ${write(score.suggestedCents)} would be given`
            : "by these rules, nothing would be given"
        }
      >
        <Card>
          <Scored score={score} />
        </Card>
      </Section>
      <Attachments org={org} subject={{ kind: "application", id: applicationId }} title="Papers" />
    </>
  );
}

function Answered({ org, application, on }: { org: string; application: Application; on: On }) {
  const { state, isWithSecond, reason, told, decidedBy, decidedAt, customerId } = application;
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
      title={`${state === "approved" ? "Approved" : "Declined"} by ${decidedBy}${decidedAt === null ? "" : ` on ${on(decidedAt)}`}`}
    >
      {reason === "" ? null : <p>{reason}</p>}
      {told === "" ? null : <p className="whitespace-pre-line">They were told: “{told}”</p>}
      {state === "declined" && application.forgottenAt === null ? (
        <p>
          {FORGOTTEN_AFTER} months after that, who they are, what they wrote and their papers are removed from
          here.{customerId ? ` ${CUSTOMER_STAYS}` : ""}
        </p>
      ) : null}
      {customerId ? (
        <Link href={toCreditTerms(org, customerId)} className="text-link">
          Their credit terms
        </Link>
      ) : null}
    </Notice>
  );
}

function saidBy(application: Application, write: Write): [string, string][] {
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
