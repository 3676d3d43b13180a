// The worker's way with a run: one that goes through by itself is made in the same go, not when somebody sweeps.
import { afterAll, expect, test } from "vitest";
import { addContact } from "@/books/customers/contacts.ts";
import { readRun, readRunFigures, startRun } from "@/books/statements/runs.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { closePool } from "@/db/client.ts";
import { NewContact } from "@/domain/customers/contact-input.ts";
import { present } from "@/domain/assert.ts";
import { inputOf } from "@/domain/input-of.ts";
import { NewRun } from "@/domain/statements/run-input.ts";
import { day } from "@/domain/values/day.ts";
import { env } from "@/env.ts";
import { operatorActor } from "../actor.ts";
import { workOnRun } from "./statement-runs.ts";

afterAll(closePool);

test.each([
  [true, "done", 1],
  [false, "rehearsed", 0],
])("going through by itself is %s: it is %s, with %d made", async (goesThrough, state, made) => {
  const business = await freshBusiness();
  await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  const asked = inputOf(NewRun, { kind: "open-item", asOf: day("2026-02-28"), deliver: "none" });
  const { runId } = await business.change((books) => startRun(books, { ...asked, goesThrough }));
  await workOnRun(present(await operatorActor(business.slug, "test"), "it is there"), runId);
  expect(await business.read((books) => readRun(books, runId))).toMatchObject({ state });
  expect(await business.read((books) => readRunFigures(books, runId))).toMatchObject({ made });
});

test("one that would mail more addresses than may be mailed in a day waits for a person", async () => {
  const business = await freshBusiness();
  const { customerId } = await business.customer("Owes").invoice("100.00", "2026-01-05").write();
  for (const name of ["ann", "bo", "cy", "di", "ed", "flo"])
    await business.change((books) =>
      addContact(
        books,
        inputOf(NewContact, { customerId, name, email: `${name}@owes.example`, getsStatements: true }),
      ),
    );
  const actor = present(await operatorActor(business.slug, "test"), "it is there");
  const begin = async (asOf: string) => {
    const asked = inputOf(NewRun, { kind: "open-item", asOf: day(asOf), deliver: "mail" });
    const run = { ...asked, goesThrough: true, isScheduled: true };
    const { runId } = await business.change((books) => startRun(books, run));
    await workOnRun(actor, runId);
    return business.read((books) => readRun(books, runId));
  };
  // A young business has room for ten: one statement that goes to six addresses leaves too little for the next.
  const { MAILS_PER_DAY: usual } = env();
  env().MAILS_PER_DAY = 1;
  try {
    expect(await begin("2026-02-27")).toMatchObject({ state: "done" });
    expect(await begin("2026-02-28")).toMatchObject({ state: "rehearsed", goesThrough: false });
  } finally {
    env().MAILS_PER_DAY = usual;
  }
});
