// How a business takes payments online: its keys, which are never told again, and a try whether Stripe knows them.
import { z } from "zod";
import {
  changeOnlineSettings,
  readOnlineSettings,
  removeOnlineKeys,
} from "@/books/payments/online-settings.ts";
import { readLastTold } from "@/books/payments/stripe-events.ts";
import { readToAccounts } from "@/books/payments/to-accounts.ts";
import { readBooks } from "@/books/open.ts";
import { OnlineChange } from "@/domain/payments/online-settings-input.ts";
import { Refusal } from "@/domain/refusal.ts";
import { env } from "@/env.ts";
import { tenantOf } from "../actor.ts";
import { limitKeyCheck } from "../auth/limits.ts";
import { isStripeItself } from "../online/checkout-origin.ts";
import { hintOf, sealKey, secretKeyOf } from "../online/keys.ts";
import { saidByStripe, stripeWith } from "../online/stripe.ts";
import { CommandKey, allow, beside, command, refused, router } from "../trpc.ts";

export const onlineSettingsRouter = router({
  /** Without its keys. `webhookUrl`: where Stripe is to tell what happens; `lastToldAt`: when it last did. */
  read: allow("report:read")
    .input(z.strictObject({}))
    .query(async ({ ctx: { books, member } }) => {
      const [{ secretKey: _key, webhookSecret: _secret, ...settings }, accounts, lastToldAt] =
        await Promise.all([readOnlineSettings(books), readToAccounts(books), readLastTold(books)]);
      const webhookUrl = `${env().APP_URL}/api/stripe/${tenantOf(member)}`;
      const { banks, undeposited } = accounts;
      return { settings, banks, undeposited, webhookUrl, lastToldAt };
    }),

  change: command("settings:change", { secret: ["secretKey", "webhookSecret"] })
    .input(OnlineChange)
    .mutation(({ ctx: { books, member }, input }) => {
      const { secretKey, webhookSecret, surchargePercent: surcharge, ...change } = input;
      return changeOnlineSettings(books, {
        ...change,
        surcharge,
        takesTestKeys: !isStripeItself(),
        secretKey: secretKey === null ? null : sealKey(member, "secret", secretKey),
        keyHint: secretKey === null ? "" : hintOf(secretKey),
        webhookSecret: webhookSecret === null ? null : sealKey(member, "webhook", webhookSecret),
      });
    }),

  removeKeys: command("settings:change")
    .input(z.strictObject({ version: z.number().int().positive() }))
    .mutation(({ ctx, input }) => removeOnlineKeys(ctx.books, input.version)),

  /** Whether Stripe knows the key that is kept, and whose it is there; else what it says. */
  check: beside("settings:change", { limit: limitKeyCheck })
    .input(z.strictObject({ commandKey: CommandKey }))
    .mutation(async ({ ctx: { member } }) => {
      const key = secretKeyOf(member, await readBooks(member, readOnlineSettings));
      if (key === null) throw refused(new Refusal("online-off"));
      try {
        const account = await (await stripeWith(key)).accounts.retrieveCurrent();
        const name = account.settings?.dashboard.display_name ?? account.business_profile?.name ?? account.id;
        return { known: true as const, name, isTest: !key.includes("_live_") };
      } catch (error) {
        const says = await saidByStripe(error);
        if (says === null) throw error;
        return { known: false as const, says };
      }
    }),
});
