// A change comes from our own pages (faults D27, E17).
import { expect, test } from "vitest";
import { assertSameOrigin, originFault } from "./origin.ts";

const ours = "http://localhost:3000";
const request = (headers: Record<string, string>) =>
  new Request(`${ours}/api/trpc/x`, { method: "POST", headers });
const json = { "content-type": "application/json" };

test("ours passes, by its origin or by the browser's word", () => {
  expect(originFault(request({ ...json, origin: ours }))).toBeNull();
  expect(
    originFault(request({ "content-type": "application/json; charset=utf-8", origin: ours })),
  ).toBeNull();
  expect(originFault(request({ ...json, "sec-fetch-site": "same-origin" }))).toBeNull();
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/jsonp",
])("%s is what a form can send", (type) => {
  expect(originFault(request({ "content-type": type, origin: ours }))).toBe("not-json");
});

test.each<[string, Record<string, string>]>([
  ["another site", { origin: "https://evil.example" }],
  ["a sub-domain", { origin: "http://a.localhost:3000", "sec-fetch-site": "same-site" }],
  ["another port", { origin: "http://localhost:3001" }],
  ["null", { origin: "null" }],
  ["nowhere", {}],
])("%s is refused", (_name, headers) => {
  expect(() => assertSameOrigin(request({ ...json, ...headers }))).toThrow("other-origin");
});
