// Who is here, in which business, and what they may do: what the shell around every page draws.
import { businessesOf } from "@/db/directory/businesses.ts";
import { permissionsOf } from "../actor.ts";
import { allow, personIn, router } from "../trpc.ts";

export const sessionRouter = router({
  here: allow("account:read").query(async ({ ctx }) => {
    const { member, user } = personIn(ctx);
    const { orgSlug: slug, orgName: name, currency, locale, country, zone, today } = member;
    const permissions = permissionsOf(member);
    const businesses = await businessesOf(member.userId, ctx.books.tx);
    return {
      user: { userId: member.userId, name: member.userName, email: user.email },
      org: { slug, name, currency, locale, country, zone, today },
      role: member.role,
      ownLimits: member.ownLimits,
      permissions,
      businesses: businesses
        .filter(({ business }) => !user?.onlyIn || business.id === user.onlyIn)
        .filter(({ business }) => business.closedAt === null)
        .map((each) => ({ slug: each.business.slug, name: each.business.name })),
    };
  }),
});
