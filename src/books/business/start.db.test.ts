// The start of the books moves both ways while nothing is posted, and stays for good with the first event.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { day } from "@/domain/values/day.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { readPeriods } from "./periods.ts";
import { moveStart, readStartOfBooks } from "./start.ts";

afterAll(closePool);

test("it moves to an earlier and to a later day, and its months are there", async () => {
  const business = await freshBusiness({ startOn: "2026-03-10" });
  const to = (startOn: string) => business.change((books) => moveStart(books, { startOn: day(startOn) }));
  const months = async () => (await business.read(readPeriods)).map(({ month }) => month);
  await to("2025-11-20");
  expect(await business.read(readStartOfBooks)).toEqual({ startOn: "2025-11-20", movable: true });
  expect((await months()).at(-1)).toBe("2025-11-01");
  await business.customer("Alder").invoice("10.00", "2025-11-20").write();
  await expect(to("2026-01-01")).rejects.toMatchObject({ code: "start-posted" });
});

test("after it is moved ahead, days before it are refused and its earlier months aren't shown", async () => {
  const business = await freshBusiness({ startOn: "2025-11-20" });
  await business.change((books) => moveStart(books, { startOn: day("2026-02-15") }));
  expect((await business.read(readPeriods)).at(-1)).toEqual({ month: "2026-02-01", status: "open" });
  await expect(business.customer("Alder").invoice("10.00", "2026-02-14").write()).rejects.toMatchObject({
    code: "before-start",
  });
  await expect(
    business.change((books) => moveStart(books, { startOn: day("2026-07-01") })),
  ).rejects.toMatchObject({ code: "date-in-future" });
});

test("whoever posts in the same moment is waited for", async () => {
  const business = await freshBusiness({ startOn: "2025-01-01" });
  const alder = await business.customer("Alder").write();
  const [posted, moved] = await Promise.allSettled([
    business.account(alder).invoice("10.00", "2026-01-05").write(),
    business.change((books) => moveStart(books, { startOn: day("2026-06-01") })),
  ]);
  // One of the two was first; never both.
  expect([posted.status, moved.status].filter((status) => status === "fulfilled")).toHaveLength(1);
});
