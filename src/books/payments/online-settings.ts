// How the business takes payments online, as it is kept. Its keys come and go sealed: the books can't open them.
import { sql } from "drizzle-orm";
import type { KeptOnlineSettings, OnlineSettings } from "@/domain/payments/online-settings.ts";
import { Refusal } from "@/domain/refusal.ts";
import { cents } from "@/domain/values/money.ts";
import type { Books } from "../open.ts";
import { mustBeBank } from "./to-accounts.ts";

export type SealedOnlineSettings = KeptOnlineSettings & {
  secretKey: Uint8Array | null;
  webhookSecret: Uint8Array | null;
};

type Row = {
  secret_key: Buffer | null;
  webhook_secret: Buffer | null;
  key_hint: string;
  in_use: boolean;
  to_chart: string | null;
  surcharge: string;
  smallest: number;
  version: number;
};

/** Version 0, and off, where nothing was set yet. */
export async function readOnlineSettings({ tx }: Books): Promise<SealedOnlineSettings> {
  const [row] = await tx.execute<Row>(sql`
    select secret_key, webhook_secret, key_hint, in_use, to_chart, surcharge, smallest, version
    from books.online_settings`);
  return {
    inUse: row?.in_use ?? false,
    toAccount: row?.to_chart ?? null,
    surcharge: row?.surcharge ?? "0",
    smallestCents: cents(row?.smallest ?? 100),
    version: row?.version ?? 0,
    keyHint: row?.key_hint ?? "",
    hasWebhookSecret: row?.webhook_secret != null,
    secretKey: row?.secret_key ?? null,
    webhookSecret: row?.webhook_secret ?? null,
  };
}

/** `keyHint` beside a new key. A key of null stays as it is. */
type Change = OnlineSettings & {
  version: number;
  secretKey: Uint8Array | null;
  keyHint: string;
  webhookSecret: Uint8Array | null;
  /** Where it isn't Stripe itself that is asked, nobody's money is meant. */
  takesTestKeys: boolean;
};

/**
 * Refuses to be used without both keys with "keys-again", or with a test key with "test-key", and what is no bank account in use with
 * "not-found".
 */
export async function changeOnlineSettings(
  books: Books,
  { version, secretKey, webhookSecret, keyHint, takesTestKeys, ...change }: Change,
): Promise<{ version: number }> {
  const { tx, userName } = books;
  await tx.execute(sql`select from books.settings for update`);
  const now = await readOnlineSettings(books);
  if (now.version !== version) throw new Refusal("changed-meanwhile");
  const { inUse, toAccount, surcharge, smallestCents } = change;
  if (inUse && !(secretKey ?? now.secretKey)) throw new Refusal("keys-again", { field: "secretKey" });
  if (inUse && !(webhookSecret ?? now.webhookSecret))
    throw new Refusal("keys-again", { field: "webhookSecret" });
  const hint = secretKey ? keyHint : now.keyHint;
  if (inUse && !takesTestKeys && hint.includes("_test_"))
    throw new Refusal("test-key", { field: "secretKey" });
  await mustBeBank(books, toAccount);
  await tx.execute(sql`
    insert into books.online_settings
      (secret_key, webhook_secret, key_hint, in_use, to_chart, surcharge, smallest, changed_by)
    values (${secretKey ?? now.secretKey}, ${webhookSecret ?? now.webhookSecret}, ${hint}, ${inUse}, ${toAccount},
      ${surcharge}, ${smallestCents}::bigint, ${userName})
    on conflict (org_id) do update set secret_key = excluded.secret_key, webhook_secret = excluded.webhook_secret,
      key_hint = excluded.key_hint, in_use = excluded.in_use, to_chart = excluded.to_chart,
      surcharge = excluded.surcharge, smallest = excluded.smallest, changed_by = excluded.changed_by,
      changed_at = clock_timestamp(), version = ${version}::int + 1`);
  return { version: version + 1 };
}

/** Nothing can be paid online from here on; the keys are gone. `version`: as it was seen. */
export async function removeOnlineKeys({ tx, userName }: Books, version: number): Promise<{ removed: true }> {
  const [gone] = await tx.execute(sql`
    update books.online_settings set in_use = false, secret_key = null, webhook_secret = null, key_hint = '',
      changed_by = ${userName}, changed_at = clock_timestamp(), version = version + 1
    where secret_key is not null and version = ${version}::int returning version`);
  if (!gone) throw new Refusal("nothing-changed");
  return { removed: true };
}

/** The same keys, sealed with another key; nothing where they aren't `was` any more. */
export async function keepResealedKey({ tx }: Books, was: Uint8Array, anew: Uint8Array): Promise<void> {
  await tx.execute(sql`
    update books.online_settings set
      secret_key = case when secret_key = ${Buffer.from(was)} then ${Buffer.from(anew)} else secret_key end,
      webhook_secret = case when webhook_secret = ${Buffer.from(was)} then ${Buffer.from(anew)} else webhook_secret end
    where ${Buffer.from(was)} in (secret_key, webhook_secret)`);
}
