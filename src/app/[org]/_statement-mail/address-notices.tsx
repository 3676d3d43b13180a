// On a customer: which of their addresses mail comes back from, and why; and which asked for no mails that come by themselves.
import { apiFor } from "@/server/api.ts";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ClearBounce } from "./clear-bounce.tsx";
import { UndoStop } from "./undo-stop.tsx";

type Props = { org: string; addresses: readonly (string | null)[]; place: DateStyle; mayWrite: boolean };

export async function AddressNotices({ org, addresses, place, mayWrite }: Props) {
  const given = addresses.flatMap((each) => each ?? []);
  if (given.length === 0) return null;
  const api = await apiFor(org);
  const asked = { addresses: given.slice(0, 200) };
  const [bounced, stopped] = await Promise.all([api.bounces.of(asked), api.mailStops.of(asked)]);
  const stops = stopped.map(({ address, stoppedAt }) => (
    <div key={`stopped ${address}`} className="mb-4">
      <Notice tone="soon" title={`${address} wants no statements that come by themselves`}>
        <p>
          Asked for <InstantText at={stoppedAt} {...place} />, in a mail. Runs of a schedule leave it out;
          what you send by hand goes to it.
        </p>
        {mayWrite ? <UndoStop org={org} address={address} /> : null}
      </Notice>
    </div>
  ));
  const bounces = bounced.map(({ address, code, reason, bouncedAt }) => (
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
  return [...bounces, ...stops];
}
