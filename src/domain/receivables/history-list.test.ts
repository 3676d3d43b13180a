// The types under which a history is looked through are all there is, and none of them twice.
import { expect, test } from "vitest";
import { EVENT_KINDS } from "../ledger/account.ts";
import { HISTORY_TYPES } from "./history-list.ts";

test("every kind of event but a deposit is of exactly one type", () => {
  const kinds = Object.values(HISTORY_TYPES).flatMap((type): string[] => [...type.kinds]);
  expect(kinds.sort()).toEqual(EVENT_KINDS.filter((kind) => kind !== "deposit").sort());
});
