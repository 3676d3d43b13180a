// A business's own mail server, as it is kept. The password comes and goes sealed: the books can't open it.
import { sql } from "drizzle-orm";
import {
  isSameLogin,
  mailServerTexts,
  type KeptMailServer,
  type MailSecurity,
  type MailServer,
} from "@/domain/business/mail-server.ts";
import { Refusal } from "@/domain/refusal.ts";
import type { Books } from "../open.ts";

type Row = {
  host: string;
  port: number;
  security: MailSecurity;
  username: string;
  secret: Buffer | null;
  from_address: string;
  bounce_address: string;
  tested_at: string | null;
  version: number;
};

export type SealedMailServer = KeptMailServer & { secret: Uint8Array | null };

/** null where mail goes out by the system's own server. */
export async function readMailServer({ tx }: Books): Promise<SealedMailServer | null> {
  const [row] = await tx.execute<Row>(sql`
    select host, port, security, username, secret, from_address, bounce_address, tested_at, version from books.mail_servers
    where in_use`);
  if (!row) return null;
  const {
    from_address: fromAddress,
    bounce_address: bounceAddress,
    tested_at: testedAt,
    secret,
    ...server
  } = row;
  return { ...server, fromAddress, bounceAddress, testedAt, secret, hasPassword: secret !== null };
}

/** `secret` null keeps the password that is there; refuses "password-again" where that was for another server or user. */
export async function changeMailServer(
  books: Books,
  { version, secret, ...server }: MailServer & { version: number; secret: Uint8Array | null },
): Promise<{ version: number }> {
  const { tx, userName } = books;
  await tx.execute(sql`select from books.settings for update`);
  const now = await readMailServer(books);
  if ((now?.version ?? 0) !== version)
    throw new Refusal("changed-meanwhile", { version: now?.version ?? 0, now: mailServerTexts(now) });
  if (secret === null && now?.secret && !isSameLogin(now, server)) throw new Refusal("password-again");
  const kept = secret ?? now?.secret ?? null;
  const { host, port, security, username, fromAddress, bounceAddress } = server;
  await tx.execute(sql`
    insert into books.mail_servers (host, port, security, username, secret, from_address, bounce_address, changed_by)
    values (${host}, ${port}::int, ${security}, ${username}, ${kept}, ${fromAddress}, ${bounceAddress}, ${userName})
    on conflict (org_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      username = excluded.username, secret = excluded.secret, from_address = excluded.from_address, bounce_address = excluded.bounce_address,
      in_use = true, changed_by = excluded.changed_by, changed_at = clock_timestamp(), tested_at = null,
      version = ${version}::int + 1`);
  return { version: version + 1 };
}

/** The same password, sealed with another key; nothing where it isn't `was` any more. */
export async function keepResealedPassword({ tx }: Books, was: Uint8Array, anew: Uint8Array): Promise<void> {
  await tx.execute(
    sql`update books.mail_servers set secret = ${Buffer.from(anew)} where secret = ${Buffer.from(was)}`,
  );
}

/** From here on mail goes out by the system's own server again; the password is gone. `version`: as it was seen. */
export async function removeMailServer({ tx, userName }: Books, version: number): Promise<{ removed: true }> {
  const [gone] = await tx.execute(sql`
    update books.mail_servers set in_use = false, secret = null, username = '', tested_at = null,
      changed_by = ${userName}, changed_at = clock_timestamp()
    where in_use and version = ${version}::int returning host`);
  if (!gone) throw new Refusal("nothing-changed");
  return { removed: true };
}

/** A mail went through it as it stands. */
export async function noteMailServerWorks({ tx }: Books, version: number): Promise<{ tested: true }> {
  await tx.execute(sql`
    update books.mail_servers set tested_at = clock_timestamp() where version = ${version}::int`);
  return { tested: true };
}
