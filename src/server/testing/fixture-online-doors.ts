// For tests of the doors: the permission of each procedure that has to do with paying online, by hand.
import type { Permission } from "@/domain/permission.ts";
import { PEOPLE_DOORS } from "./fixture-people.ts";

export const ONLINE_DOORS: Record<string, Permission> = {
  ...PEOPLE_DOORS,
  "autopays.list": "account:read",
  "autopays.stop": "payment:record",
  "onlinePayments.list": "account:read",
  "onlineSettings.read": "report:read",
  "onlineSettings.change": "settings:change",
  "onlineSettings.removeKeys": "settings:change",
  "onlineSettings.check": "settings:change",
};
