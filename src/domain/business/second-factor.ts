// Whom a business asks for a second factor: nobody, those who can change what others may do, or everybody.
import type { Role } from "../permission.ts";

export const SECOND_FACTOR_POLICIES = ["off", "admins", "everyone"] as const;
export type SecondFactorPolicy = (typeof SECOND_FACTOR_POLICIES)[number];

export const asksForSecond = (policy: SecondFactorPolicy, role: Role): boolean =>
  policy === "everyone" || (policy === "admins" && (role === "owner" || role === "admin"));
