// What the release of held retainage waits for, line by line: set, met and opened again for as many lines as are chosen.
import type { Metadata } from "next";
import { z } from "zod";
import { readParams } from "@/domain/lists/search-params.ts";
import { Currency } from "@/domain/values/money-shapes.ts";
import { apiFor } from "@/server/api.ts";
import { ButtonLink } from "@/ui/button-link.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Screen } from "@/ui/page.tsx";
import { readCurrentMember } from "../../../_shell/current-member.ts";
import { currencyHref, toCustomer, toNewRetained } from "../../../_shell/links.ts";
import { NotAllowed } from "../../../_shell/not-allowed.tsx";
import { Beyond } from "../beyond.tsx";
import { NothingHeld } from "../nothing-held.tsx";
import { ConditionsForm } from "./conditions-form.tsx";

export const metadata: Metadata = { title: "Conditions of release" };

type Props = PageProps<"/[org]/invoices/retained/conditions">;

const PARAMS = { customer: z.string().max(100), currency: Currency, job: z.uuid() };

export default async function ConditionsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { customer = "", currency, job } = readParams(PARAMS, await searchParams);
  const [here, api] = await Promise.all([readCurrentMember(org), apiFor(org)]);
  if (!here.permissions.includes("invoice:write"))
    return <NotAllowed title="Conditions of release" to="billing retainage" permission="invoice:write" />;
  const held = await api.retainage.held({ customer, currency, jobId: job });
  const { lines, beyond } = held;
  const whose = { customer: held.customerId, ...currencyHref(held.currency, here.org.currency) };
  const may = lines.some((line) => line.since !== null);
  if (lines.length === 0)
    return (
      <Screen title="Conditions of release">
        <Card>
          <NothingHeld org={org} customerId={held.customerId}>
            {`Nothing of ${held.name}’s invoices is held back that you can bill.`}
          </NothingHeld>
        </Card>
      </Screen>
    );
  const { locale, today } = here.org;
  return (
    <Screen
      title="Conditions of release"
      about={
        <p>
          Held back by{" "}
          <Link
            href={toCustomer(org, held.customerId, currencyHref(held.currency, here.org.currency))}
            className="text-link"
          >
            {held.name}
          </Link>
        </p>
      }
      actions={
        may ? (
          <ButtonLink variant="primary" href={toNewRetained(org, { ...whose, job, may: "yes" })}>
            Bill what may be billed
          </ButtonLink>
        ) : null
      }
    >
      <Beyond beyond={beyond} shown={lines.length} currency={held.currency} locale={locale} />
      <ConditionsForm
        key={`${held.accountId} ${job ?? ""}`}
        org={org}
        lines={lines}
        currency={held.currency}
        place={{ locale, today }}
      />
    </Screen>
  );
}
