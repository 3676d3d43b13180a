// Nothing that opens a door is written down (faults E27).
import { expect, test } from "vitest";
import { makeLog, safePath } from "./log.ts";

test.each([
  ["/s/AbC-123_x", "/s/…"],
  ["//s//AbC/statement.pdf?x=1", "/s/…/statement.pdf"],
  ["/sign-in/link?token=abc", "/sign-in/link"],
  ["/hillside/customers?search=jones", "/hillside/customers"],
  ["/sales/x", "/sales/x"],
])("%s is written as %s", (url, path) => {
  expect(safePath(url)).toBe(path);
});

test("secrets are blotted out at any of the usual depths", () => {
  const lines: string[] = [];
  const log = makeLog({ write: (line) => void lines.push(line) });
  log.level = "info";
  log.info(
    { token: "s3cret", input: { password: "s3cret", by: "me" }, req: { headers: { cookie: "s3cret" } } },
    "tried",
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("s3cret");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", msg: "tried", input: { by: "me" } });
});
