// The answer to an application for credit: by two people where the limit takes them, held to the line of the history that gave the
// limit, and for whoever a customer is by now.
import { sql, type SQL } from "drizzle-orm";
import { expect, test } from "vitest";
import { cents } from "@/domain/values/money.ts";
import { readCreditAccount } from "../credit/credit-account.ts";
import { approveLimit, declineLimit, withdrawLimit } from "../credit/limit-requests.ts";
import { applicationDesk } from "../testing/applying.ts";
import { mergeInto } from "../testing/merging.ts";
import { approveApplication } from "./application-answers.ts";

const desk = applicationDesk();
const { apply, approve, decline, read, toldOf, canCharge, by } = desk;

const ann = "user:ann";
const bo = "user:bo";
async function withSecond() {
  const applicationId = await apply();
  const { customerId, requestId } = await by(ann, async (books) => {
    await books.tx.execute(sql`update books.settings set approve_above = 100`);
    const asked = {
      creditCents: cents(5_000_00),
      terms: "net-30",
      reason: "Good references",
      told: "Welcome",
    };
    return approveApplication(books, { applicationId, ...asked });
  });
  return { applicationId, customerId, requestId: requestId ?? "" };
}
test("a limit that takes a second person waits with its application, and is answered with it", async () => {
  const { applicationId, customerId, requestId } = await withSecond();
  expect(await canCharge(customerId)).toMatchObject({ kind: "refused" });
  expect(await read(applicationId)).toMatchObject({ state: "waiting", isWithSecond: true, decidedBy: null });
  // Nobody tells them yes before it is one.
  expect(await toldOf(applicationId)).toMatchObject({ state: "waiting", told: "", limitCents: null });
  for (const again of [() => approve(applicationId), () => decline(applicationId)])
    await expect(again()).rejects.toMatchObject({ code: "application-waits" });
  const answered = await by(bo, (books) => approveLimit(books, { requestId }));
  expect(answered.applicationId).toBe(applicationId);
  expect(await canCharge(customerId)).toMatchObject({ amountCents: 5_000_00 });
  expect(await read(applicationId)).toMatchObject({
    state: "approved",
    isWithSecond: false,
    decidedBy: "ann, bo",
  });
  expect(await toldOf(applicationId)).toMatchObject({ told: "Welcome", limitCents: 5_000_00 });
});

test.each([
  ["declined", (requestId: string) => by(bo, (books) => declineLimit(books, { requestId, answer: "No" }))],
  ["taken back", (requestId: string) => by(ann, (books) => withdrawLimit(books, { requestId }))],
])("where that is %s, it waits for an answer again, and nobody is made twice", async (_how, end) => {
  const { applicationId, customerId, requestId } = await withSecond();
  await end(requestId);
  expect(await read(applicationId)).toMatchObject({ state: "waiting", isWithSecond: false, reason: "" });
  const again = await approve(applicationId, { creditCents: cents(100) });
  expect(again).toEqual({ customerId, requestId: null });
  expect(await read(applicationId)).toMatchObject({ state: "approved" });
});

test("the answer names the line of the history that gave the limit, and the database sees to it", async () => {
  const known = await desk.business.customer("Alder", { number: "C-7" }).write();
  await approve(await apply(null), { customerId: known.customerId });
  // They have just that already: it is decided again, and told so.
  const again = await apply(null);
  await approve(again, { customerId: known.customerId, reason: "As before" });
  const { changes } = await desk.business.read((books) => readCreditAccount(books, known.customerId));
  expect(changes.map(({ reason }) => reason)).toEqual([
    "Application of Alder Builders: As before",
    "Application of Alder Builders: Good references",
  ]);
  expect(changes[0]?.before).toEqual(changes[0]?.after);
  const other = await desk.business.customer("Beech").write();
  const waiting = await apply(null);
  const answered = (more: SQL) =>
    desk.business.change(({ tx }) =>
      tx.execute(sql`
        update books.credit_applications set state = 'approved', decided_by = 'x', decided_at = now(),
          change_id = ${changes[0]?.id}::uuid, ${more} where id = ${waiting}::uuid`),
    );
  for (const wrong of [
    sql`given = 500001, customer_id = ${known.customerId}::uuid`,
    sql`given = 500000, customer_id = ${other.customerId}::uuid`,
  ])
    await expect(answered(wrong)).rejects.toMatchObject({ cause: { code: "OA061" } });
  await answered(sql`given = 500000, customer_id = ${known.customerId}::uuid`);
});

test("named for somebody who was merged meanwhile, it is answered for whom they are now", async () => {
  const [gone, kept] = [
    await desk.business.customer("Alder").write(),
    await desk.business.customer("Alder Homes").write(),
  ];
  await mergeInto(desk.business, [gone, kept]);
  const applicationId = await apply(null);
  expect(await approve(applicationId, { customerId: gone.customerId })).toEqual({
    customerId: kept.customerId,
    requestId: null,
  });
  expect(await canCharge(kept.customerId)).toMatchObject({ kind: "refused", because: "no-address" });
  expect(await read(applicationId)).toMatchObject({ customerId: kept.customerId, givenCents: 5_000_00 });
});

test("a limit that waits while its customer is merged is approved by nobody; taken back, the application is answered anew", async () => {
  const { applicationId, customerId, requestId } = await withSecond();
  const { accountId, customerNumber: number } = await desk.business.read((books) =>
    readCreditAccount(books, customerId),
  );
  const kept = await desk.business.customer("Alder Homes").write();
  await mergeInto(desk.business, [{ accountId, customerId, number }, kept]);
  await expect(by(bo, (books) => approveLimit(books, { requestId }))).rejects.toMatchObject({
    code: "merged-away",
  });
  await by(ann, (books) => withdrawLimit(books, { requestId }));
  await approve(applicationId, { creditCents: cents(100) });
  expect(await read(applicationId)).toMatchObject({ state: "approved", customerId: kept.customerId });
});
