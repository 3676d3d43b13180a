// One event of the books, with its journal and its link in the chain, and who recorded it; reversing one; and all of them in
// their order, for programs.
import { z } from "zod";
import { listEvents } from "@/books/business/event-feed.ts";
import { readEvent } from "@/books/corrections/events.ts";
import { readReversalPreview } from "@/books/corrections/reversal-preview.ts";
import type { Books } from "@/books/open.ts";
import { reverseEvent } from "@/books/corrections/reversals.ts";
import { apiKeyName } from "@/db/directory/api-keys.ts";
import { personById } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { EventsQuery } from "@/domain/business/told-event.ts";
import { NewReversal } from "@/domain/corrections/reversal-input.ts";
import { EventId } from "@/domain/ledger/event-input.ts";
import { AtMoment, KnownAt } from "../moment-query.ts";
import { allow, command, router } from "../trpc.ts";

const Since = KnownAt.meta({ description: "What was recorded then or later." }).optional();

export const eventsRouter = router({
  /** Page by page from the first one on, in the order and the form in which webhooks tell them. */
  list: allow("account:read", { isFinal: true })
    .input(EventsQuery.extend({ ...AtMoment, since: Since }))
    .query(({ ctx, input: { knownAt: _knownAt, ...asked } }) =>
      listEvents(ctx.books, { ...asked, until: present(ctx.knownAt, "this door asks for it") }),
    ),

  read: allow("account:read")
    .input(z.strictObject({ eventId: EventId }))
    .query(async ({ ctx, input }) => {
      const { subject, ...event } = await readEvent(ctx.books, input.eventId);
      return { ...event, by: await nameOf(ctx.books, subject) };
    }),

  /** What reversing it would do. */
  previewReversal: allow("event:reverse")
    .input(z.strictObject({ eventId: EventId }))
    .query(({ ctx, input }) => readReversalPreview(ctx.books, input.eventId)),

  reverse: command("event:reverse")
    .input(NewReversal)
    .mutation(({ ctx, input }) => reverseEvent(ctx.books, input)),
});

/** Of a person only what their colleagues know them by; of a program the name of its key. */
async function nameOf({ tx }: Books, subject: string): Promise<string> {
  const [kind, id] = subject.split(":");
  if (kind === "link") return "A statement link";
  if (kind === "key" && id !== undefined) return (await apiKeyName(id, tx)) ?? "A program";
  if (kind !== "user" || id === undefined) return "Onaccount";
  return (await personById(id, tx))?.name ?? "Somebody who is no longer here";
}
