// For tests of the doors: the permission of each procedure about who and what gets into the business, by hand.
import type { Permission } from "@/domain/permission.ts";

export const OFFICE_DOORS: Record<string, Permission> = {
  "apiKeys.list": "settings:change",
  "apiKeys.make": "settings:change",
  "apiKeys.revoke": "settings:change",
  "ownSignIn.read": "people:manage",
  "ownSignIn.change": "security:change",
  "ownSignIn.addDomain": "security:change",
  "ownSignIn.removeDomain": "security:change",
  "ownSignIn.proveDomain": "security:change",
  "security.read": "people:manage",
  "security.changeSecondFactor": "security:change",
};
