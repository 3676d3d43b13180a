// What this customer's sales are taxed with, and the certificate by which they aren't.
import { exemptionState } from "@/domain/ledger/tax-in-force.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import type { Day } from "@/domain/values/day.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toAttachment } from "../../../../_shell/links.ts";
import { ChooseTax } from "./choose-tax.tsx";
import { EndExemption, Exempt } from "./exempt.tsx";

type Props = {
  org: string;
  customerId: string;
  mayWrite: boolean;
  taxes: RouterOutputs["taxes"]["read"];
  own: RouterOutputs["taxes"]["ofCustomer"];
  files: RouterOutputs["attachments"]["list"];
  locale: string;
  today: Day;
};

export function CustomerTax({ org, customerId, mayWrite, taxes, own, files, locale, today }: Props) {
  const { exemption } = own;
  const choices = [...taxes.rates, ...taxes.combined].filter(
    ({ archived, rateId }) => !archived || rateId === own.rateId,
  );
  const standard = choices.find(({ isDefault }) => isDefault)?.name ?? "none";
  return (
    <Section
      id="tax"
      title="Tax"
      end={
        mayWrite ? (
          <>
            <Exempt org={org} customerId={customerId} files={files} />
            {exemption ? <EndExemption org={org} customerId={customerId} /> : null}
          </>
        ) : null
      }
    >
      <Card padded>
        <div className="grid gap-4">
          {mayWrite && choices.length > 0 ? (
            <ChooseTax
              key={own.rateId}
              org={org}
              customerId={customerId}
              rateId={own.rateId}
              choices={choices.map(({ rateId: id, name }) => ({ id, name }))}
              standard={standard}
            />
          ) : (
            <p>{own.rateName ?? `As the business’s own: ${standard}`}</p>
          )}
          {exemption ? (
            <p className="flex flex-wrap items-baseline gap-2">
              <State state={exemptionState(exemption, today)} />
              <span>
                Certificate {exemption.certificate}
                {exemption.expiresOn ? `, until ${formatDay(exemption.expiresOn, locale)}` : ""}
              </span>
              {exemption.attachmentId ? (
                <Link href={toAttachment(org, exemption.attachmentId)} className="text-link">
                  {exemption.fileName}
                </Link>
              ) : null}
            </p>
          ) : null}
        </div>
      </Card>
    </Section>
  );
}

function State({ state }: { state: ReturnType<typeof exemptionState> }) {
  if (state === "holds") return <Tag tone="good">Tax exempt</Tag>;
  if (state === "ends-soon") return <Tag tone="soon">Tax exempt, ends soon</Tag>;
  return <Tag tone="late">Exemption expired: taxed</Tag>;
}
