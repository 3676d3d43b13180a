// How a try of a mail ended.
import type { Delivery } from "../auth/mailer.ts";

export type Gone =
  | { status: "sent" }
  | { status: "retry"; error: string; slow: boolean; taken: boolean }
  | { status: "failed"; error: string };

export function goneBy(delivery: Delivery): Gone {
  if (delivery.status === "sent") return { status: "sent" };
  return delivery.status === "retry" ? delivery : { status: "failed", error: delivery.error };
}
