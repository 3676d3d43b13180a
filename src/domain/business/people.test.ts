// Who may change whose place in a business, role by role.
import { expect, test } from "vitest";
import { ROLES, type Role } from "../permission.ts";
import { Refusal } from "../refusal.ts";
import { cents } from "../values/money.ts";
import { assertMayChange, limitedIn, limitsIn, ownLimitWords } from "./people.ts";

const others = ROLES.filter((role) => role !== "owner");
function refusal(by: Role, from: Role | null, to: Role | null, isOwnPlace = false): string | null {
  try {
    assertMayChange({ by, isOwnPlace, from, to });
    return null;
  } catch (error) {
    return error instanceof Refusal ? error.code : "another";
  }
}

test("an owner changes everybody's place, other owners' too", () => {
  for (const from of [...ROLES, null]) for (const to of ROLES) expect(refusal("owner", from, to)).toBeNull();
});

test("an admin changes every place but an owner's, and makes no owner", () => {
  for (const from of [...others, null])
    for (const to of others) expect(refusal("admin", from, to)).toBeNull();
  for (const role of others) {
    expect(refusal("admin", "owner", role)).toBe("owners-only");
    expect(refusal("admin", role, "owner")).toBe("owners-only");
  }
  expect(refusal("admin", "owner", null)).toBe("owners-only");
});

test("nobody changes their own place, and nobody else changes any", () => {
  for (const role of ["owner", "admin"] as const)
    expect(refusal(role, role, "viewer", true)).toBe("own-membership");
  for (const role of ["bookkeeper", "clerk", "project-manager", "viewer"] as const)
    expect(refusal(role, "viewer", "clerk")).toBe("not-allowed");
});

test("a role has limits for what it may do, and keeps no other", () => {
  expect(Object.fromEntries(ROLES.map((role) => [role, limitedIn(role)]))).toEqual({
    owner: [],
    admin: ["refund", "write-off", "override"],
    bookkeeper: ["refund"],
    clerk: [],
    "project-manager": [],
    viewer: [],
  });
  const limits = { refund: cents(1), "write-off": cents(2), override: cents(3) };
  expect(limitsIn("bookkeeper", limits)).toEqual({ refund: 1, "write-off": null, override: null });
  expect(limitsIn("admin", limits)).toEqual(limits);
});

test("who has a limit is told it before, and nobody else is told anything", () => {
  const limits = { refund: cents(50_000), "write-off": null, override: cents(0) };
  const notation = { currency: "USD", locale: "en-US" };
  expect(ownLimitWords(limits, "refund", notation)).toMatch(/^You may refund up to \$500\.00 in one go\./);
  expect(ownLimitWords(limits, "override", notation)).toMatch(/^You may approve above a limit up to \$0\.00/);
  expect([ownLimitWords(limits, "write-off", notation), ownLimitWords(null, "refund", notation)]).toEqual([
    null,
    null,
  ]);
});
