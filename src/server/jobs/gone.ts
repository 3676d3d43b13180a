// How a try of a mail ended.
import { bounceOf, type Bounce } from "@/domain/statements/bounce.ts";
import type { Delivery } from "../auth/mailer.ts";

/** `linkId`: the link in the mail. `bounce`: where its server said at once that there is no such address. */
export type Gone = (
  | { status: "sent" }
  | { status: "retry"; error: string; slow: boolean; taken: boolean }
  | { status: "failed"; error: string; bounce?: Bounce }
) & { linkId: string };

export function goneBy(delivery: Delivery, linkId: string): Gone {
  if (delivery.status === "sent") return { status: "sent", linkId };
  if (delivery.status === "retry") return { ...delivery, linkId };
  const bounce = delivery.refused === undefined ? null : bounceOf("", delivery.refused);
  return {
    status: "failed",
    error: delivery.error,
    linkId,
    ...(bounce?.kind === "hard" && { bounce }),
  };
}
