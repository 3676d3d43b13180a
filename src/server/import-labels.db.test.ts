// Labels of customers in a file, at the door: our own list comes back as it went out, and who may not make a label doesn't by a file.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Role } from "@/domain/permission.ts";
import { answerList } from "./list-files/list-file.ts";
import { customersFile } from "./list-files/customers.ts";
import { ask, asOurs, sentId, withShops, work } from "./testing/import-desk.ts";

withShops();

const command = (path: string, input: object, role: Role) =>
  ask(path, { commandKey: randomUUID(), ...input }, role);

test("our own list of customers comes back unchanged, labels and all", async () => {
  const owner = await asOurs("owner");
  const listed = async () => (await answerList(owner, customersFile, {})).text();
  const before = await listed();
  expect(before).toContain(",Monthly,");
  const fileId = await sentId(before, { kind: "customers", role: "owner" });
  const { asked, look } = await work(fileId);
  expect(look).toMatchObject({ faultCount: 0, newCustomers: 0, matchedCustomers: 2, newLabels: [] });
  expect(look?.columns.find(({ heading }) => heading === "Labels")?.field).toBe("labels");
  await command("imports.start", { fileId, asked }, "owner");
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { updated: 0, skipped: 2 } });
  expect(await listed()).toBe(before);
});

test.each(["Tags", "Etiketten", "Étiquettes", "Etiquetas"])("%s are labels", async (heading) => {
  const body = `Number,Name,${heading}\nC-1,Greenleaf,monthly\n`;
  expect((await work(await sentId(body, { kind: "customers" }))).look).toMatchObject({ newLabels: [] });
});

test("new ones are told before, and made by who may make one", async () => {
  const body = "Number,Name,Labels\nC-1,Greenleaf,Monthly; Paves roads\n";
  const fileId = await sentId(body, { kind: "customers" });
  const { asked, look } = await work(fileId);
  expect(look?.newLabels).toEqual(["Paves roads"]);
  const refused = { cause: { code: "import-makes-labels" } };
  await expect(command("imports.start", { fileId, asked }, "bookkeeper")).rejects.toMatchObject(refused);
  await command("imports.start", { fileId, asked }, "admin");
  expect(await work(fileId)).toMatchObject({ state: "imported", summary: { updated: 1 } });
  const labels = await ask("labels.names", {}, "viewer");
  expect(labels).toMatchObject([{ name: "Monthly" }, { name: "Paves roads" }]);
  await expect(command("imports.undo", { fileId }, "bookkeeper")).rejects.toMatchObject(refused);
  await command("imports.undo", { fileId }, "admin");
  expect(await work(fileId)).toMatchObject({ state: "undone" });
  expect(await ask("labels.names", {}, "viewer")).toMatchObject([{ name: "Monthly" }]);
});

test("a column of something else, taken for labels, is told by its heading and left alone with one answer", async () => {
  const rows = Array.from({ length: 201 }, (_, at) => `C-${at + 500},Customer ${at},Note ${at}`);
  const fileId = await sentId(["Number,Name,Tags", ...rows].join("\n"), { kind: "customers" });
  const { look, plan } = await work(fileId);
  expect(look).toMatchObject({ faultCount: 1, faults: [{ column: "Tags", count: 1, rows: [202] }] });
  expect(look?.newLabels).toHaveLength(200);
  const answer = look?.faults[0]?.answer;
  expect(answer?.label).toBe("Leave the column alone");
  await command("imports.look", { fileId, plan: { ...plan, ...answer?.patch } }, "bookkeeper");
  expect((await work(fileId)).look).toMatchObject({ faultCount: 0, newLabels: [], newCustomers: 201 });
});
