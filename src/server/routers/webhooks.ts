// Webhooks of the business: where its events are sent, with what secret, what was sent, and sending it again.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  changeEndpoint,
  endSecretBefore,
  makeEndpoint,
  pauseEndpoint,
  readEndpoint,
  readEndpoints,
  removeEndpoint,
  replayFrom,
  replayOne,
  resumeEndpoint,
  rotateSecret,
} from "@/books/business/webhooks.ts";
import { readDeliveries } from "@/books/business/webhook-deliveries.ts";
import {
  EndpointId,
  NewWebhook,
  OneDelivery,
  ReplayFrom,
  WebhookChange,
} from "@/domain/business/webhook-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { allow, command, router } from "../trpc.ts";
import type { Books } from "@/books/open.ts";
import type { Actor } from "../actor.ts";
import { askForDelivery } from "../webhooks/ask-for-delivery.ts";
import { faultOfUrl } from "../webhooks/post-safely.ts";
import { newSecret, sealSecret } from "../webhooks/signature.ts";

type Changed = { endpointId: string };
type Open = { books: Books; member: Actor };

/** Something may be sent now: nobody waits for the next look. */
async function atOnce({ books, member }: Open, changed: Promise<Changed>): Promise<Changed> {
  const { endpointId } = await changed;
  await askForDelivery(books, member, endpointId);
  return { endpointId };
}

function refuseUrl(url: string): void {
  const fault = faultOfUrl(url);
  if (fault !== null) throw new Refusal("webhook-address", { field: "url", fault });
}

export const webhooksRouter = router({
  list: allow("settings:change")
    .input(z.strictObject({}))
    .query(({ ctx }) => readEndpoints(ctx.books)),

  read: allow("settings:change")
    .input(z.strictObject({ endpointId: z.string().max(60), after: z.string().max(100).optional() }))
    .query(async ({ ctx, input }) => {
      const endpoint = await readEndpoint(ctx.books, input.endpointId);
      const { endpointId } = endpoint;
      return { endpoint, ...(await readDeliveries(ctx.books, { endpointId, after: input.after })) };
    }),

  /** The secret is shown this once, and kept sealed. */
  make: command("settings:change", { shownOnce: true })
    .input(NewWebhook)
    .mutation(async ({ ctx, input }) => {
      refuseUrl(input.url);
      const [endpointId, secret] = [randomUUID(), newSecret()];
      const sealed = sealSecret(ctx.member, endpointId, secret);
      await atOnce(ctx, makeEndpoint(ctx.books, { ...input, endpointId, secret: sealed }));
      return { endpointId, secret };
    }),

  change: command("settings:change")
    .input(WebhookChange)
    .mutation(({ ctx, input }) => {
      refuseUrl(input.url);
      return atOnce(ctx, changeEndpoint(ctx.books, input));
    }),

  pause: command("settings:change")
    .input(EndpointId)
    .mutation(({ ctx, input }) => pauseEndpoint(ctx.books, input.endpointId)),

  resume: command("settings:change")
    .input(EndpointId)
    .mutation(({ ctx, input }) => atOnce(ctx, resumeEndpoint(ctx.books, input.endpointId))),

  remove: command("settings:change")
    .input(EndpointId)
    .mutation(({ ctx, input }) => removeEndpoint(ctx.books, input.endpointId)),

  /** A new secret beside the one before it, shown this once. */
  rotate: command("settings:change", { shownOnce: true })
    .input(EndpointId)
    .mutation(async ({ ctx, input: { endpointId } }) => {
      const secret = newSecret();
      await rotateSecret(ctx.books, { endpointId, secret: sealSecret(ctx.member, endpointId, secret) });
      return { endpointId, secret };
    }),

  endSecretBefore: command("settings:change")
    .input(EndpointId)
    .mutation(({ ctx, input }) => endSecretBefore(ctx.books, input.endpointId)),

  replayOne: command("settings:change")
    .input(OneDelivery)
    .mutation(({ ctx, input }) => atOnce(ctx, replayOne(ctx.books, input))),

  replayFrom: command("settings:change")
    .input(ReplayFrom)
    .mutation(({ ctx, input }) => atOnce(ctx, replayFrom(ctx.books, input))),
});
