// The files kept with something. Attaching and removing go by server/attachments.ts, since bytes don't travel as JSON.
import { z } from "zod";
import { listAttachments } from "@/books/business/attachments.ts";
import { ATTACHED_TO, maySeeFiles, type AttachedTo } from "@/domain/business/attachment.ts";
import { Refusal } from "@/domain/refusal.ts";
import { may } from "../actor.ts";
import { allow, router } from "../trpc.ts";

export const attachmentsRouter = router({
  list: allow("account:read")
    .input(z.strictObject({ kind: z.enum(Object.keys(ATTACHED_TO) as AttachedTo[]), id: z.string().max(60) }))
    .query(({ ctx, input }) => {
      const permission = maySeeFiles(input.kind);
      if (!may(ctx.member, permission)) throw new Refusal("not-allowed", { permission });
      return listAttachments(ctx.books, input);
    }),
});
