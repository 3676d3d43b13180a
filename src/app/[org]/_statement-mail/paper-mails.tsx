// The mails of an invoice or a credit memo, how each is doing, and an end to the links in them.
import { msOf } from "@/domain/values/instant.ts";
import { apiFor } from "@/server/api.ts";
import { now } from "@/server/clock.ts";
import type { CurrentMember } from "../_shell/current-member.ts";
import { Mails } from "./mails.tsx";
import { WithdrawPaperLinks } from "./withdraw-paper-links.tsx";

type Props = { here: CurrentMember; paper: { kind: "invoice" | "credit-memo"; id: string } };

/** Nothing while it was never mailed: the button to do so stands above. */
export async function PaperMails({ here, paper }: Props) {
  const { slug: org, locale, zone } = here.org;
  const { mails, links, goesOut } = await (await apiFor(org)).mails.list(paper);
  if (mails.length === 0) return null;
  const at = now().getTime();
  const live = links.filter((link) => link.revokedAt === null && msOf(link.expiresAt) > at).length;
  return (
    <>
      <Mails mails={mails} place={{ locale, zone }} goesOut={goesOut} />
      {live > 0 && here.permissions.includes("invoice:write") ? (
        <div className="mt-2">
          <WithdrawPaperLinks org={org} paper={paper} count={live} />
        </div>
      ) : null}
    </>
  );
}
