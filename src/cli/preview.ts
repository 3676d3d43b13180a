// Renders every document from sample values into .preview, so that a change of the paper or the mails is looked at
// before it ships. Needs no database and no settings.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { previews } from "@/documents/previews.ts";

const folder = join(process.cwd(), ".preview");
mkdirSync(folder, { recursive: true });
for (const preview of previews) {
  for (const [name, content] of await preview()) {
    writeFileSync(join(folder, name), content);
    console.log(join(".preview", name));
  }
}
