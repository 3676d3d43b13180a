// A setting that can't be right is one clear line before anything is started, and never repeats a secret.
import { afterEach, expect, test, vi } from "vitest";
import { readSettings } from "./settings.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["PORT", "abc", "PORT=abc is not a port: give a number from 1 to 65535."],
  ["DATABASE_URL", "foo", "DATABASE_URL is not a URL; it should look like postgres://…"],
  ["AUTH_SECRET", "short", "AUTH_SECRET is too short: give at least 32 characters."],
  ["LOG_LEVEL", "loud", "LOG_LEVEL=loud is not one of fatal, error, warn, info, debug, trace, silent."],
  ["DEMO", "maybe", "DEMO=maybe is neither yes nor no."],
  ["SIGN_UP", "perhaps", "SIGN_UP=perhaps is neither yes nor no."],
  ["MAILS_PER_DAY", "0", "MAILS_PER_DAY=0 is not a number of mails: give 1 or more."],
  ["TRUST_PROXY_HOPS", "-1", "TRUST_PROXY_HOPS=-1 is not a number of proxies: give 0 to 10."],
])("%s=%s", (name, value, told) => {
  vi.stubEnv(name, value);
  expect(readSettings).toThrow(told);
});

test.each([
  ["TRUST_PROXY_HOPS", "2"],
  ["SIGN_UP", "no"],
  ["MAILS_PER_DAY", "5000"],
  ["LOG_LEVEL", "debug"],
  ["LOG_LEVEL", ""],
])("%s=%s is fine", (name, value) => {
  vi.stubEnv(name, value);
  expect(readSettings().port).toBeGreaterThan(0);
});

const OUTSIDE = {
  DATABASE_URL: "postgres://onaccount_app:x@db.example/onaccount",
  MIGRATOR_DATABASE_URL: "postgres://onaccount_migrator:x@db.example/onaccount",
};

test.each<[string, Record<string, string>, { demo: boolean; inbox: boolean }]>([
  ["on this machine alone", {}, { demo: true, inbox: true }],
  ["on another port of it", { PORT: "4000", APP_URL: "http://127.0.0.1:4000" }, { demo: true, inbox: true }],
  ["under a name of it", { APP_URL: "http://books.localhost:3000" }, { demo: true, inbox: true }],
  ["with a way out for mail", { SMTP_URL: "smtp://mail.example" }, { demo: true, inbox: false }],
  ["at an address of the world", { APP_URL: "https://books.example" }, { demo: false, inbox: false }],
  [
    "at an address that only looks local",
    { APP_URL: "http://localhost.example" },
    { demo: false, inbox: false },
  ],
  ["where others reach it", { HOST: "0.0.0.0" }, { demo: false, inbox: false }],
  ["on a server of its own", OUTSIDE, { demo: false, inbox: false }],
  ["where it is asked for", { ...OUTSIDE, DEMO: "yes", INBOX: "yes" }, { demo: true, inbox: true }],
  ["where it is asked not to", { DEMO: "no", INBOX: "no" }, { demo: false, inbox: false }],
  [
    "with a way out and an inbox asked for",
    { SMTP_URL: "smtp://mail.example", INBOX: "yes" },
    { demo: true, inbox: false },
  ],
])("%s: the demo, and the local inbox", (_where, settings, expected) => {
  for (const name of ["APP_URL", "HOST", "SMTP_URL", "DEMO", "INBOX", ...Object.keys(OUTSIDE)])
    vi.stubEnv(name, settings[name] ?? "");
  expect(readSettings()).toMatchObject(expected);
});
