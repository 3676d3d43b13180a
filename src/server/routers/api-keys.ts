// Keys for programs of the business: the list, make one, revoke one. Nobody gives a key more than they may do themselves.
import { z } from "zod";
import { apiKeysOf, countLiveKeys, keepApiKey, revokeApiKey } from "@/db/directory/api-keys.ts";
import { NewApiKey } from "@/domain/business/api-key-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Limited } from "@/domain/ledger/own-limits.ts";
import type { Permission } from "@/domain/permission.ts";
import { may, type Insider } from "../actor.ts";
import { newApiKey } from "../auth/api-key.ts";
import { allow, command, router } from "../trpc.ts";

const MOST_KEYS = 50;

/** What one may only up to an amount of one's own: a key would know no amount. */
const LIMITS: Partial<Record<Permission, Limited>> = { "event:reverse": "refund" };

function isLimited(member: Insider, scope: Permission): boolean {
  const limited = LIMITS[scope];
  return limited !== undefined && member.kind === "member" && member.ownLimits[limited] !== null;
}

export const apiKeysRouter = router({
  list: allow("settings:change")
    .input(z.strictObject({}))
    .query(({ ctx }) => apiKeysOf(ctx.member, ctx.books.tx)),

  /** The key itself is shown this once and kept nowhere. */
  make: command("settings:change", { shownOnce: true })
    .input(NewApiKey)
    .mutation(async ({ ctx: { member, books }, input: { name, scopes } }) => {
      const beyond = scopes.find((scope) => !may(member, scope) || isLimited(member, scope));
      if (beyond) throw new Refusal("key-beyond-own", { permission: beyond, field: "scopes" });
      if ((await countLiveKeys(member, books.tx)) >= MOST_KEYS) throw new Refusal("too-many-keys");
      const { key, beginsWith, keyHash } = newApiKey();
      const kept = { name, scopes, beginsWith, keyHash, createdBy: member.userId };
      return { keyId: await keepApiKey(member, kept, books.tx), key };
    }),

  /** It opens nothing from the next request on. */
  revoke: command("settings:change")
    .input(z.strictObject({ keyId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      if (!(await revokeApiKey(ctx.member, input.keyId, ctx.books.tx))) throw new Refusal("key-gone");
      return { revoked: true };
    }),
});
