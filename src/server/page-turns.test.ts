// A page's turn is its answer's: it begins with the request, and ends when the answer is out or given up.
import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { holdAnswer } from "./wire/answer-status.ts";
import { takePageTurn } from "./page-turns.ts";
import { Unavailable } from "./trouble.ts";

let business = "";
beforeEach(() => void (business = randomUUID()));

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A request that is under way, and whether its page's turn has come. */
async function ask(id = randomUUID()) {
  const response = Object.assign(new EventEmitter(), { headersSent: false, statusCode: 200, writeHead() {} });
  holdAnswer(id, response as unknown as ServerResponse);
  const page = { response, state: "waits", error: null as unknown };
  takePageTurn(business, id).then(
    () => (page.state = "rendered"),
    (error: unknown) => Object.assign(page, { state: "refused", error }),
  );
  await settled();
  return page;
}

test("the next one begins when an answer is out", async () => {
  const pages = [await ask(), await ask(), await ask(), await ask()];
  expect(pages.map(({ state }) => state)).toEqual(["rendered", "rendered", "rendered", "waits"]);
  pages[0]?.response.emit("close");
  await settled();
  expect(pages[3]?.state).toBe("rendered");
});

test("who goes away while it waits takes nobody's turn", async () => {
  const pages = [await ask(), await ask(), await ask(), await ask(), await ask()];
  pages[3]?.response.emit("close");
  pages[0]?.response.emit("close");
  await settled();
  expect(pages[4]?.state).toBe("rendered");
});

test("where too many wait, one more is told so, with a status that says it", async () => {
  const pages = [];
  for (let nth = 0; nth < 104; nth++) pages.push(await ask());
  const last = pages.at(-1);
  expect(last?.state).toBe("refused");
  expect(last?.error).toBeInstanceOf(Unavailable);
  expect(last?.response.statusCode).toBe(503);
  for (const page of pages) page.response.emit("close");
});

test("what no server of ours holds waits for nobody", async () => {
  const turns = Array.from({ length: 10 }, () => takePageTurn(business, randomUUID()));
  await expect(Promise.all(turns)).resolves.toHaveLength(10);
});
