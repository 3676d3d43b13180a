// What a business writes in its mails is kept by paper and language, one change after the other, and goes back to ours.
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client.ts";
import { freshBusiness } from "../story/ledger-dsl.ts";
import { changeMailText, readMailText, readMailTexts } from "./mail-texts.ts";

afterAll(closePool);

test("each has its own; whoever was slower is told; emptied, it is ours again", async () => {
  const business = await freshBusiness();
  const change = (version: number, subject: string, language: "en" | "de" = "en") =>
    business.change((books) =>
      changeMailText(books, { paper: "statement", language, version, subject, body: "" }),
    );
  const read = (language: "en" | "de") =>
    business.read(async (books) => (await readMailText(books, "statement", language)).subject);
  expect(await change(0, "First")).toEqual({ version: 1 });
  expect(await change(0, "Erste", "de")).toEqual({ version: 1 });
  expect(await change(1, "Second")).toEqual({ version: 2 });
  const slower = { code: "changed-meanwhile", details: { version: 2, now: { subject: "Second", body: "" } } };
  await expect(change(1, "Third")).rejects.toMatchObject(slower);
  await expect(change(0, "Third")).rejects.toMatchObject(slower);
  expect([await read("en"), await read("de")]).toEqual(["Second", "Erste"]);
  await change(2, "");
  expect(await read("en")).toBe("");
  expect(await business.read(readMailTexts)).toHaveLength(2);
});
