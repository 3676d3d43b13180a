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
