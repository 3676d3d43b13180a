// Pictures of who may charge that were kept as they were sent: an operator has what came along taken out of them, where they
// hang and where they hung, and another file that is the same stays what somebody sent.
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachFile, listAttachments, readAttachmentFile } from "@/books/business/attachments.ts";
import { addBuyer } from "@/books/credit/charging-rules.ts";
import { freshBusiness, type Account, type Ledger } from "@/books/story/ledger-dsl.ts";
import { runChecks } from "@/db/checks/checks.ts";
import { closePool } from "@/db/client.ts";
import { PLACE, jpegWithPlace, plainPictures, pngWithPlace } from "@/domain/testing/pictures.ts";
import { photosCommand } from "./commands/photos.ts";

let business: Ledger & { slug: string };
let greenleaf: Account;
beforeEach(async () => {
  business = await freshBusiness();
  greenleaf = await business.customer("Greenleaf").write();
});
afterEach(async () => {
  expect((await business.read(({ tx }) => runChecks(tx))).broken).toEqual([]);
});
afterAll(closePool);

/** What it prints, in this process. */
async function told(): Promise<string> {
  let out = "";
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void (out += text));
  const command = photosCommand().exitOverride();
  await command.parseAsync(["--org", business.slug], { from: "user" }).finally(() => log.mockRestore());
  return out.replace(`${business.slug}: `, "");
}

const person = (name: string) =>
  business.change((books) =>
    addBuyer(books, {
      accountId: greenleaf.accountId,
      name,
      pin: null,
      mostCents: null,
      jobId: null,
      until: null,
    }),
  );

/** As it was kept then: the bytes that were sent. */
async function keptThen(content: Uint8Array, type: "image/jpeg" | "image/png", name: string) {
  const { buyerId } = await person(name);
  const hash = createHash("sha256").update(content).digest();
  await business.change(async ({ tx }) => {
    await tx.execute(sql`
      insert into books.attachment_files (hash, content, size) values (${hash}, ${content}, ${content.byteLength}::int)
      on conflict do nothing`);
    await tx.execute(sql`
      insert into books.attachments (buyer_id, name, media_type, hash, attached_by)
      values (${buyerId}::uuid, ${name}, ${type}, ${hash}, 'Ann')`);
  });
  return buyerId;
}

const photoOf = (buyerId: string) =>
  business.read(async (books) => {
    const [photo] = await listAttachments(books, { kind: "buyer", id: buyerId });
    const file = await readAttachmentFile(books, photo?.attachmentId ?? "");
    return { by: photo?.attachedBy, name: file.name, content: new Uint8Array(file.content) };
  });

const bytesKept = () =>
  business.read(async ({ tx }) => {
    const rows = await tx.execute<{ content: Buffer }>(sql`select content from books.attachment_files`);
    return rows.map(({ content }) => content.toString("latin1"));
  });

test("each is made plain, once, and what came along is nowhere any more", async () => {
  const ann = await keptThen(jpegWithPlace(), "image/jpeg", "ann.jpg");
  const bob = await keptThen(pngWithPlace(), "image/png", "bob.png");
  // Of somebody who has another picture by now.
  await business.change((books) =>
    attachFile(books, { kind: "buyer", id: bob, name: "new.jpg", content: plainPictures.jpeg }),
  );
  expect(await told()).toBe("3 pictures looked at, something left out of 2");
  expect(await photoOf(ann)).toEqual({ by: "Ann", name: "ann.jpg", content: plainPictures.jpeg });
  expect((await bytesKept()).filter((bytes) => bytes.includes(PLACE))).toEqual([]);
  expect(await bytesKept()).toHaveLength(2);
  expect(await told()).toBe("2 pictures looked at, something left out of 0");
});

test("the same file on a customer stays as it was sent, and one that is broken stays and is told", async () => {
  const sent = pngWithPlace();
  const hung = { kind: "customer", id: greenleaf.customerId, name: "yard.png", content: sent } as const;
  const { attachmentId } = await business.change((books) => attachFile(books, hung));
  const ann = await keptThen(sent, "image/png", "ann.png");
  const torn = plainPictures.png.subarray(0, 40);
  const bob = await keptThen(torn, "image/png", "bob.png");
  expect(await told()).toBe(
    "2 pictures looked at, something left out of 1, 1 can't be read and stay as they are: ask for another",
  );
  expect((await photoOf(ann)).content).toEqual(plainPictures.png);
  expect((await photoOf(bob)).content).toEqual(new Uint8Array(torn));
  const file = await business.read((books) => readAttachmentFile(books, attachmentId));
  expect(new Uint8Array(file.content)).toEqual(sent);
});

test("nothing longer takes the place of a picture, and none of another business", async () => {
  const ann = await keptThen(plainPictures.png, "image/png", "ann.png");
  const hash = createHash("sha256").update(plainPictures.png).digest();
  const put = (of: Ledger, plain: Uint8Array) =>
    of.change(async ({ tx }) => {
      const [row] = await tx.execute<{ changed: number }>(sql`
        select books.plain_photo(${hash}, ${plain})::int as changed`);
      return row?.changed;
    });
  expect(await put(business, pngWithPlace())).toBe(0);
  expect(await put(await freshBusiness(), plainPictures.png.subarray(0, 20))).toBe(0);
  expect((await photoOf(ann)).content).toEqual(plainPictures.png);
});
