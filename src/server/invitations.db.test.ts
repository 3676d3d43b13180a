// Invitations by mail: looked at without being used, used once, and for whom they are meant alone.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool, directoryDb } from "@/db/client.ts";
import { disablePerson, listMembers } from "@/db/directory/members.ts";
import { membershipIn } from "@/db/directory/businesses.ts";
import { personByEmail } from "@/db/directory/people.ts";
import { present } from "@/domain/assert.ts";
import { NO_OWN_LIMITS } from "@/domain/ledger/own-limits.ts";
import type { Role } from "@/domain/permission.ts";
import { joinAnew, joinAs, waitingInvitation } from "./auth/invitations.ts";
import { queue } from "./jobs/queue.ts";
import { answerOf, asMember, call } from "./testing/fixture-caller.ts";
import { openShop, type Shop } from "./testing/fixture-shop.ts";
import { anyEmail, anyone, mailbox, PASSWORD, somewhere } from "./testing/fixtures.ts";

let shop: Shop;
let box: ReturnType<typeof mailbox>;
beforeEach(async () => {
  box = mailbox();
  shop = await openShop();
});
afterAll(async () => {
  await (await queue()).stop({ graceful: false });
  await closePool();
});

const key = () => ({ commandKey: randomUUID() });
const ask = async (role: Role, what: string, input: object) =>
  answerOf(await asMember(shop, role), `people.${what}`, { ...key(), ...input });
const idOf = (role: Role) => ({ userId: shop.people[role].id });
const roleOf = async (email: string) =>
  (await listMembers(shop.slug)).find((member) => member.email === email)?.role ?? null;

async function invite(role: Role = "clerk", email = anyEmail(), by: Role = "admin") {
  const { invitationId } = (await call(await asMember(shop, by), "people.invite", {
    ...key(),
    email,
    role,
  })) as { invitationId: string };
  return { invitationId, email, token: box.token() };
}

async function audited(): Promise<unknown[]> {
  const { member } = await asMember(shop, "viewer");
  return readBooks(present(member, "a member"), ({ tx }) =>
    tx.execute(sql`
      select action, actor_name, input::json->>'email' as email, input::json->>'role' as role
      from books.audit_entries where action like 'people.%' order by recorded_at`),
  );
}

describe("an invitation", () => {
  test("lets in somebody new, once, with the role that it says, and the books say who asked and who came", async () => {
    const { email, token } = await invite("bookkeeper", ` ${anyEmail().toUpperCase()} `);
    const address = email.trim().toLowerCase();
    expect(box.mails.at(-1)).toMatchObject({ to: { address }, subject: "Join the books of Stand-in Supply" });
    expect(await waitingInvitation(token)).toMatchObject({
      email: address,
      role: "bookkeeper",
      hasAccount: false,
    });

    const joining = { token, name: "Nina New", password: PASSWORD };
    const [once, twice] = await Promise.allSettled([
      joinAnew(joining, somewhere()),
      joinAnew(joining, somewhere()),
    ]);
    expect([once.status, twice.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(await roleOf(address)).toBe("bookkeeper");
    expect((await personByEmail(address))?.emailVerifiedAt).not.toBeNull();
    expect(await waitingInvitation(token)).toBeNull();
    expect(await audited()).toEqual([
      { action: "people.invite", actor_name: "Anyone", email, role: "bookkeeper" },
      { action: "people.join", actor_name: "Nina New", email: address, role: "bookkeeper" },
    ]);
  });

  test("isn't used up by a password that guessers try first, which lets nobody in", async () => {
    const { email, token } = await invite();
    for (const password of ["password1", "Nina New", "Stand-in Supply"])
      await expect(joinAnew({ token, name: "Nina New", password }, somewhere())).rejects.toMatchObject({
        code: "password-weak",
        details: { field: "password", because: expect.stringMatching(/\w/) },
      });
    expect([await personByEmail(email), await roleOf(email)]).toEqual([null, null]);
    await joinAnew({ token, name: "Nina New", password: PASSWORD }, somewhere());
    expect(await roleOf(email)).toBe("clerk");
  });

  test("lets in who has an account, by signing in with its address and no other", async () => {
    const person = await anyone();
    const { token } = await invite("viewer", person.email);
    expect(await waitingInvitation(token)).toMatchObject({ hasAccount: true });
    const other = await anyone();
    await expect(joinAs(other.id, token, somewhere())).rejects.toMatchObject({
      code: "invitation-of-another",
    });
    await expect(joinAnew({ token, name: "X", password: PASSWORD }, somewhere())).rejects.toMatchObject({
      code: "email-taken",
    });
    await joinAs(person.id, token, somewhere());
    expect(await roleOf(person.email)).toBe("viewer");
  });

  test("is looked at as often as a scanner likes, and is kept as a hash alone", async () => {
    const { token, email } = await invite();
    for (let looks = 0; looks < 5; looks++) expect(await waitingInvitation(token)).not.toBeNull();
    expect(await roleOf(email)).toBeNull();
    const kept = await directoryDb().execute(
      sql`select 1 from directory.invitations i where i::text like ${`%${token}%`}`,
    );
    expect(kept).toEqual([]);
  });

  test("counts no more when it was mailed again, withdrawn, a week old, or whoever sent it may not any more", async () => {
    const again = await invite();
    expect(await ask("admin", "inviteAgain", { invitationId: again.invitationId })).toMatchObject({
      refusal: ["too-many", { seconds: 60 }],
    });
    await age(again.invitationId, "6 days");
    expect(await ask("owner", "inviteAgain", { invitationId: again.invitationId })).toHaveProperty("answer");
    expect(await waitingInvitation(again.token)).toBeNull();
    expect(await waitingInvitation(box.token())).toMatchObject({ email: again.email });

    const withdrawn = await invite();
    await ask("admin", "withdraw", { invitationId: withdrawn.invitationId });
    expect(await waitingInvitation(withdrawn.token)).toBeNull();
    expect(box.mails.at(-1)).toMatchObject({
      to: { address: withdrawn.email },
      subject: "Your invitation to Stand-in Supply was withdrawn",
    });

    const old = await invite();
    await age(old.invitationId, "0 days");
    expect(await waitingInvitation(old.token)).toBeNull();

    const orphan = await invite();
    await ask("owner", "changeRole", { ...idOf("admin"), role: "bookkeeper" });
    expect(await waitingInvitation(orphan.token)).toBeNull();
  });

  test("to an address that belongs already is refused, and so is more than three an hour to one", async () => {
    expect(await ask("admin", "invite", { email: shop.people.clerk.email, role: "viewer" })).toMatchObject({
      refusal: ["already-member", {}],
    });
    const email = anyEmail();
    for (let n = 0; n < 3; n++) await invite("clerk", email);
    expect(await ask("admin", "invite", { email, role: "clerk" })).toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
  });

  test("is changed by another one, which says so and shuts the first", async () => {
    const first = await invite("clerk");
    expect(box.mails.at(-1)?.text).not.toContain("takes the place");
    const second = await invite("viewer", first.email);
    expect(box.mails.at(-1)?.text).toMatch(/You would be a viewer.*takes the place of the invitation/s);
    expect(await waitingInvitation(first.token)).toBeNull();
    expect(await waitingInvitation(second.token)).toMatchObject({ role: "viewer" });
  });

  test("lets nobody do more in one go than who invited them", async () => {
    const limits = { refund: 50_00, "write-off": null, override: 10_00 };
    await ask("owner", "changeLimits", { ...idOf("admin"), limits });
    const asAdmin = await invite("admin");
    const asClerk = await invite("clerk");
    const byOwner = await invite("admin", anyEmail(), "owner");
    const limitsOf = async ({ email, token }: { email: string; token: string }) => {
      await joinAnew({ token, name: "Nina New", password: PASSWORD }, somewhere());
      const { id } = present(await personByEmail(email), "they came");
      return (await membershipIn(shop.slug, id))?.ownLimits;
    };
    expect(await limitsOf(asAdmin)).toEqual(limits);
    // What the role can't do at all has no limit.
    expect(await limitsOf(asClerk)).toEqual(NO_OWN_LIMITS);
    expect(await limitsOf(byOwner)).toEqual(NO_OWN_LIMITS);
  });

  test("is counted by business: another one uses up nothing of what ours may mail to somebody", async () => {
    const email = anyEmail();
    const ours = shop;
    shop = await openShop();
    for (let n = 0; n < 3; n++) await invite("clerk", email);
    shop = ours;
    expect(await ask("admin", "invite", { email, role: "clerk" })).toHaveProperty("answer");
  });

  test("doesn't let in somebody who is disabled", async () => {
    const person = await anyone();
    const { token } = await invite("viewer", person.email);
    await disablePerson(person.id);
    expect(await waitingInvitation(token)).toBeNull();
  });

  const age = (invitationId: string, left: string) =>
    directoryDb().execute(sql`
      update directory.invitations set expires_at = now() + ${left}::interval where id = ${invitationId}::uuid`);
});
