// One event of the books, with its journal and its link in the chain, and who recorded it.
import { z } from "zod";
import { readEvent } from "@/books/events.ts";
import type { Books } from "@/books/open.ts";
import { personById } from "@/db/directory/people.ts";
import { allow, router } from "../trpc.ts";

export const eventsRouter = router({
  read: allow("account:read")
    .input(z.strictObject({ eventId: z.number().int().positive() }))
    .query(async ({ ctx, input }) => {
      const { subject, ...event } = await readEvent(ctx.books, input.eventId);
      return { ...event, by: await nameOf(ctx.books, subject) };
    }),
});

/** Of a person only what their colleagues know them by. */
async function nameOf({ tx }: Books, subject: string): Promise<string> {
  const [kind, id] = subject.split(":");
  if (kind === "link") return "A statement link";
  if (kind !== "user" || id === undefined) return "Onaccount";
  return (await personById(id, tx))?.name ?? "Somebody who is no longer here";
}
