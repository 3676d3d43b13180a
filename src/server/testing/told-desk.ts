// For tests of the mails that tell people of something: a stand-in shop anew for each test, its owner, and what was sent.
import { afterAll, afterEach, beforeEach } from "vitest";
import { closePool } from "@/db/client.ts";
import { present } from "@/domain/assert.ts";
import type { Insider } from "../actor.ts";
import { setMailer, type Delivery, type OutgoingMail } from "../auth/mailer.ts";
import { queue } from "../jobs/queue.ts";
import { asMember, openShop, type Shop } from "./fixture-shop.ts";

export type ToldDesk = {
  shop: Shop;
  owner: Insider;
  sent: OutgoingMail[];
  /** What becomes of each mail from now on. */
  sending: (delivery: Delivery) => void;
};

/** Once at the head of a file: it opens before each test, and closes behind the last. */
export function toldDesk(): ToldDesk {
  const sent: OutgoingMail[] = [];
  const sending = (delivery: Delivery) =>
    setMailer((mail) => {
      sent.push(mail);
      return Promise.resolve(delivery);
    });
  const desk = { sent, sending } as ToldDesk;
  beforeEach(async () => {
    desk.shop = await openShop();
    desk.owner = present((await asMember(desk.shop, "owner")).member, "the owner is a member");
    sent.length = 0;
    sending({ status: "sent", messageId: "x" });
  });
  afterEach(() => setMailer(null));
  afterAll(async () => {
    await (await queue()).stop({ graceful: false });
    await closePool();
  });
  return desk;
}
