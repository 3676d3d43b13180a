// A business keeps only so many files waiting to be read: who sends more is asked to come again, and others don't wait.
import { createHash } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { freshBusiness, type Ledger } from "../story/ledger-dsl.ts";
import { discardFile, keepFile } from "./files.ts";
import { readBytes, readPart } from "./work.ts";

afterAll(closePool);

async function* inParts(...texts: string[]) {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

function send(business: Ledger, ...texts: string[]) {
  const size = texts.join("").length;
  const hash = createHash("sha256").update(texts.join("")).digest();
  return business.change((books) =>
    keepFile(books, { kind: "receivables", name: "file.csv", size, hash }, inParts(...texts)),
  );
}

test("a file is there in the parts that it came in, and whole", async () => {
  const business = await freshBusiness();
  const { fileId } = await send(business, "a,b\n", "1,2\n");
  await business.read(async (books) => {
    expect(Buffer.from(await readBytes(books, { fileId, size: 8 })).toString()).toBe("a,b\n1,2\n");
    const parts = [
      await readPart(books, fileId, 0),
      await readPart(books, fileId, 1),
      await readPart(books, fileId, 2),
    ];
    expect(parts.map((part) => part && Buffer.from(part).toString())).toEqual(["a,b\n", "1,2\n", null]);
  });
});

test("one that waits beyond the bound is refused until one is put away, and another business isn't", async () => {
  const [business, other] = [await freshBusiness(), await freshBusiness()];
  const sent = [];
  for (let n = 0; n < 60; n++) sent.push(await send(business, `file ${n}`));
  await expect(send(business, "one more")).rejects.toMatchObject({
    code: "crowded",
    details: { seconds: 20 },
  });
  await send(other, "theirs");
  const [first] = sent;
  await business.change((books) => discardFile(books, first?.fileId ?? ""));
  await send(business, "one more");
});
