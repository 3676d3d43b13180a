// Who was declined credit is forgotten twelve months later, and nobody before or otherwise.
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { direct } from "@/db/testing/direct.ts";
import { cents } from "@/domain/values/money.ts";
import { needed } from "@/env.ts";
import { declineLimit, withdrawLimit } from "../credit/limit-requests.ts";
import { LICENCE, applicationDesk } from "../testing/applying.ts";
import { approveApplication } from "./application-answers.ts";
import { listAttachments } from "./attachments.ts";
import { areApplicationsOver, forgetApplications } from "./forgotten-applications.ts";

const admin = direct(needed("ADMIN_DATABASE_URL"));
const desk = applicationDesk();
const { apply, approve, decline, read, toldOf } = desk;
afterAll(() => admin.end());

/** As if the answer had been given so long ago. */
const aged = (applicationId: string, interval: string) =>
  admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update books.credit_applications set decided_at = now() - ${interval}::interval where id = ${applicationId}`;
  });

test("twelve months after a no, who applied, their words and their papers are gone, and what was answered stays", async () => {
  const [old, recent, approved] = [
    await apply(),
    await apply({ ...LICENCE, name: "other.pdf" }),
    await apply(null),
  ];
  await decline(old, "You are too new to us.");
  await decline(recent);
  await approve(approved);
  await aged(old, "12 months 1 minute");
  await aged(recent, "12 months -1 minute");
  await aged(approved, "10 years");
  expect(await desk.business.read(areApplicationsOver)).toBe(true);
  expect(await desk.business.change(forgetApplications)).toEqual({ forgotten: 1 });
  expect(await desk.business.read(areApplicationsOver)).toBe(false);
  expect(await desk.business.change(forgetApplications)).toEqual({ forgotten: 0 });
  expect(await read(old)).toMatchObject({
    business: "",
    contact: "",
    email: "",
    phone: "",
    address: "",
    taxNumber: "",
    references: [],
    reason: "",
    told: "",
    state: "declined",
    wantedCents: 6_000_00,
    decidedBy: expect.stringMatching(/./),
    forgottenAt: expect.stringMatching(/./),
  });
  expect(await toldOf(old)).toMatchObject({ state: "declined", told: "", email: "" });
  const papersOf = (id: string) =>
    desk.business.read((books) => listAttachments(books, { kind: "application", id }));
  // The same bytes hang on the other one: there they stay.
  expect([(await papersOf(old)).length, (await papersOf(recent)).length]).toEqual([0, 1]);
  expect(await files()).toBe(1);
  await aged(recent, "13 months");
  await desk.business.change(forgetApplications);
  expect(await files()).toBe(0);
  expect((await read(approved)).business).toBe("Alder Builders");
});
const files = async () =>
  (await desk.business.read(({ tx }) => tx.execute(sql`select hash from books.attachment_files`))).length;

/** With what was asked for in it. */
async function agedWhole(
  { applicationId, requestId }: { applicationId: string; requestId: string | null },
  interval: string,
) {
  await aged(applicationId, interval);
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update books.credit_applications set recorded_at = decided_at - interval '2 hours' where id = ${applicationId}`;
    await tx`update books.limit_requests set recorded_at = now() - ${interval}::interval - interval '1 hour' where id = ${requestId}`;
  });
}

test("what an earlier yes asked for in their name is forgotten with them; the customer that it made stays", async () => {
  await desk.business.change(({ tx }) => tx.execute(sql`update books.settings set approve_above = 100`));
  const asked = async (end: (requestId: string) => Promise<unknown>) => {
    const applicationId = await apply();
    const order = {
      applicationId,
      creditCents: cents(5_000_00),
      terms: "net-30",
      reason: "Dana is known",
      told: "",
    };
    const made = await desk.by("user:ann", (books) => approveApplication(books, order));
    await end(made.requestId ?? "");
    await decline(applicationId);
    return { ...made, applicationId };
  };
  const no = (requestId: string) =>
    desk.by("user:bo", (books) => declineLimit(books, { requestId, answer: "Dana is too new" }));
  const back = (requestId: string) => desk.by("user:ann", (books) => withdrawLimit(books, { requestId }));
  const [declined, withdrawn, recent] = [await asked(no), await asked(back), await asked(no)];
  await agedWhole(declined, "12 months 1 minute");
  await agedWhole(withdrawn, "13 months");
  expect(await desk.business.change(forgetApplications)).toEqual({ forgotten: 2 });
  const [words] = await desk.business.read(({ tx }) =>
    tx.execute<{ of: object }>(sql`
      select jsonb_object_agg(id, array[state, reason, answer]) as of from books.limit_requests`),
  );
  expect(words?.of).toEqual({
    [declined.requestId ?? ""]: ["declined", "", ""],
    [withdrawn.requestId ?? ""]: ["withdrawn", "", ""],
    [recent.requestId ?? ""]: ["declined", "Application of Alder Builders: Dana is known", "Dana is too new"],
  });
  expect((await desk.canCharge(declined.customerId)).kind).toBe("refused");
});

test("nobody is forgotten before, nor otherwise", async () => {
  const applicationId = await apply();
  await decline(applicationId);
  const forgotten = sql`update books.credit_applications set forgotten_at = now(), business = '', contact = '', email = '',
    phone = '', address = '', tax_number = '', named = '[]', reason = '', told = ''`;
  await expect(desk.business.change(({ tx }) => tx.execute(forgotten))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  await expect(
    desk.business.change(({ tx }) => tx.execute(sql`delete from books.attachment_files`)),
  ).rejects.toThrow();
  expect(await desk.business.change(forgetApplications)).toEqual({ forgotten: 0 });
  expect((await read(applicationId)).business).toBe("Alder Builders");
});
