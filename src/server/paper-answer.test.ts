// A paper as an answer, and what a browser is told when there is none just now: a status, when to try again, and words.
import { expect, test } from "vitest";
import { Refusal } from "@/domain/refusal.ts";
import { ThreadLost } from "./heavy/threads.ts";
import { answerPaper } from "./paper-answer.ts";

const failing = (error: Error) =>
  answerPaper(() => {
    throw error;
  });

test("a paper is its bytes", async () => {
  const pdf = new TextEncoder().encode("%PDF-1.7");
  const answer = await answerPaper(() => Promise.resolve({ pdf, name: "Statement", download: true }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
});

test.each([
  [new Refusal("crowded", { seconds: 5 }), 429, "5", "try again in a few seconds", true],
  [new ThreadLost("gone"), 503, "1", "Nothing was changed; try again", true],
  [new Refusal("too-much-work"), 422, null, "try a shorter range", false],
] as const)("%s is told in plain words", async (error, status, retryAfter, words, again) => {
  const answer = await failing(error);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("retry-after")).toBe(retryAfter);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const page = await answer.text();
  expect(page).toContain(words);
  expect(page.includes('<a href=""')).toBe(again);
});

test("any other error is left to whoever tells errors", async () => {
  await expect(failing(new Refusal("not-found"))).rejects.toThrow(Refusal);
  await expect(failing(new TypeError("ours"))).rejects.toThrow(TypeError);
});
