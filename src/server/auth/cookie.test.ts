// Over TLS our cookies are this host's alone (faults E18); without it they keep the ports of one machine apart.
import { beforeEach, expect, test, vi } from "vitest";
import { ourCookie } from "./cookie.ts";

const { settings } = vi.hoisted(() => ({ settings: { APP_URL: "", PORT: 3000 } }));
vi.mock("@/env.ts", () => ({ env: () => settings }));
beforeEach(() => {
  settings.APP_URL = "https://books.example";
});

test.each(["session", "csrf", "callback", "known"])("%s, over TLS", (what) => {
  const { name, options } = ourCookie(what);
  expect(name).toBe(`__Host-onaccount.${what}`);
  expect(options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
});

test("on this machine without TLS the port is in its name", () => {
  settings.APP_URL = "http://localhost:3000";
  expect(ourCookie("session")).toMatchObject({ name: "onaccount.session.3000", options: { secure: false } });
});
