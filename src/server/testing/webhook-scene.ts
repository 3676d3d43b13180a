// Webhooks of a business of its own with a receiver, for tests: what was received, and what a consumer makes of it.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach } from "vitest";
import { makeEndpoint, readEndpoint } from "@/books/business/webhooks.ts";
import { readDeliveries } from "@/books/business/webhook-deliveries.ts";
import { freshBusiness } from "@/books/story/ledger-dsl.ts";
import { desk, type Desk } from "@/books/testing/desk.ts";
import type { EventKind } from "@/domain/ledger/account.ts";
import { present } from "@/domain/assert.ts";
import { cents } from "@/domain/values/money.ts";
import { operatorActor, tenantOf, type SystemActor } from "../actor.ts";
import { deliverEvents } from "../webhooks/deliver-events.ts";
import { newSecret, sealSecret } from "../webhooks/signature.ts";
import { runWebhookJob } from "../jobs/webhook-work.ts";
import { everythingFinal } from "./everything-final.ts";
import { rebuilt, type Told } from "./rebuilt.ts";
import { receiver } from "./webhook-receiver.ts";

type Scene = {
  business: Awaited<ReturnType<typeof freshBusiness>>;
  actor: SystemActor;
  shop: Awaited<ReturnType<typeof receiver>>;
  at: Desk;
};

/** Anew before each test. */
export function webhookScene() {
  const now = {} as Scene;
  beforeEach(async () => {
    const business = await freshBusiness();
    const found = await operatorActor(business.slug, "webhooks-test");
    const greenleaf = await business
      .customer("Greenleaf", { limitCents: cents(500_00), addressLines: ["1 Elm St"] })
      .write();
    const actor = present(found, "the business is there");
    Object.assign(now, { business, actor, shop: await receiver(), at: desk(business, greenleaf) });
  });
  afterEach(() => now.shop.stop());
  const set = (endpointId: string, change: string) =>
    now.business.change(({ tx }) =>
      tx.execute(sql.raw(`update books.webhook_endpoints set ${change} where id = '${endpointId}'`)),
    );
  return {
    now,
    set,
    soon: (endpointId: string) => set(endpointId, "next_try_at = now()"),
    async endpoint({
      url = now.shop.url,
      kinds = [] as EventKind[],
      secret = newSecret(),
    } = {}): Promise<string> {
      const endpointId = crypto.randomUUID();
      const sealed = sealSecret(now.actor, endpointId, secret);
      await now.business.change((books) => makeEndpoint(books, { endpointId, url, kinds, secret: sealed }));
      return endpointId;
    },
    async deliver(endpointId: string) {
      await everythingFinal();
      return deliverEvents(now.actor, endpointId);
    },
    /** As the worker does it. */
    async work(endpointId: string) {
      await everythingFinal();
      return runWebhookJob({ tenant: tenantOf(now.actor), endpointId });
    },
    stateOf: (endpointId: string) => now.business.read((books) => readEndpoint(books, endpointId)),
    deliveriesOf: async (endpointId: string) =>
      (await now.business.read((books) => readDeliveries(books, { endpointId }))).deliveries,
    bodies: () => now.shop.received.map(({ body }) => JSON.parse(body) as Body),
    /** What a consumer makes of it. */
    rebuiltFrom: (bodies: readonly Body[]) => {
      const { open, balances } = rebuilt(bodies.map(({ data }) => data));
      return { open, balances };
    },
    keptInBooks: () => keptInBooks(now),
    story: () => story(now),
  };
}

export type Body = { type: string; data: Told };

async function keptInBooks({ business }: Scene) {
  const rows = await business.read(({ tx }) =>
    tx.execute<{ key: string; open: number }>(sql`
      select 'item ' || id as key, open from books.items where open > 0
      union all select 'credit ' || id, open from books.credits where open > 0`),
  );
  const nets = await business.read(({ tx }) =>
    tx.execute<{ id: string; net: number }>(
      sql`select id, net from books.accounts where last_seq is not null`,
    ),
  );
  return {
    open: Object.fromEntries(rows.map(({ key, open }) => [key, open])),
    balances: Object.fromEntries(nets.map(({ id, net }) => [id, net])),
  };
}

/** Two accounts, with much of what can happen to them. */
async function story({ business, at }: Scene) {
  const birch = await business
    .customer("Birch")
    .invoice("70.00", "2026-02-01")
    .paid("90.00", "2026-02-20")
    .write();
  const invoice = await at.invoice(100_00, "2026-03-01");
  const paid = await at.pay(60_00, "2026-03-05", [[invoice.eventId, 40_00]]);
  await at.refund(5_00, "2026-03-06", paid.eventId);
  await at.writeOff(invoice.eventId, 10_00, "2026-03-07");
  await at.unApply(paid.eventId, invoice.eventId, "2026-03-08");
  const up = await at.up(7_00, "2026-03-09");
  await at.reverse(up.eventId, "2026-03-10");
  await desk(business, birch).up(3_00, "2026-03-11");
}
