// How a try of a mail ended.
import type { Delivery } from "../auth/mailer.ts";

/** `linkId`: the link in the mail. */
export type Gone = (
  | { status: "sent" }
  | { status: "retry"; error: string; slow: boolean; taken: boolean }
  | { status: "failed"; error: string }
) & { linkId: string };

export function goneBy(delivery: Delivery, linkId: string): Gone {
  if (delivery.status === "sent") return { status: "sent", linkId };
  return delivery.status === "retry"
    ? { ...delivery, linkId }
    : { status: "failed", error: delivery.error, linkId };
}
