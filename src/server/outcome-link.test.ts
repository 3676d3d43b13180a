// An answer that got lost: what was recorded counts as recorded, what wasn't is said, and what nobody knows is said too.
import { TRPCClientError } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, test } from "vitest";
import { nameOf, outcomeLink } from "./outcome-link.ts";
import { memoryStore, sentCommands, type LookedUp } from "./sent-commands.ts";

const RECORDED: LookedUp = {
  state: "recorded",
  answer: { number: "P-00012" },
  recordedAt: "2026-02-01T12:00:00Z",
};
const PAY = { path: "payments.record", input: { accountId: "a", amountCents: 500_00 } };
const LOST = new TRPCClientError("Failed to fetch");
const failed = (httpStatus: number, refusal: object | null = null) =>
  Object.assign(new TRPCClientError("No."), { data: { httpStatus, refusal } });

type World = { answers: (object | Error)[]; looked: (LookedUp | Error)[]; minutes?: number };

/** A browser tab whose server answers as the world says; what went over the line, and what was said. */
function tab({ answers, looked }: World) {
  const clock = { minutes: 0 };
  const sent = sentCommands(memoryStore(() => clock.minutes * 60_000));
  const heard = { keys: [] as string[], recovered: [] as string[] };
  const link = outcomeLink({
    outcome: async () => orThrow(looked.length > 1 ? looked.shift() : looked[0]),
    sent,
    onRecovered: (name) => heard.recovered.push(name),
    wait: async () => {},
  })({});
  const send = (commandKey: string, { path, input }: { path: string; input: object } = PAY) =>
    new Promise<unknown>((resolve, reject) => {
      const op = {
        id: 1,
        type: "mutation",
        path,
        input: { commandKey, ...input },
        context: {},
        signal: null,
      } as const;
      link({
        op,
        next: (passed) =>
          observable((observer) => {
            heard.keys.push((passed.input as { commandKey: string }).commandKey);
            const answer = answers.shift();
            if (answer instanceof Error) observer.error(answer as TRPCClientError<never>);
            else {
              observer.next({ result: { type: "data", data: answer } });
              observer.complete();
            }
          }),
      }).subscribe({
        next: ({ result }) => resolve("data" in result ? result.data : null),
        error: reject,
      });
    });
  return { send, heard, clock };
}

function orThrow(found: LookedUp | Error | undefined): LookedUp {
  if (!found || found instanceof Error) throw found ?? new Error("nobody is there");
  return found;
}

test.each([
  ["the line broke", LOST],
  ["the server failed", failed(500)],
  ["the database was away", failed(503)],
])("%s, but it was recorded: that is the answer, and it is said", async (_why, lost) => {
  const { send, heard } = tab({ answers: [lost], looked: [LOST, RECORDED] });
  await expect(send("key-1")).resolves.toEqual({ number: "P-00012" });
  expect(heard.recovered).toEqual(["P-00012"]);
});

test("trouble that recorded nothing is the answer, and nobody needs to be asked", async () => {
  const away = failed(503);
  Object.assign(away.data, { trouble: "away" });
  const { send, heard } = tab({ answers: [away], looked: [RECORDED] });
  await expect(send("key-1")).rejects.toBe(away);
  expect(heard.recovered).toEqual([]);
  const unknown = failed(503);
  Object.assign(unknown.data, { trouble: "unknown" });
  await expect(tab({ answers: [unknown], looked: [RECORDED] }).send("key-1")).resolves.toEqual(
    RECORDED.answer,
  );
});

test("nothing was recorded: said, and sent again it goes through", async () => {
  const { send } = tab({ answers: [LOST, { number: "P-1" }], looked: [{ state: "absent" }] });
  await expect(send("key-1")).rejects.toMatchObject({ meta: { outcome: "absent" } });
  await expect(send("key-1")).resolves.toEqual({ number: "P-1" });
});

test("nobody can be asked: said as unknown, never as nothing", async () => {
  const { send } = tab({ answers: [LOST], looked: [LOST] });
  await expect(send("key-1")).rejects.toMatchObject({
    meta: { outcome: "unknown" },
    message: expect.stringContaining("don't know whether this was recorded"),
  });
});

test.each([
  ["a refusal", failed(500, { code: "busy" })],
  ["a wrong field", failed(400)],
  ["a closed door", failed(403)],
])("%s is an answer: passed on, nobody is asked", async (_what, error) => {
  const { send, heard } = tab({ answers: [error, { number: "P-2" }], looked: [] });
  await expect(send("key-1")).rejects.toBe(error);
  // It is over, and the corrected form may say the same again.
  await expect(send("key-2")).resolves.toEqual({ number: "P-2" });
  expect(heard.keys).toEqual(["key-1", "key-2"]);
});

test("the form is opened anew after a lost answer, with the same content", async () => {
  const { send, heard } = tab({
    answers: [LOST, { number: "P-3" }],
    looked: [LOST, LOST, LOST, LOST, RECORDED],
  });
  await expect(send("key-1")).rejects.toMatchObject({ meta: { outcome: "unknown" } });
  await expect(send("key-2")).rejects.toMatchObject({ meta: { outcome: "sent-before" } });
  expect(heard.keys).toEqual(["key-1"]);
  // Whoever insists means a second one.
  await expect(send("key-2")).resolves.toEqual({ number: "P-3" });
  expect(heard.keys).toEqual(["key-1", "key-2"]);
});

test("the same content again while nobody knows goes under the first key: it can't become two", async () => {
  const { send, heard } = tab({ answers: [LOST, { number: "P-4" }], looked: [LOST] });
  await expect(send("key-1")).rejects.toMatchObject({ meta: { outcome: "unknown" } });
  await expect(send("key-2")).resolves.toEqual({ number: "P-4" });
  expect(heard.keys).toEqual(["key-1", "key-1"]);
});

test("the same payment a few minutes later is asked about once; an hour later, or with other content, it isn't", async () => {
  const answers = Array.from({ length: 5 }, (_, at) => ({ number: `P-${at}` }));
  const { send, heard, clock } = tab({ answers, looked: [] });
  await send("key-1");
  clock.minutes = 5;
  await expect(send("key-2")).rejects.toMatchObject({ message: expect.stringContaining("as P-0") });
  await expect(send("key-2")).resolves.toEqual({ number: "P-1" });
  await send("key-3", { path: PAY.path, input: { accountId: "a", amountCents: 1 } });
  clock.minutes = 70;
  await send("key-4");
  expect(heard.keys).toEqual(["key-1", "key-2", "key-3", "key-4"]);
});

test("it is the same payment though it would settle something else by now", async () => {
  const { send } = tab({ answers: [LOST], looked: [LOST, LOST, LOST, LOST, RECORDED] });
  const paid = (itemId: number) => ({
    path: PAY.path,
    input: { ...PAY.input, applied: [{ itemId, amountCents: 500_00 }] },
  });
  await expect(send("key-1", paid(1))).rejects.toMatchObject({ meta: { outcome: "unknown" } });
  await expect(send("key-2", paid(2))).rejects.toMatchObject({ meta: { outcome: "sent-before" } });
});

test("a counter sells the same all day: an answered sale is never asked about", async () => {
  const sale = { path: "receipts.record", input: { accountId: null, amountCents: 1 } };
  const { send, heard } = tab({ answers: [{ number: "R-1" }, { number: "R-2" }], looked: [] });
  await send("key-1", sale);
  await send("key-2", sale);
  expect(heard.keys).toEqual(["key-1", "key-2"]);
});

test.each([
  [{ number: "R-7" }, "R-7"],
  [{ eventId: 81 }, "Event 81"],
  [{ ok: true }, null],
  [null, null],
])("%j is called %j", (answer, name) => expect(nameOf(answer)).toBe(name));
