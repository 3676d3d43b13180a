// What the operator asked for, through the environment, checked before anything is started.
import path from "node:path";
import { UserError } from "./user-error.mjs";
import { root } from "./toolchain.mjs";

/** An empty setting counts as a missing one. */
const given = (name) => process.env[name] || undefined;

export function readSettings() {
  const port = portSetting("PORT") ?? 3000;
  const appUrl = urlSetting("APP_URL", ["http:", "https:"]) ?? `http://localhost:${port}`;
  urlSetting("SMTP_URL", ["smtp:", "smtps:"]);
  urlSetting("STRIPE_API_URL", ["http:", "https:"]);
  checkOthers();
  const seen = { host: given("HOST") ?? "127.0.0.1", appUrl: new URL(appUrl).origin, outside: outside() };
  const local = isLocal(seen);
  const smtp = given("SMTP_URL") !== undefined;
  return {
    port,
    ...seen,
    dataDir: dataDir(),
    local,
    demo: yesOrNo("DEMO") ?? local,
    asksForDemo: yesOrNo("DEMO") === true,
    smtp,
    inbox: !smtp && (yesOrNo("INBOX") ?? local),
    signUp: yesOrNo("SIGN_UP") ?? true,
    proxies: Number(given("TRUST_PROXY_HOPS") ?? 0),
  };
}

/** Nobody but this machine reaches it, and the database is its own: no place for anybody's real books yet. */
function isLocal({ host, appUrl, outside: server }) {
  return !server && isLoopback(host) && isLoopback(new URL(appUrl).hostname);
}

const isLoopback = (host) => /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);

const YES = ["yes", "y", "true", "1", "on", "enabled"];
const NO = ["no", "n", "false", "0", "off", "disabled"];

/** As zod's stringbool takes it (src/env.ts). */
function yesOrNo(name) {
  const text = given(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (!YES.includes(text) && !NO.includes(text))
    throw new UserError(`${name}=${given(name)} is neither yes nor no.`);
  return YES.includes(text);
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/** What only the app reads (src/env.ts) is looked at here, too, so that nothing is started in vain. */
function checkOthers() {
  if (given("AUTH_SECRET")?.length < 32)
    throw new UserError("AUTH_SECRET is too short: give at least 32 characters.");
  if (
    given("AUTH_SECRET_BEFORE")
      ?.split(",")
      .some((each) => each.length < 32)
  )
    throw new UserError(
      "AUTH_SECRET_BEFORE: each secret in it, with a comma between, has at least 32 characters.",
    );
  const level = given("LOG_LEVEL") ?? "info";
  if (!LOG_LEVELS.includes(level))
    throw new UserError(`LOG_LEVEL=${level} is not one of ${LOG_LEVELS.join(", ")}.`);
  const mails = given("MAILS_PER_DAY") ?? "1000";
  if (!/^[1-9]\d{0,8}$/.test(mails))
    throw new UserError(`MAILS_PER_DAY=${mails} is not a number of mails: give 1 or more.`);
  const hops = given("TRUST_PROXY_HOPS") ?? "0";
  if (!/^(\d|10)$/.test(hops))
    throw new UserError(`TRUST_PROXY_HOPS=${hops} is not a number of proxies: give 0 to 10.`);
}

/** The operator's own secrets, or those of `data`. */
export function authSecrets(data) {
  if (given("AUTH_SECRET"))
    return { AUTH_SECRET: given("AUTH_SECRET"), AUTH_SECRET_BEFORE: given("AUTH_SECRET_BEFORE") ?? "" };
  const { authSecret, before = [] } = data.secrets();
  return { AUTH_SECRET: authSecret, AUTH_SECRET_BEFORE: before.join(",") };
}

/** A relative DATA_DIR counts from where the command was typed. */
export function dataDir() {
  const wanted = given("DATA_DIR");
  if (!wanted) return path.join(root, ".data");
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
}

/** The URLs of a PostgreSQL server of the operator's own, or null for the embedded one. */
export function outside() {
  const app = urlSetting("DATABASE_URL", ["postgres:", "postgresql:"]);
  const migrator = urlSetting("MIGRATOR_DATABASE_URL", ["postgres:", "postgresql:"]);
  if (!app && !migrator) return null;
  if (!app) throw new UserError("MIGRATOR_DATABASE_URL is set but DATABASE_URL isn't: set both, or none.");
  if (!migrator)
    throw new UserError("DATABASE_URL is set but MIGRATOR_DATABASE_URL isn't: set both, or none.");
  return { app, migrator };
}

export function portSetting(name) {
  const text = given(name);
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new UserError(`${name}=${text} is not a port: give a number from 1 to 65535.`);
}

export function urlSetting(name, protocols) {
  const text = given(name);
  if (text === undefined) return undefined;
  // The value itself is not repeated: it may hold a password.
  const example = `${protocols[0]}//…`;
  if (!URL.canParse(text)) throw new UserError(`${name} is not a URL; it should look like ${example}`);
  const { protocol, hostname } = new URL(text);
  if (!protocols.includes(protocol) || !hostname)
    throw new UserError(`${name} is not the right kind of URL; it should look like ${example}`);
  return text;
}
