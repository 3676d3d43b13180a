// Files that are brought in, from another program or a till: sent, looked at, answered, imported, taken back.
import { z } from "zod";
import { IMPORT_KINDS, fieldsOf } from "@/domain/imports/fields.ts";
import {
  ImportAnswer,
  ImportFaultsAnswer,
  ImportFileAnswer,
  ImportsAnswer,
  StartedImportAnswer,
} from "@/domain/imports/import-answer.ts";
import { FileName, receiveImport } from "../../import-upload.ts";
import { receivingRoute, route, type Noun } from "../route.ts";

const file = "/imports/{file_id}" as const;

const FIELD_NAMES = IMPORT_KINDS.map((kind) => `${kind}: ${Object.keys(fieldsOf(kind)).join(", ")}`);

const Sent = z.strictObject({ kind: z.enum(IMPORT_KINDS), name: FileName });

export const imports: Noun = {
  name: "Imports",
  says: "Files that other programs export: CSV in any encoding, XLSX, IIF. Each is looked at first, asks what it leaves open, and comes into the books whole or not at all.",
  routes: [
    receivingRoute("imports.upload", {
      method: "POST",
      path: "/imports",
      says: "Send a file",
      more: "It is looked at at once: read it until its `state` isn’t `looking`. A file of `limits` takes `limit:change`.",
      creates: true,
      alsoTakes: "limit:change",
      answer: ImportFileAnswer,
      receive: {
        permission: "books:import",
        fields: Sent,
        largest: "100 MB",
        take: (member, { fields, ...sent }) => receiveImport(member, { ...sent, ...fields }),
      },
    }),
    route("imports.list", {
      method: "GET",
      path: "/imports",
      says: "List files that were sent",
      more: "The last 200.",
      answer: ImportsAnswer,
    }),
    route("imports.read", {
      method: "GET",
      path: file,
      says: "Read a file’s look and state",
      more: "`look` says how each column is read, which labels would be made, what the rows come to, what is left out or read differently, and what is wrong, by group. Its `questions` say what the file doesn’t settle, each answer with the `patch` that goes over the `plan`.",
      answer: ImportAnswer,
    }),
    route("imports.faults", {
      method: "GET",
      path: `${file}/faults`,
      says: "List what is wrong in a file",
      more: "Every fault of the last look, of which `look.faults` names the first of each group: its row as a spreadsheet counts them (0 where it is of no row), the file’s own heading, and what is wrong. 500 to a page; the first 100,000 are kept.",
      answer: ImportFaultsAnswer,
    }),
    route("imports.look", {
      method: "POST",
      path: `${file}/look`,
      says: "Look at it again, read as the plan says",
      more: `Send the plan that you read, with the answers’ patches laid over it. Its columns say what each holds by its place, counted from 0: a field, or nothing where it is left alone. The fields of ${FIELD_NAMES.join("; of ")}.`,
      answer: ImportFileAnswer,
    }),
    route("imports.start", {
      method: "POST",
      path: `${file}/start`,
      says: "Import it",
      more: "`asked` is that of the look you read: if somebody has it read otherwise since, nothing is done. Read it until its `state` isn’t `importing`. Credit limits in it take `limit:change`; labels that nobody has made yet, as `look.new_labels` names them, take `settings:change`.",
      alsoTakes: "limit:change",
      answer: StartedImportAnswer,
    }),
    route("imports.cancel", {
      method: "POST",
      path: `${file}/cancel`,
      says: "Call off what is under way",
      answer: ImportFileAnswer,
    }),
    route("imports.undo", {
      method: "POST",
      path: `${file}/undo`,
      says: "Undo its import",
      more: "Whole, while nothing was built on it: `can_undo` says so. It takes the scopes that starting it took.",
      alsoTakes: "limit:change",
      answer: ImportFileAnswer,
    }),
    route("imports.discard", {
      method: "POST",
      path: `${file}/discard`,
      says: "Take a file from the list",
      more: "One that isn’t in the books.",
      answer: ImportFileAnswer,
    }),
  ],
};
