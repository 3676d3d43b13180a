// On a customer: which of their addresses mail comes back from, and why.
import { apiFor } from "@/server/api.ts";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ClearBounce } from "./clear-bounce.tsx";

type Props = { org: string; addresses: readonly (string | null)[]; place: DateStyle; mayWrite: boolean };

export async function BouncedNotice({ org, addresses, place, mayWrite }: Props) {
  const given = addresses.flatMap((each) => each ?? []);
  if (given.length === 0) return null;
  const bounced = await (await apiFor(org)).bounces.of({ addresses: given.slice(0, 200) });
  return bounced.map(({ address, code, reason, bouncedAt }) => (
    <div key={address} className="mb-4">
      <Notice tone="late" title={`Mail to ${address} comes back`}>
        <p className="wrap-anywhere">
          <InstantText at={bouncedAt} {...place} />: {reason || code}. No run mails it until the address is
          corrected, or you say that it is right.
        </p>
        {mayWrite ? <ClearBounce org={org} address={address} /> : null}
      </Notice>
    </div>
  ));
}
