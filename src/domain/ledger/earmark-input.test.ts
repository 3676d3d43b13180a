// What can't be set aside.
import { expect, test } from "vitest";
import { NewEarmark } from "./earmark-input.ts";

test.each<[string, object, string]>([
  ["nothing", { amountCents: 0 }, "amountCents"],
  ["less than nothing", { amountCents: -1 }, "amountCents"],
  ["for no purpose", { note: " " }, "note"],
])("%s is refused", (_what, more, field) => {
  const earmark = { accountId: "00000000-0000-4000-8000-000000000000", amountCents: 1, note: "x", ...more };
  expect(NewEarmark.safeParse(earmark).error?.issues[0]?.path).toEqual([field]);
});
