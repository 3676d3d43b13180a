// For tests of the doors: the permission of each procedure that has to do with paying online or with labels, by hand.
import type { Permission } from "@/domain/permission.ts";
import { PEOPLE_DOORS } from "./fixture-people.ts";

export const ONLINE_DOORS: Record<string, Permission> = {
  ...PEOPLE_DOORS,
  "labels.read": "account:read",
  "labels.names": "account:read",
  "labels.add": "settings:change",
  "labels.rename": "settings:change",
  "labels.putAway": "settings:change",
  "labels.ofCustomer": "account:read",
  "labels.setForCustomer": "customer:write",
  "labels.putOn": "customer:write",
  "autopays.list": "account:read",
  "autopays.stop": "payment:record",
  "onlinePayments.list": "account:read",
  "onlineSettings.read": "report:read",
  "onlineSettings.change": "settings:change",
  "onlineSettings.removeKeys": "settings:change",
  "onlineSettings.check": "settings:change",
};
