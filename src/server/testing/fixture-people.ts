// For tests of the doors: who belongs to a stand-in shop beside its roles, and who was invited.
import { sql } from "drizzle-orm";
import { directoryDb } from "@/db/client.ts";
import { setMember } from "@/db/directory/members.ts";
import { present } from "@/domain/assert.ts";
import type { Permission } from "@/domain/permission.ts";
import { tenantOf } from "../actor.ts";
import { asMember, call } from "./fixture-caller.ts";
import { key } from "./fixture-documents.ts";
import { anyEmail, anyone, mailbox } from "./fixtures.ts";
import type { Shop } from "./shop.ts";

export const PEOPLE_DOORS: Record<string, Permission> = {
  "audit.list": "report:read",
  "audit.people": "report:read",
  "audit.read": "report:read",
  "people.list": "people:manage",
  "people.invite": "people:manage",
  "people.inviteAgain": "people:manage",
  "people.withdraw": "people:manage",
  "people.changeRole": "people:manage",
  "people.changeLimits": "people:manage",
  "people.remove": "people:manage",
  "people.transfer": "owner:change",
};

export const PEOPLE_INPUTS: Record<string, (shop: Shop) => unknown> = {
  "audit.list": () => ({ search: "green", kind: "customers", fromOn: "2026-01-01" }),
  "audit.people": () => ({}),
  "audit.read": ({ auditEntryId: entryId }) => ({ entryId }),
  "people.list": () => ({}),
  "people.invite": () => ({ ...key(), email: anyEmail(), role: "clerk" }),
  "people.inviteAgain": ({ invitationId }) => ({ ...key(), invitationId }),
  "people.withdraw": ({ invitationId }) => ({ ...key(), invitationId }),
  "people.changeRole": ({ memberId }) => ({ ...key(), userId: memberId, role: "bookkeeper" }),
  "people.changeLimits": ({ memberId }) => ({
    ...key(),
    userId: memberId,
    limits: { refund: 50_00, "write-off": null, override: null },
  }),
  "people.remove": ({ memberId }) => ({ ...key(), userId: memberId }),
  "people.transfer": ({ memberId }) => ({ ...key(), userId: memberId }),
};

export const PEOPLE_ANEW: Record<string, (shop: Shop) => Promise<void>> = {
  "audit.read": auditedAnew,
  "people.list": invitedAnew,
  "people.invite": async () => void mailbox(),
  "people.inviteAgain": invitedAnew,
  "people.withdraw": invitedAnew,
  "people.changeRole": memberAnew,
  "people.changeLimits": memberAnew,
  "people.remove": memberAnew,
  "people.transfer": transferableAnew,
  "security.changeSecondFactor": ownerAnew,
};

/** A clerk whom nothing else is done with. */
async function memberAnew(shop: Shop): Promise<void> {
  mailbox();
  const person = await anyone();
  await setMember(await tenantIn(shop), person.id, "clerk");
  shop.memberId = person.id;
}

/** The owner handed it over before, maybe. */
async function ownerAnew(shop: Shop): Promise<void> {
  await setMember(await tenantIn(shop), shop.people.owner.id, "owner");
}

async function transferableAnew(shop: Shop): Promise<void> {
  await ownerAnew(shop);
  await memberAnew(shop);
}

const tenantIn = async (shop: Shop): Promise<string> =>
  tenantOf(present((await asMember(shop, "admin")).member, "the admin is a member"));

/** The newest entry of its own audit log. */
async function auditedAnew(shop: Shop): Promise<void> {
  const found = await call(await asMember(shop, "viewer"), "audit.list", {});
  shop.auditEntryId = present(
    (found as { rows: { entryId: string }[] }).rows[0],
    "something was done",
  ).entryId;
}

/** Long enough ago to be mailed again. */
async function invitedAnew(shop: Shop): Promise<void> {
  mailbox();
  const made = await call(
    await asMember(shop, "admin"),
    "people.invite",
    PEOPLE_INPUTS["people.invite"]?.(shop),
  );
  shop.invitationId = (made as { invitationId: string }).invitationId;
  await directoryDb().execute(sql`
    update directory.invitations set expires_at = now() + interval '6 days' where id = ${shop.invitationId}::uuid`);
}
