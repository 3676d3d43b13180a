// How well a business is locked: whom it asks for a second factor, and who has one.
import { z } from "zod";
import { keepSecondFactorPolicy, secondFactorPolicyOf } from "@/db/directory/businesses.ts";
import { guardedIn } from "@/db/directory/members.ts";
import { SECOND_FACTOR_POLICIES } from "@/domain/business/second-factor.ts";
import { Refusal } from "@/domain/refusal.ts";
import { allow, command, personIn, router } from "../trpc.ts";

const Policy = z.enum(SECOND_FACTOR_POLICIES);
const Changed = z.object({ policy: Policy, before: Policy });

export const securityRouter = router({
  read: allow("people:manage")
    .input(z.strictObject({}))
    .query(async ({ ctx: { member, books } }) => ({
      policy: await secondFactorPolicyOf(member.orgSlug, books.tx),
      members: await guardedIn(member.orgSlug, books.tx),
    })),

  /** Refuses "second-factor-first" to who would shut themselves out, and "changed-meanwhile". */
  changeSecondFactor: command("security:change")
    .input(z.strictObject({ policy: Policy, seen: Policy }))
    .output(Changed)
    .mutation(async ({ ctx: { books, ...asking }, input: { policy, seen } }) => {
      const { member, user } = personIn(asking);
      if (policy !== "off" && !user.secondFactor) throw new Refusal("second-factor-first");
      const before = await secondFactorPolicyOf(member.orgSlug, books.tx);
      if (before !== seen) throw new Refusal("changed-meanwhile");
      await keepSecondFactorPolicy(member, policy, books.tx);
      return { policy, before };
    }),
});
