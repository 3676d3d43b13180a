// How much mail goes out in our name with somebody else's words: ordinary work is never hit, and a flood is told why.
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import type { Role } from "@/domain/permission.ts";
import { env } from "@/env.ts";
import { now, setClock } from "./clock.ts";
import { limitMail, MOST_TO_ONE } from "./mail-limits.ts";
import { anyEmail } from "./testing/fixtures.ts";
import { asMember, call, INPUTS, openShop, type Shop } from "./testing/fixture-shop.ts";

const most = env().MAILS_PER_DAY;
let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => {
  env().MAILS_PER_DAY = most;
  setClock(null);
});
afterAll(closePool);

const daysLater = (days: number) => setClock(new Date(now().getTime() + days * 86_400_000).toISOString());

async function send(recipient: string, role: Role = "owner"): Promise<string> {
  const { member } = await asMember(shop, role);
  if (!member) throw new Error("they are members");
  return limitMail(member, { recipient }).then(
    () => "goes",
    (error: { code: string }) => error.code,
  );
}

test("on its first day a business mails two statements to each of a hundred customers, and no more", async () => {
  const customers = Array.from({ length: 100 }, anyEmail);
  for (const each of [...customers, ...customers]) expect(await send(each)).toBe("goes");
  expect(await send(anyEmail(), "admin")).toBe("too-many-mails");
});

test("after a week it mails five times as many, by more than one person", async () => {
  env().MAILS_PER_DAY = 50;
  daysLater(8);
  for (let n = 0; n < 25; n++) expect(await send(anyEmail())).toBe("goes");
  for (let n = 0; n < 25; n++) expect(await send(anyEmail(), "admin")).toBe("goes");
  expect(await send(anyEmail(), "bookkeeper")).toBe("too-many-mails");
});

test("one person has no more of it by having many businesses", async () => {
  env().MAILS_PER_DAY = 5;
  daysLater(8);
  for (let n = 0; n < 5; n++) expect(await send(anyEmail())).toBe("goes");
  const { owner } = shop.people;
  const other = await openShop();
  shop = { ...other, people: { ...other.people, owner } };
  const { member } = await asMember(other, "owner");
  if (!member) throw new Error("the owner is a member");
  const theirs = limitMail({ ...member, userId: owner.id }, { recipient: anyEmail() });
  await expect(theirs).rejects.toMatchObject({ code: "too-many-mails" });
});

test("nobody's mailbox is filled by one business, and another business's mail to it still goes", async () => {
  const victim = anyEmail();
  for (let n = 0; n < MOST_TO_ONE; n++) expect(await send(victim.toUpperCase())).toBe("goes");
  expect(await send(victim)).toBe("too-many-to-one");
  expect(await send(anyEmail())).toBe("goes");
  shop = await openShop();
  expect(await send(victim)).toBe("goes");
});

test("at the door it is said in words, and nothing is queued", async () => {
  env().MAILS_PER_DAY = 1;
  const owner = await asMember(shop, "owner");
  const input = INPUTS["statements.send"]?.(shop) as Record<string, unknown>;
  await call(owner, "statements.send", { ...input, commandKey: "first-mail" });
  await expect(call(owner, "statements.send", { ...input, commandKey: "second-mail" })).rejects.toMatchObject(
    {
      code: "TOO_MANY_REQUESTS",
      message: expect.stringContaining("Send the rest tomorrow"),
    },
  );
});
