// books photos: makes the pictures of who may charge plain that were kept before that was done when one is sent. Once for a
// business; again, it changes nothing.
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { makePhotosPlain } from "@/books/business/plain-photos.ts";
import { changeBooks } from "@/books/open.ts";
import { countOf } from "@/domain/count-of.ts";
import { operatorOf } from "./usage.ts";

export function photosCommand(): Command {
  return new Command("photos")
    .description("Takes where and when it was taken out of each picture of who may charge")
    .requiredOption("--org <slug>", "the business")
    .action(makePlain);
}

async function makePlain({ org }: { org: string }): Promise<void> {
  const actor = await operatorOf(org);
  const command = { key: randomUUID(), procedure: "charging.plainPhotos", input: null };
  const { looked, plain, broken } = await changeBooks(actor, command, makePhotosPlain);
  const told = [`${countOf(looked, "picture")} looked at`, `something left out of ${plain}`];
  if (broken > 0) told.push(`${broken} can't be read and stay as they are: ask for another`);
  console.log(`${org}: ${told.join(", ")}`);
}
