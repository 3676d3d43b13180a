// A mail that came back, as services tell it over the wire: our own shape, and those of SendGrid and Mailgun. Each is known by
// the Message-ID that we gave it; what else they tell is nobody's business here.
import { z } from "zod";
import { bounceOf, type Bounce } from "./bounce.ts";

export type ToldBounce = { messageId: string; recipient: string; bounce: Bounce };

const MOST_SIGNS = 2000;
const Text = z.string().transform((text) => text.slice(0, MOST_SIGNS));
/** What a service may leave out, or tell in a manner of its own: nothing is lost over it. */
const Words = Text.catch("");
const Address = z.string().max(320);

const Ours = z
  .object({ messageId: Text, recipient: Address, status: Text, reason: Words })
  .transform(({ messageId, recipient, status, reason }) => [
    { messageId, recipient, bounce: bounceOf(status, reason) },
  ]);

const SendGridBounce = z.object({
  event: z.literal("bounce"),
  email: Address,
  "smtp-id": Text,
  status: Words,
  reason: Words,
});

/** Events of all kinds in one batch, however many: each is read by itself. */
const SendGrid = z.array(z.unknown()).transform((events) =>
  events.flatMap((each) => {
    const { data } = SendGridBounce.safeParse(each);
    if (!data) return [];
    const { email: recipient, status, reason, "smtp-id": messageId } = data;
    return [{ messageId, recipient, bounce: bounceOf(status, reason) }];
  }),
);

const Mailgun = z
  .object({
    "event-data": z.object({
      event: Text,
      severity: Text.default("permanent"),
      recipient: Address,
      message: z.object({ headers: z.object({ "message-id": Text }) }),
      "delivery-status": z
        .object({
          "enhanced-code": Words,
          description: Words,
          message: Words,
        })
        .prefault({ "enhanced-code": "", description: "", message: "" }),
    }),
  })
  .transform(({ "event-data": { event, severity, recipient, message, "delivery-status": status } }) => {
    // "temporary" is tried again by itself.
    if (event !== "failed" || severity !== "permanent") return [];
    const reason = status.description || status.message;
    return [
      {
        messageId: message.headers["message-id"],
        recipient,
        bounce: bounceOf(status["enhanced-code"], reason),
      },
    ];
  });

const Told = z.union([Ours, Mailgun, SendGrid]);

/** Empty for what isn't one of these, and for news of other kinds. */
export function readToldBounces(told: unknown): ToldBounce[] {
  const read = Told.safeParse(told);
  return read.success ? read.data : [];
}
