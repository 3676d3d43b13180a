// The database's users: who owns the tables, who migrates, who serves, who resolves a link, who backs up.
// Idempotent: an administrator runs it once on an outside server, every start runs it on the embedded one.
// No file of ours imports through `@/` here: it also runs under plain Node, before any build.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import postgres from "postgres";
import { postgresFault } from "./server-version.ts";

export type RolesWanted = {
  /** An administrator: superuser, or one who may create roles and databases. */
  adminUrl: string;
  /** As the app will use them: users onaccount_app and onaccount_migrator, the same database. */
  appUrl: string;
  migratorUrl: string;
  /** Without it the backup role can't sign in until someone gives it a password. */
  backupPassword?: string | undefined;
};

type Admin = { sql: postgres.Sql; version: number; superuser: boolean; notes: string[] };

const EXTENSIONS = ["pg_trgm", "btree_gin", "btree_gist"];

/** What the app's sessions are held to; a server that doesn't know one of them goes without it. */
const APP_SETTINGS = {
  statement_timeout: "15s",
  lock_timeout: "3s",
  idle_in_transaction_session_timeout: "10s",
  client_connection_check_interval: "10s",
  tcp_keepalives_idle: "60",
  tcp_keepalives_interval: "10",
  tcp_keepalives_count: "3",
};

/** Makes roles, database and extensions. Returns what an administrator should know, mostly nothing. */
export async function createRoles(wanted: RolesWanted): Promise<string[]> {
  const database = databaseOf(wanted);
  const admin = await signIn(wanted.adminUrl);
  try {
    await createLogins(admin, wanted);
    await grantMemberships(admin);
    await createDatabase(admin, database);
    await prepareDatabase(admin, wanted.adminUrl, database);
    await limitSessions(admin);
    if (!admin.superuser) await admin.sql`revoke onaccount_owner from current_user`;
    return admin.notes;
  } finally {
    await admin.sql.end();
  }
}

function databaseOf({ appUrl, migratorUrl }: RolesWanted) {
  const [app, migrator] = [new URL(appUrl), new URL(migratorUrl)];
  if (app.username !== "onaccount_app") throw new Error("DATABASE_URL must sign in as onaccount_app");
  if (migrator.username !== "onaccount_migrator")
    throw new Error("MIGRATOR_DATABASE_URL must sign in as onaccount_migrator");
  if (app.pathname.length < 2 || app.pathname !== migrator.pathname)
    throw new Error("DATABASE_URL and MIGRATOR_DATABASE_URL must name the same database");
  return decodeURIComponent(app.pathname.slice(1));
}

async function signIn(adminUrl: string): Promise<Admin> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [me] = await sql<
      { version: number; rolsuper: boolean; rolcreaterole: boolean; rolcreatedb: boolean }[]
    >`
      select current_setting('server_version_num')::int as version, rolsuper, rolcreaterole, rolcreatedb
      from pg_roles where rolname = current_user`;
    if (!me) throw new Error("a role that signed in is there");
    const tooOld = postgresFault(me.version);
    if (tooOld) throw new Error(tooOld);
    if (!me.rolsuper && !(me.rolcreaterole && me.rolcreatedb))
      throw new Error("ADMIN_DATABASE_URL must sign in as one who may create roles and databases");
    return { sql, version: me.version, superuser: me.rolsuper, notes: [] };
  } catch (error) {
    await sql.end();
    throw error;
  }
}

async function createLogins(admin: Admin, { appUrl, migratorUrl, backupPassword }: RolesWanted) {
  await createRole(admin, "onaccount_owner", "nologin");
  await createRole(admin, "onaccount_link", "nologin noinherit");
  await createRole(admin, "onaccount_migrator", `login noinherit ${password(passwordOf(migratorUrl))}`);
  await createRole(admin, "onaccount_app", `login noinherit ${password(passwordOf(appUrl))}`);
  await createRole(admin, "onaccount_backup", `login ${password(backupPassword)}`);
  await attempt(admin, `alter role onaccount_backup bypassrls`, () =>
    admin.notes.push(
      "onaccount_backup could not be given BYPASSRLS (that takes a superuser): without it a dump is empty.",
    ),
  );
  await attempt(admin, `alter role onaccount_backup set default_transaction_read_only = on`);
  await refusePower(admin);
}

async function createRole({ sql }: Admin, name: string, options: string) {
  const [known] = await sql`select 1 from pg_roles where rolname = ${name}`;
  await sql.unsafe(`${known ? "alter" : "create"} role ${name} ${options}`);
}

/** The wall stands on this: a role that may step over it would see every business. */
async function refusePower({ sql }: Admin) {
  const [mighty] = await sql<{ rolname: string }[]>`
    select rolname from pg_roles
    where rolname in ('onaccount_owner', 'onaccount_link', 'onaccount_migrator', 'onaccount_app')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`;
  if (mighty)
    throw new Error(`the role ${mighty.rolname} has more power than it may have; drop it and run this again`);
}

/** Members act as owner or link only after SET ROLE: neither right is theirs by inheritance. */
async function grantMemberships(admin: Admin) {
  const onlyBySetRole = admin.version >= 160_000 ? "with inherit false, set true" : "";
  await admin.sql.unsafe(`grant onaccount_owner to onaccount_migrator ${onlyBySetRole}`);
  await admin.sql.unsafe(`grant onaccount_link to onaccount_app ${onlyBySetRole}`);
  // Who isn't a superuser must be a member of the owner to give it a database; taken back at the end.
  if (!admin.superuser) await admin.sql`grant onaccount_owner to current_user`;
  const [leak] = await admin.sql`
    select 1 where pg_has_role('onaccount_app', 'onaccount_link', 'usage')
      or pg_has_role('onaccount_migrator', 'onaccount_owner', 'usage')
      or pg_has_role('onaccount_app', 'onaccount_owner', 'member')`;
  if (leak)
    throw new Error("an older grant between the onaccount roles is too wide; revoke it and run this again");
}

async function createDatabase({ sql, version }: Admin, name: string) {
  const [known] = await sql`select 1 from pg_database where datname = ${name}`;
  if (known) return;
  const plain = `create database ${quoted(name)} owner onaccount_owner template template0 encoding 'UTF8'`;
  // The same order of names on every machine, whatever its locales; the server's own when it has no C.UTF-8.
  const locale =
    version >= 170_000
      ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
      : "locale_provider libc locale 'C.UTF-8'";
  await sql.unsafe(`${plain} ${locale}`).catch(() => sql.unsafe(plain));
}

async function prepareDatabase(admin: Admin, adminUrl: string, name: string) {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  const database = quoted(name);
  try {
    const [held] = await sql<{ encoding: string }[]>`select current_setting('server_encoding') as encoding`;
    if (held?.encoding !== "UTF8") throw new Error(`the database ${name} must be encoded in UTF8`);
    await sql.unsafe(`
      revoke all on database ${database} from public;
      grant connect on database ${database} to onaccount_migrator, onaccount_app, onaccount_backup;
      grant connect, create, temporary on database ${database} to onaccount_owner;
      revoke create on schema public from public`);
    for (const extension of EXTENSIONS) await sql.unsafe(`create extension if not exists ${extension}`);
    // For whoever looks for slow queries; it takes a superuser and a preloaded library.
    await attempt({ ...admin, sql }, "create extension if not exists pg_stat_statements");
  } finally {
    await sql.end();
  }
}

async function limitSessions(admin: Admin) {
  for (const [name, value] of Object.entries(APP_SETTINGS))
    await attempt(admin, `alter role onaccount_app set ${name} = '${value}'`);
}

async function attempt({ sql }: Admin, statement: string, otherwise: () => void = () => {}) {
  await sql.unsafe(statement).catch(otherwise);
}

const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Sent as its SCRAM verifier, so that the password reaches no log and no statement statistics. */
function password(plain: string | undefined) {
  if (!plain) return "";
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(plain.normalize("NFKC"), salt, 4096, 32, "sha256");
  const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
  const storedKey = createHash("sha256").update(hmac("Client Key")).digest("base64");
  const serverKey = hmac("Server Key").toString("base64");
  return `password 'SCRAM-SHA-256$4096:${salt.toString("base64")}$${storedKey}:${serverKey}'`;
}
