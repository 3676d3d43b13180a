// A mail that came back, as services tell it over the wire: our own shape, and those of SendGrid, Mailgun and Amazon SES. Each is
// known by the Message-ID that we gave it; what else they tell is nobody's business here.
import { z } from "zod";
import { bounceOf, type Bounce } from "./bounce.ts";

export type ToldBounce = { messageId: string; recipient: string; bounce: Bounce };

const Text = z.string().max(2000);
const Address = z.string().max(320);

const Ours = z
  .object({ messageId: Text, recipient: Address, status: Text, reason: Text.default("") })
  .transform(({ messageId, recipient, status, reason }) => [
    { messageId, recipient, bounce: bounceOf(status, reason) },
  ]);

const SendGrid = z
  .array(
    z.object({
      event: Text,
      email: Address.default(""),
      "smtp-id": Text.default(""),
      status: Text.default(""),
      reason: Text.default(""),
    }),
  )
  .max(1000)
  .transform((events) =>
    events
      .filter(({ event }) => event === "bounce")
      .map(({ email, status, reason, "smtp-id": messageId }) => ({
        messageId,
        recipient: email,
        bounce: bounceOf(status, reason),
      })),
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
          "enhanced-code": Text.default(""),
          description: Text.default(""),
          message: Text.default(""),
        })
        .prefault({}),
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

const Ses = z
  .object({
    notificationType: z.literal("Bounce"),
    bounce: z.object({
      bounceType: Text,
      bouncedRecipients: z
        .array(
          z.object({ emailAddress: Address, status: Text.default(""), diagnosticCode: Text.default("") }),
        )
        .max(100),
    }),
    mail: z.object({
      headers: z
        .array(z.object({ name: Text, value: z.string() }))
        .max(500)
        .default([]),
    }),
  })
  .transform(({ bounce, mail }) => {
    const messageId = mail.headers.find(({ name }) => name.toLowerCase() === "message-id")?.value ?? "";
    return bounce.bouncedRecipients.map(({ emailAddress, status, diagnosticCode }) => ({
      messageId,
      recipient: emailAddress,
      bounce: bounceOf(status || (bounce.bounceType === "Transient" ? "4.0.0" : "5.0.0"), diagnosticCode),
    }));
  });

const Told = z.union([Ours, Mailgun, Ses, SendGrid]);

/** Empty for what isn't one of these, and for news of other kinds. */
export function readToldBounces(told: unknown): ToldBounce[] {
  const read = Told.safeParse(told);
  return read.success ? read.data : [];
}
