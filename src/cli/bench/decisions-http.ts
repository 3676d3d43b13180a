// How fast a till is answered by a server: credit decisions by POST /api/v1/credit/decisions, over a thousand accounts at a steady
// rate. The keys are of one business and ask as any program does: none of them more often than a key may.
import { randomUUID } from "node:crypto";
import { present } from "@/domain/assert.ts";
import { env } from "@/env.ts";
import { analyzeTills, makeTills } from "./decisions.ts";
import { openLoop } from "./load.ts";
import { makeKeys } from "./program-keys.ts";
import type { Part } from "./table.ts";

const KEYS = 4;
const WARM = 600;
const RATE = { perSecond: 200, seconds: 20 };

export async function benchDecisionsHttp(): Promise<Part> {
  const tills = await makeTills();
  const keys = await makeKeys(tills, KEYS, ["receipt:record"]);
  const { customers } = tills;
  const ask = (nth: number) =>
    askFor(present(keys[nth % KEYS], "a key"), present(customers[nth % customers.length], "a customer"));
  for (let nth = 0; nth < WARM; nth += 4)
    await Promise.all(Array.from({ length: 4 }, (_, beside) => ask(nth + beside)));
  await analyzeTills();
  return {
    name: "decisions-http",
    says: `POST /api/v1/credit/decisions, request to last byte, by ${KEYS} keys of one business; p99 at most 40 ms at 200 a second over 1,000 accounts`,
    rows: [await openLoop("credit decisions over HTTP", ask, RATE)],
  };
}

async function askFor(key: string, customer: string): Promise<void> {
  const answer = await fetch(`${env().APP_URL}/api/v1/credit/decisions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({ customer, amount: "1.00", expires_in_seconds: 900 }),
  });
  const told = await answer.text();
  if (answer.status !== 201 || !told.includes('"approved":true'))
    throw new Error(`a decision answered ${answer.status}: ${told.slice(0, 300)}`);
}
