// How a business takes payments online. Its keys come and go sealed and are never told again. Without zod, so that a browser isn't
// sent it.
import type { Texts } from "../edits.ts";
import { typedAmount, type Cents } from "../values/money.ts";
import { typedNumber } from "../values/written-number.ts";

export type OnlineSettings = {
  /** Customers can pay. */
  inUse: boolean;
  /** The number of the bank account that it goes to; null for Undeposited Funds. */
  toAccount: string | null;
  /** In percent, "0" for none. */
  surcharge: string;
  smallestCents: Cents;
};

/** As the settings show it. `keyHint`: the end of the key; "" where there is none. */
export type KeptOnlineSettings = OnlineSettings & {
  version: number;
  keyHint: string;
  hasWebhookSecret: boolean;
};

export const ONLINE_FIELDS = {
  inUse: "Customers can pay online",
  secretKey: "Secret key",
  webhookSecret: "Signing secret of the webhook",
  toAccount: "Money goes to",
  surchargePercent: "Surcharge in percent",
  smallest: "Smallest payment",
} as const;

type Written = { currency: string; locale: string };

export const onlineTexts = (
  settings: KeptOnlineSettings,
  { currency, locale }: Written,
): Texts<keyof typeof ONLINE_FIELDS> => ({
  inUse: settings.inUse ? "yes" : "no",
  secretKey: "",
  webhookSecret: "",
  toAccount: settings.toAccount ?? "",
  surchargePercent: typedNumber(settings.surcharge, locale),
  smallest: typedAmount(settings.smallestCents, currency, locale),
});
