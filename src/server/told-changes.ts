// Which changes the security log hears of, beside the audit log in the books (OWASP ASVS 16.3): who may do what, what is let past,
// what opens something to others. One line each, once per command, also when the answer was lost.
import type { Permission } from "@/domain/permission.ts";
import { tenantOf, type Insider } from "./actor.ts";
import { logSecurity } from "./log.ts";
import type { From } from "./wire/request.ts";

const TOLD: ReadonlySet<Permission> = new Set<Permission>([
  "limit:change",
  "override:approve",
  "people:manage",
  "settings:change",
  "period:close",
  "business:delete",
]);

/** `opens`: a door to somebody outside is opened or shut by it. */
type Change = { member: Insider; from: From; path: string; permission: Permission; opens: boolean };

export function tellChange({ member, from, path, permission, opens }: Change): void {
  if (!opens && !TOLD.has(permission)) return;
  const { requestId, ip } = from;
  logSecurity("changed", { requestId, ip, tenant: tenantOf(member), actor: member.subject, path });
}

export function tellExport(member: Insider, { requestId, ip }: From, path: string): void {
  logSecurity("exported", { requestId, ip, tenant: tenantOf(member), actor: member.subject, path });
}
