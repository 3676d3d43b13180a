// The links that stand for this customer's people until they are withdrawn: who has one, who made it, and whether it was used.
import { apiFor } from "@/server/api.ts";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText } from "@/ui/instant.tsx";
import type { CurrentMember } from "../../../../_shell/current-member.ts";
import { MakeStandingLink } from "./make-standing-link.tsx";
import { WithdrawStandingLink } from "./withdraw-standing-link.tsx";

type Props = { here: CurrentMember; customerId: string; hasStatement: boolean; contacts: readonly string[] };

export async function StandingLinks({ here, customerId, hasStatement, contacts }: Props) {
  const { slug: org, locale, zone, currency } = here.org;
  const links = await (await apiFor(org)).standingLinks.list({ customer: customerId, currency });
  const mayMake = here.permissions.includes("statement:issue");
  if (links.length === 0 && !mayMake) return null;
  return (
    <Section
      id="standing"
      title="Standing links"
      note="open the newest statement and the account as it is, until you withdraw them"
    >
      <Card>
        {links.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            {hasStatement
              ? "Nobody has one. Give one to who pays the bills, and they needn’t look for a mail."
              : "Issue a statement first: a standing link opens the newest one."}
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {links.map((link) => (
              <li key={link.linkId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
                <div className="min-w-0 flex-1">
                  <p className="font-medium wrap-anywhere">{link.forWhom}</p>
                  <p className="text-13 text-soft">
                    made by {link.madeBy}, <InstantText at={link.madeAt} locale={locale} zone={zone} />
                    {link.openedAt === null ? null : (
                      <>
                        {" "}
                        · seen <InstantText at={link.openedAt} locale={locale} zone={zone} />
                      </>
                    )}
                  </p>
                </div>
                {mayMake ? <WithdrawStandingLink org={org} link={link} /> : null}
              </li>
            ))}
          </ul>
        )}
        {mayMake && hasStatement ? (
          <div className="border-t border-line px-4 py-3">
            <MakeStandingLink org={org} customer={customerId} currency={currency} contacts={contacts} />
          </div>
        ) : null}
      </Card>
    </Section>
  );
}
