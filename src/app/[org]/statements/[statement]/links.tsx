// The links that open this statement without signing in: how many still do, until when, and an end to all of them.
import { msOf } from "@/domain/values/instant.ts";
import { countOf } from "@/domain/count-of.ts";
import { now } from "@/server/clock.ts";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { MakeLink } from "./make-link.tsx";
import type { IssuedStatement } from "./read-statement.ts";
import { WithdrawLinks } from "./withdraw-links.tsx";

type Props = { org: string; issued: IssuedStatement; place: DateStyle; mayIssue: boolean };

const SHOWN = 5;

export function Links({ org, issued, place, mayIssue }: Props) {
  const at = now().getTime();
  const live = issued.links.filter((link) => link.revokedAt === null && msOf(link.expiresAt) > at);
  const gone = issued.links.length - live.length;
  const given = { org, statementId: issued.statementId };
  return (
    <Section
      id="links"
      title="Links"
      note={live.length > 0 ? `${countOf(live.length, "link")} in use` : null}
    >
      <Card>
        {live.length === 0 ? (
          <p className="px-4 py-3 text-soft">
            {gone === 0
              ? "No link opens this statement yet. Every mail carries one of its own."
              : "No link opens this statement any more: all have expired or were withdrawn."}
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {live.slice(0, SHOWN).map((link) => (
              <li key={link.id} className="flex flex-wrap justify-between gap-x-3 px-4 py-2.5">
                <span>{link.createdBy === null ? "In a mail" : "Made by hand"}</span>
                <span className="text-13 text-soft">
                  until <InstantText at={link.expiresAt} {...place} />
                </span>
              </li>
            ))}
            {live.length > SHOWN ? (
              <li className="px-4 py-2.5 text-soft">and {countOf(live.length - SHOWN, "more", "more")}</li>
            ) : null}
          </ul>
        )}
        {mayIssue ? (
          <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
            <MakeLink {...given} place={place} />
            {live.length > 0 ? <WithdrawLinks {...given} count={live.length} /> : null}
          </div>
        ) : null}
      </Card>
    </Section>
  );
}
