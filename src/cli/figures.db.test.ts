// The operator's commands that figures are checked by from outside, and the one that does whatever a member may do: the
// same doors, the same audit, one effect per key.
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readBooks } from "@/books/open.ts";
import { closePool } from "@/db/client.ts";
import { disablePerson } from "@/db/directory/members.ts";
import { operatorActor } from "@/server/actor.ts";
import { closeQueue } from "@/server/jobs/queue.ts";
import { PERMISSIONS } from "@/domain/permission.ts";
import { openShop, type Shop } from "@/server/testing/fixture-shop.ts";
import { doCommand } from "./commands/do.ts";
import { taxCommand } from "./commands/tax.ts";
import { trialBalanceCommand } from "./commands/trial-balance.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(async () => {
  await closeQueue();
  await closePool();
});

type Said = { code: number; out: string; err: string };

const COMMANDS = {
  do: doCommand,
  tax: taxCommand,
  "trial-balance": trialBalanceCommand,
};

/** One command in this process, with so much on its stdin. */
async function books(
  [first, ...args]: readonly [keyof typeof COMMANDS, ...string[]],
  stdin = "",
): Promise<Said> {
  let out = "";
  const command = COMMANDS[first]().exitOverride();
  command.configureOutput({ writeErr: () => {} });
  vi.spyOn(console, "log").mockImplementation((text: string) => void (out += `${text}\n`));
  vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from([stdin]) as typeof process.stdin);
  try {
    await command.parseAsync(args, { from: "user" });
    return { code: 0, out, err: "" };
  } catch (error) {
    return { code: 1, out, err: String(error) };
  } finally {
    vi.restoreAllMocks();
  }
}

const as = (role: keyof Shop["people"], procedure: string, input: object) =>
  books(["do", "--org", shop.slug, "--as", shop.people[role].email, procedure, "-"], JSON.stringify(input));

describe("trial-balance", () => {
  test("says what the books come to, as decimal texts", async () => {
    const { out } = await books(["trial-balance", "--org", shop.slug, "--as-of", "2026-02-28", "--json"]);
    expect(JSON.parse(out)).toEqual({
      asOf: "2026-02-28",
      receivable: "40.00",
      customerCredit: "0.00",
      retainageReceivable: "0.00",
      undepositedFunds: "60.00",
      revenue: "100.00",
      taxPayable: "0.00",
      lines: [
        { account: "1100", name: "Undeposited funds", debit: "60.00", credit: "0.00" },
        { account: "1200", name: "Accounts receivable", debit: "40.00", credit: "0.00" },
        { account: "2300", name: "Customer credit", debit: "0.00", credit: "0.00" },
        { account: "4000", name: "Sales", debit: "0.00", credit: "100.00" },
      ],
    });
  });

  test("and to a person in columns, with a total; a day that is none is said", async () => {
    const { out } = await books(["trial-balance", "--org", shop.slug, "--as-of", "2026-02-28"]);
    expect(out).toMatch(/1200 +Accounts receivable +40\.00\s/);
    expect(out).toMatch(/Total +100\.00 +100\.00\n$/);
    const wrong = await books(["trial-balance", "--org", shop.slug, "--as-of", "soon"]);
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining("--as-of: soon is not a date") });
  });
});

describe("tax", () => {
  const tax = (...more: string[]) => books(["tax", "--org", shop.slug, ...more]);

  test("says by agency what was sold, and what of it is in the journal", async () => {
    const { rateId } = shop;
    const { version } = JSON.parse((await as("owner", "settings.read", {})).out) as { version: number };
    await as("owner", "taxes.chooseDefault", { version, rateId });
    const lines = [{ productId: null, description: "Mulch", quantity: "1", unitPrice: "50", taxable: true }];
    const sale = { accountId: null, issuedOn: "2026-04-02", lines };
    const sold = await as("clerk", "receipts.record", {
      ...sale,
      tenders: [{ tender: "cash", amountCents: 53_00 }],
    });
    expect(sold.err).toBe("");
    const { out } = await tax("--from", "2026-04-01", "--to", "2026-04-30", "--json");
    const none = {
      onAccount: "0.00",
      journal: "0.00",
      postedLater: "0.00",
      datedBefore: "0.00",
      posted: "0.00",
    };
    expect(JSON.parse(out)).toEqual({
      from: "2026-04-01",
      to: "2026-04-30",
      basis: "invoiced",
      tax: "3.00",
      journal: "0.00",
      agencies: [
        {
          agency: "Tax agency",
          account: "2200",
          counter: "0.00",
          tax: "0.00",
          taxableSales: "0.00",
          exemptSales: "50.00",
          ...none,
        },
        {
          agency: "City of Barre",
          account: "2201",
          counter: "3.00",
          tax: "3.00",
          taxableSales: "50.00",
          exemptSales: "0.00",
          ...none,
        },
      ],
    });
    const paid = await tax("--from", "2026-04-01", "--to", "2026-04-30", "--basis", "paid");
    expect(paid.out).toMatch(/City of Barre +50\.00 +0\.00 +3\.00\nTotal +3\.00\n$/);
  });

  test("a basis that is none, and a range that ends before it begins, are said", async () => {
    const days = ["--from", "2026-04-30", "--to", "2026-04-01"];
    expect((await tax(...days, "--basis", "maybe")).err).toContain("--basis: maybe is neither");
    expect((await tax(...days)).err).toContain("The range ends before it begins");
  });
});

describe("do", () => {
  const name = () => `Newcomer ${randomUUID().slice(0, 8)}`;

  test("lists every procedure with its permission", async () => {
    const { out } = await books(["do", "--list"]);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/ +/));
    expect(lines).toContainEqual(["customers.create", "changes", "customer:write"]);
    expect(lines.every(([, , permission]) => permission !== undefined && permission in PERMISSIONS)).toBe(
      true,
    );
  });

  test("carries one out as that member, once per key, and the audit log says who", async () => {
    const input = { commandKey: randomUUID(), name: name() };
    const first = await as("clerk", "customers.create", input);
    expect(first.code).toBe(0);
    expect(await as("clerk", "customers.create", input)).toEqual(first);
    const actor = await operatorActor(shop.slug, "test");
    if (!actor) throw new Error("the business is there");
    const rows = await readBooks(actor, ({ tx }) =>
      tx.execute<{ actor_name: string }>(sql`
        select actor_name from books.audit_entries where action = 'customers.create' and input like ${`%${input.name}%`}`),
    );
    expect([...rows]).toEqual([{ actor_name: shop.people.clerk.name }]);
    const { customerId } = JSON.parse(first.out) as { customerId: string };
    const read = await as("viewer", "customers.read", { customerId });
    expect(JSON.parse(read.out)).toMatchObject({ name: input.name });
  });

  test("a change without a key is made each time", async () => {
    const input = { name: name() };
    const [one, two] = [
      await as("owner", "customers.create", input),
      await as("owner", "customers.create", input),
    ];
    expect(JSON.parse(one.out)).not.toEqual(JSON.parse(two.out));
  });

  test("what that member may not do is refused, and what can't be read is told by its field", async () => {
    const denied = await as("viewer", "customers.create", { name: name() });
    expect(denied).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("not-allowed: Your role"),
    });
    const wrong = await as("owner", "customers.create", { name: "", number: 7 });
    expect(wrong).toMatchObject({ code: 1, err: expect.stringMatching(/name: Enter/) });
    const gone = await as("owner", "customers.read", { customerId: randomUUID() });
    expect(gone.err).toContain("not-found");
  });

  test("nobody acts as a stranger or as somebody who was shut out, and no procedure is guessed", async () => {
    const owner = ["--org", shop.slug, "--as", shop.people.owner.email];
    expect((await books(["do", ...owner, "customers.steal"])).err).toContain("There is no procedure");
    expect((await books(["do", ...owner, "toString"])).err).toContain("There is no procedure");
    expect((await books(["do", ...owner, "customers.list", "-"], "{")).err).toContain("stdin is no JSON");
    const stranger = ["--org", shop.slug, "--as", "nobody@people.example"];
    expect((await books(["do", ...stranger, "customers.list"])).err).toContain("is no member of");
    const out = shop.people["project-manager"];
    await disablePerson(out.id);
    expect((await as("project-manager", "customers.list", {})).err).toContain("is no member of");
  });
});
