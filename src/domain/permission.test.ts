// The contract's table of permissions, row by row: O owner, A admin, B bookkeeper, C clerk, P project manager, V viewer.
import { expect, test } from "vitest";
import { PERMISSIONS, ROLES, mayDo, type Permission } from "./permission.ts";

const TABLE: Record<Permission, string> = {
  "account:read": "OABCPV",
  "report:read": "OABV",
  "customer:write": "OABCP",
  "product:write": "OABP",
  "receipt:record": "OABC",
  "payment:record": "OABC",
  "invoice:write": "OABP",
  "job:write": "OABP",
  "credit:apply": "OAB",
  "event:reverse": "OAB",
  "limit:change": "OA",
  "override:approve": "OA",
  "account:adjust": "OA",
  "statement:preview": "OABCPV",
  "statement:issue": "OAB",
  "books:import": "OAB",
  "books:export": "OABV",
  "settings:change": "OA",
  "period:close": "OA",
  "people:manage": "OA",
  "security:change": "O",
  "owner:change": "O",
  "business:delete": "O",
};

test.each(Object.entries(TABLE) as [Permission, string][])("%s: %s", (permission, letters) => {
  const may = ROLES.filter((role) => mayDo(role, permission)).map((role) => role.slice(0, 1).toUpperCase());
  expect(may.join("")).toBe(letters);
});

test("the table has every permission there is", () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(PERMISSIONS).sort());
});
