// Who belongs to the business: the list, invitations by mail, roles, limits of one's own, handing it over. Each is one
// command of the books, so its row of the audit log stands and falls with it; whom it concerns hears of it by mail.
import { z } from "zod";
import { tellBefore } from "@/books/open.ts";
import {
  keepInvitation,
  dropInvitation,
  readInvitation,
  readInvitations,
  renewInvitation,
} from "@/db/directory/invitations.ts";
import {
  changeLimits,
  changeRole,
  readColleagues,
  removeColleague,
  transferOwnership,
} from "@/db/directory/membership-changes.ts";
import { MemberChange, MemberLimits, NewInvitation, PersonAddress } from "@/domain/business/people-input.ts";
import { assertMayChange } from "@/domain/business/people.ts";
import type { Role } from "@/domain/permission.ts";
import { tenantOf, type Insider } from "../actor.ts";
import { limitInvitations } from "../auth/limits.ts";
import { assertMailGoesOut } from "../auth/mailed-links.ts";
import { mailGoesOut } from "../auth/mailer.ts";
import { aRole, mailInvitation, mailPlaceChange } from "../auth/people-mails.ts";
import { allow, command, personIn, router } from "../trpc.ts";

const Somebody = z.strictObject({ userId: z.uuid() });
const Invited = z.strictObject({ invitationId: z.uuid() });

async function limit(member: Insider, input: unknown): Promise<void> {
  const { data } = z.object({ email: PersonAddress }).safeParse(input);
  await limitInvitations(tenantOf(member), data?.email ?? null);
}

type Sent = { invitationId: string; role: Role; replaces: boolean };
const mailed = { limit, afterwards: (by: Insider, answer: unknown) => mail(by, answer as Sent) };
async function mail(by: Insider, sent: Sent): Promise<void> {
  if (by.kind === "member") await mailInvitation(by, sent);
}

export const peopleRouter = router({
  list: allow("people:manage")
    .input(z.strictObject({}))
    .query(async ({ ctx: { member, books } }) => ({
      people: await readColleagues(member, books.tx),
      invitations: await readInvitations(member, books.tx),
      mailGoesOut: mailGoesOut(),
    })),

  invite: command("people:manage", mailed)
    .input(NewInvitation)
    .mutation(async ({ ctx, input }) => {
      const { member } = personIn(ctx);
      assertMayChange({ by: member.role, isOwnPlace: false, from: null, to: input.role });
      assertMailGoesOut();
      return { ...(await keepInvitation(member, input, ctx.books.tx)), role: input.role };
    }),

  inviteAgain: command("people:manage", mailed)
    .input(Invited)
    .mutation(async ({ ctx, input: { invitationId } }) => {
      const { member } = personIn(ctx);
      const { role } = await readInvitation(member, invitationId, ctx.books.tx);
      assertMayChange({ by: member.role, isOwnPlace: false, from: null, to: role });
      assertMailGoesOut();
      await renewInvitation(member, invitationId, ctx.books.tx);
      return { invitationId, role, replaces: true };
    }),

  withdraw: command("people:manage", { afterwards: tellWithdrawn })
    .input(Invited)
    .mutation(async ({ ctx, input: { invitationId } }) => {
      const { member } = personIn(ctx);
      const { email, role, sentAt } = await readInvitation(member, invitationId, ctx.books.tx);
      assertMayChange({ by: member.role, isOwnPlace: false, from: role, to: null });
      tellBefore(ctx.books, { email, role });
      await dropInvitation(member, invitationId, ctx.books.tx);
      return { email, wasMailed: sentAt !== null };
    }),

  changeRole: command("people:manage", { afterwards: told((role) => ({ what: "role", role })) })
    .input(MemberChange)
    .mutation(async ({ ctx, input }) => {
      const { member } = personIn(ctx);
      const { name, email, role } = await changeRole(member, input, ctx.books.tx);
      tellBefore(ctx.books, { name, email, role });
      return { email, role: input.role };
    }),

  changeLimits: command("people:manage", { afterwards: told(() => ({ what: "limits" })) })
    .input(MemberLimits)
    .mutation(async ({ ctx, input }) => {
      const { member } = personIn(ctx);
      const { name, email, role, ownLimits: limits } = await changeLimits(member, input, ctx.books.tx);
      tellBefore(ctx.books, { name, email, role, limits });
      return { email, role };
    }),

  remove: command("people:manage", { afterwards: told(() => ({ what: "removed" })) })
    .input(Somebody)
    .mutation(async ({ ctx, input }) => {
      const { member } = personIn(ctx);
      const { name, email, role } = await removeColleague(member, input.userId, ctx.books.tx);
      tellBefore(ctx.books, { name, email, role });
      return { email, role };
    }),

  /** Who asks is an admin afterwards. */
  transfer: command("owner:change", { afterwards: told(() => ({ what: "owner" })) })
    .input(Somebody)
    .mutation(async ({ ctx, input }) => {
      const { member } = personIn(ctx);
      const { name, email, role } = await transferOwnership(member, input.userId, ctx.books.tx);
      tellBefore(ctx.books, { name, email, role });
      return { email, role };
    }),
});

/** Whoever was mailed a link hears that it opens nothing any more. */
async function tellWithdrawn(by: Insider, answer: unknown): Promise<void> {
  const { email, wasMailed } = answer as { email: string; wasMailed: boolean };
  if (wasMailed && by.kind === "member") await mailPlaceChange(by, email, { what: "withdrawn" });
}

/** Tells whom it concerns, by mail. */
function told(change: (role: string) => Parameters<typeof mailPlaceChange>[2]) {
  return async (by: Insider, answer: unknown): Promise<void> => {
    const { email, role } = answer as { email: string; role: Role };
    if (by.kind === "member") await mailPlaceChange(by, email, change(aRole(role)));
  };
}
