// What the doors to a business's people take.
import { z } from "zod";
import { ROLES } from "../permission.ts";
import { AnyCents } from "../values/money-shapes.ts";

export const AnyRole = z.enum(ROLES, "Choose a role.");

/** One plain address, lower-cased: no list, no quoted local part, nothing that a mailer may read otherwise. */
export const PersonAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "This address is too long.")
  .pipe(z.email("Enter an e-mail address, such as name@example.com."));

export const NewInvitation = z.strictObject({ email: PersonAddress, role: AnyRole });
export type NewInvitation = z.output<typeof NewInvitation>;

const Limit = AnyCents.refine(
  (amount) => amount >= 0,
  "Enter an amount, or nothing for no limit.",
).nullable();
export const OwnLimitsInput = z.strictObject({ refund: Limit, "write-off": Limit, override: Limit });

export const MemberChange = z.strictObject({ userId: z.uuid(), role: AnyRole });
export const MemberLimits = z.strictObject({ userId: z.uuid(), limits: OwnLimitsInput });
