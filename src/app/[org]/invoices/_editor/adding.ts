// What somebody may add while they write an invoice.
import { billsOwnJobsOnly } from "@/domain/permission.ts";
import type { CurrentMember } from "../../_shell/current-member.ts";
import type { Adding } from "./billed-customer.tsx";

export const addingOf = ({ permissions, role, user }: CurrentMember): Adding => ({
  customer: permissions.includes("customer:write"),
  job: permissions.includes("job:write") ? { managerId: billsOwnJobsOnly(role) ? user.userId : null } : null,
});
