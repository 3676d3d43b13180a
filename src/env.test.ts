// A missing or wrong setting is one clear line.
import { expect, test } from "vitest";
import { needed, read } from "./env.ts";

const DATABASE_URL = "postgres://onaccount_app:x@127.0.0.1:5432/onaccount";

test("without any, what has a usual value has it", () => {
  expect(read({})).toMatchObject({ APP_URL: "http://localhost:3000", PORT: 3000, TRUST_PROXY_HOPS: 0 });
});

test("an empty one is a missing one", () => {
  expect(read({ DATABASE_URL: "", PORT: "" })).toEqual(read({}));
});

test("a missing one is named when it is asked for", () => {
  expect(() => needed("SMTP_URL")).toThrow("SMTP_URL is not set");
});

test("a wrong one is named without being repeated", () => {
  const wrong = { DATABASE_URL: "mysql://root:secret@db/x" };
  expect(() => read(wrong)).toThrow(/^DATABASE_URL is not right/);
  expect(() => read(wrong)).not.toThrow(/secret/);
  expect(() => read({ DATABASE_URL, AUTH_SECRET: "short" })).toThrow(/^AUTH_SECRET is not right/);
  expect(() => read({ DATABASE_URL, PORT: "many" })).toThrow(/^PORT is not right/);
});

test("the app's address is its origin, whatever was typed after it", () => {
  expect(read({ DATABASE_URL, APP_URL: "https://books.example/start/" }).APP_URL).toBe(
    "https://books.example",
  );
});
