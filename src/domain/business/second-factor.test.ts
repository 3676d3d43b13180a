// Whom each choice asks, by role.
import { expect, test } from "vitest";
import { ROLES } from "../permission.ts";
import { asksForSecond, type SecondFactorPolicy } from "./second-factor.ts";

test.each<[SecondFactorPolicy, readonly string[]]>([
  ["off", []],
  ["admins", ["owner", "admin"]],
  ["everyone", ROLES],
])("%s asks %j", (policy, asked) => {
  expect(ROLES.filter((role) => asksForSecond(policy, role))).toEqual(asked);
});
