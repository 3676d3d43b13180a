// Saving by itself: a moment after the last key, one behind the other, and the same again where no answer came.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { blankDraft, type Draft } from "@/domain/invoices/draft.ts";
import { day } from "@/domain/values/day.ts";
import { autosave, type SaveState } from "./autosave.ts";

const blank = blankDraft(day("2026-06-30"), "en-US");
const said = (poNumber: string): Draft => ({ ...blank, poNumber });

type Sent = { version: number | null; poNumber: string; key: string };

function desk(answer: (sent: Sent) => "lost" | "clash" | "bad" | null = () => null) {
  const sent: Sent[] = [];
  const states: SaveState<string>["is"][] = [];
  let keys = 0;
  const take = (version: number | null, draft: Draft, key: string) => {
    const one = { version, poNumber: draft.poNumber, key };
    sent.push(one);
    const trouble = answer(one);
    return trouble ? Promise.reject(new Error(trouble)) : Promise.resolve();
  };
  const saving = autosave<string>(
    {
      start: (draft, key) => take(null, draft, key).then(() => ({ draftId: "d", version: 1 })),
      save: ({ version }, draft, key) => take(version, draft, key).then(() => ({ version: version + 1 })),
      newKey: () => `key-${++keys}`,
      judge(error) {
        const { message } = error as Error;
        return message === "lost" ? null : { trouble: message, halts: message === "clash" };
      },
      told: ({ is }) => states.push(is),
    },
    null,
    blank,
  );
  return { saving, sent, states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("one save for all that is typed without a pause, and none for nothing", async () => {
  const { saving, sent, states } = desk();
  saving.typed(blank);
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual([]);
  saving.typed(said("P"));
  await vi.advanceTimersByTimeAsync(300);
  saving.typed(said("PO"));
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual([{ version: null, poNumber: "PO", key: "key-1" }]);
  expect(states.at(-1)).toBe("saved");
  saving.typed(said("PO-7"));
  expect(await saving.flush()).toEqual({ draftId: "d", version: 2 });
  expect(sent.at(-1)).toEqual({ version: 1, poNumber: "PO-7", key: "key-2" });
});

test("without an answer the same is sent again, and what was typed since comes after it", async () => {
  let isAway = true;
  const { saving, sent, states } = desk(() => (isAway ? "lost" : null));
  saving.typed(said("A"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe("away");
  saving.typed(said("B"));
  isAway = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent.map(({ poNumber, key }) => [poNumber, key])).toEqual([
    ["A", "key-1"],
    ["A", "key-1"],
    ["B", "key-2"],
  ]);
  expect(states.at(-1)).toBe("saved");
});

test("over a colleague's save it stops, keeps what is typed, and goes on from what stands", async () => {
  let isClash = true;
  const { saving, sent, states } = desk(() => (isClash ? "clash" : null));
  saving.typed(said("mine"));
  expect(await saving.flush()).toBeNull();
  saving.typed(said("mine still"));
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe("refused");
  isClash = false;
  saving.goOn({ draftId: "d", version: 4 }, said("theirs"));
  saving.typed(said("mine still"));
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent.at(-1)).toMatchObject({ version: 4, poNumber: "mine still" });
});

test("what can't be kept is said, and tried again when something else is typed", async () => {
  let isBad = true;
  const { saving, sent, states } = desk(() => (isBad ? "bad" : null));
  saving.typed(said("too long"));
  await vi.advanceTimersByTimeAsync(20_000);
  expect([sent.length, states.at(-1)]).toEqual([1, "refused"]);
  isBad = false;
  saving.typed(said("short"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe("saved");
});
