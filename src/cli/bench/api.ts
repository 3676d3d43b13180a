// How fast programs record payments: each by the API's door, beside the same procedure as its own door calls it for a member,
// in turns on one server. Who asks is looked up both ways; a member's session isn't, which would cost their door more.
import { randomUUID } from "node:crypto";
import { memberActor } from "@/server/actor.ts";
import { answerRest } from "@/server/rest/door.ts";
import { assert, present } from "@/domain/assert.ts";
import { FROM, callAs, makeKeys, ownerOf } from "./program-keys.ts";
import { AMOUNT, asOwner, makeStock, PAID, type Stock, type Work } from "./stock.ts";
import { median, round, type Part } from "./table.ts";

const ROUNDS = 3;
const WARM = 100;
const SIZES: readonly { clients: number; each: number }[] = [
  { clients: 1, each: 200 },
  { clients: 4, each: 100 },
  { clients: 16, each: 40 },
];
/** So many that none of them asks more often than a key may. */
const KEYS = 16;

type Post = (work: Work, client: number) => Promise<void>;

export async function benchApi(): Promise<Part> {
  const total = SIZES.reduce((sum, { clients, each }) => sum + clients * each, 0) * ROUNDS * 2 + WARM * 2;
  const stock = await makeStock(total);
  await asOwner((owner) =>
    owner.unsafe("analyze books.events, books.items, books.accounts, books.journal_lines"),
  );
  const keys = await makeKeys(stock, KEYS, ["payment:record"]);
  const door = byDoor(keys);
  const procedure = byProcedure(stock);
  let from = 0;
  const measure = async (post: Post, clients: number, each: number) => {
    const start = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let n = 0; n < each; n++)
          await post(present(stock.work[from + client * each + n], "enough work"), client);
      }),
    );
    from += clients * each;
    return (clients * each) / ((performance.now() - start) / 1000);
  };
  for (const post of [door, procedure]) await measure(post, 10, WARM / 10);
  const rows: Part["rows"] = [];
  for (const { clients, each } of SIZES) {
    const rates = { door: [] as number[], procedure: [] as number[] };
    for (let turn = 0; turn < ROUNDS; turn++) {
      rates.procedure.push(await measure(procedure, clients, each));
      rates.door.push(await measure(door, clients, each));
    }
    const [ours, floor] = [median(rates.door), median(rates.procedure)];
    rows.push({ clients, door: round(ours, 1), procedure: round(floor, 1), ratio: round(ours / floor) });
  }
  return { name: "api", says: "POST /api/v1/payments per second, of the procedure behind it", rows };
}

function byDoor(keys: readonly string[]): Post {
  return async ({ accountId, items }, client) => {
    const body = {
      account_id: accountId,
      amount: "200.00",
      method: "check",
      reference: "4471",
      received_on: PAID,
      applied: items.map((item_id) => ({ item_id, amount: "100.00" })),
    };
    const request = new Request("http://bench.example/api/v1/payments", {
      method: "POST",
      headers: {
        authorization: `Bearer ${keys[client % KEYS]}`,
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const answer = await answerRest(request, ["payments"]);
    const told: unknown = await answer.json();
    assert(answer.status === 201, `a payment is recorded: ${JSON.stringify(told)}`);
  };
}

function byProcedure(stock: Stock): Post {
  const { slug } = stock;
  const user = ownerOf(stock);
  return async ({ accountId, items }) => {
    const member = await memberActor(user, slug, "bench");
    await callAs({ user, member, from: FROM }, "payments.record", {
      commandKey: randomUUID(),
      accountId,
      amountCents: AMOUNT * 2,
      method: "check",
      reference: "4471",
      receivedOn: PAID,
      applied: items.map((itemId) => ({ itemId, amountCents: AMOUNT })),
    });
  };
}
