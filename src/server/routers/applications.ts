// Applications for credit: the link by which they come, those that came, and the answers.
import { z } from "zod";
import {
  closeApplications,
  readApplicationCode,
  renewApplicationCode,
} from "@/books/business/application-link.ts";
import { approveApplication, declineApplication } from "@/books/business/application-answers.ts";
import { listApplications, readApplication } from "@/books/business/credit-applications.ts";
import { ApprovedApplication, DeclinedApplication } from "@/domain/credit/application.ts";
import { applicationList } from "@/domain/credit/application-list.ts";
import { env } from "@/env.ts";
import { goesOut } from "../business-mail.ts";
import { newToken } from "../auth/tokens.ts";
import { enqueueApplication } from "../jobs/enqueue-application.ts";
import { enqueueLimitAsked } from "../jobs/enqueue-limit.ts";
import { allow, command, router } from "../trpc.ts";

/** zod's own type of an empty input leaves no room for the command's key beside it. */
const Nothing: z.ZodType<{}, {}> = z.strictObject({});

export const applicationsRouter = router({
  link: allow("limit:change")
    .input(z.strictObject({}))
    .query(async ({ ctx }) => {
      const code = await readApplicationCode(ctx.books);
      return { url: code === null ? null : `${env().APP_URL}/apply/${ctx.member.orgSlug}/${code}` };
    }),

  renewLink: command("limit:change")
    .input(Nothing)
    .mutation(({ ctx }) => renewApplicationCode(ctx.books, newToken())),

  closeLink: command("limit:change")
    .input(Nothing)
    .mutation(({ ctx }) => closeApplications(ctx.books)),

  list: allow("limit:change")
    .input(applicationList.query)
    .query(({ ctx, input }) => listApplications(ctx.books, input)),

  read: allow("limit:change")
    .input(z.strictObject({ applicationId: z.uuid() }))
    .query(async ({ ctx, input }) => ({
      ...(await readApplication(ctx.books, input.applicationId)),
      goesOut: await goesOut(ctx.books),
    })),

  approve: command("limit:change")
    .input(ApprovedApplication)
    .mutation(async ({ ctx, input }) => {
      const approved = await approveApplication(ctx.books, input);
      const { applicationId } = input;
      if (approved.requestId !== null) await enqueueLimitAsked(ctx.books, ctx.member, [approved.requestId]);
      else await enqueueApplication(ctx.books, ctx.member, { applicationId, what: "answered" });
      return approved;
    }),

  decline: command("limit:change")
    .input(DeclinedApplication)
    .mutation(async ({ ctx, input }) => {
      const declined = await declineApplication(ctx.books, input);
      const { applicationId, quietly } = input;
      if (!quietly) await enqueueApplication(ctx.books, ctx.member, { applicationId, what: "answered" });
      return declined;
    }),
});
