// Who may do what: product.md's table, row by row. Reading this file is the whole answer; nothing else in
// the product decides on a role.
export const ROLES = ["owner", "admin", "bookkeeper", "clerk", "project-manager", "viewer"] as const;
export type Role = (typeof ROLES)[number];

const O = "owner";
const A = "admin";
const B = "bookkeeper";
const C = "clerk";
const P = "project-manager";
const V = "viewer";

export const PERMISSIONS = {
  "account:read": [O, A, B, C, P, V],
  "report:read": [O, A, B, V],
  "customer:write": [O, A, B, C, P],
  "product:write": [O, A, B, P],
  "receipt:record": [O, A, B, C],
  "payment:record": [O, A, B, C],
  "invoice:write": [O, A, B, P],
  "job:write": [O, A, B, P],
  "credit:apply": [O, A, B],
  "event:reverse": [O, A, B],
  "limit:change": [O, A],
  "override:approve": [O, A],
  "account:adjust": [O, A],
  "statement:preview": [O, A, B, C, P, V],
  "statement:issue": [O, A, B],
  "books:import": [O, A, B],
  "books:export": [O, A, B, V],
  "settings:change": [O, A],
  "period:close": [O, A],
  "people:manage": [O, A],
  "security:change": [O],
  "owner:change": [O],
  "business:delete": [O],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Project managers bill the jobs that they run: `invoice:write` reaches no further for them. */
export const billsOwnJobsOnly = (role: Role): boolean => role === P;

/** What bringing in a file of a kind takes: who may not change one limit may not change a thousand. */
export const permissionToImport = (kind: string): Permission =>
  kind === "limits" ? "limit:change" : "books:import";

export function mayDo(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
