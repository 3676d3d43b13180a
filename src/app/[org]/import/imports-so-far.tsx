// The files that were sent so far, the newest first: who, when, what each brought, and the way back.
import { FileUp } from "lucide-react";
import { KIND_NAMES } from "@/domain/imports/fields.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Empty } from "@/ui/empty.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Link } from "@/ui/link.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toImportFile } from "../_shell/links.ts";
import { broughtWords, STATES } from "./import-words.ts";
import { UndoImport } from "./undo-import.tsx";
import type { ImportFileRow } from "./imported-file.ts";

type Props = { org: string; files: readonly ImportFileRow[]; place: DateStyle };

export function ImportsSoFar({ org, files, place }: Props) {
  return (
    <Section id="imports" title="Imports so far">
      <Card>
        {files.length > 0 ? (
          <>
            <Table
              caption="Imports so far"
              columns={columnsFor(org, place)}
              rows={files}
              rowKey={({ fileId }) => fileId}
              wide
            />
            <p className="px-4 py-3 text-13 text-soft">
              A file that wasn’t brought in is removed after 90 days, one that you discard overnight.
            </p>
          </>
        ) : (
          <Empty icon={<FileUp />} title="Nothing was imported yet">
            Choose a file above, just as your program exported it. You’ll see what every column is taken for
            and what would be posted before anything is.
          </Empty>
        )}
      </Card>
    </Section>
  );
}

function columnsFor(org: string, place: DateStyle): Column<ImportFileRow>[] {
  return [
    {
      key: "name",
      head: "File",
      place: "lead",
      rowHead: true,
      wraps: true,
      cell: ({ fileId, name }) => (
        <Link href={toImportFile(org, fileId)} className="font-medium text-link">
          {name}
        </Link>
      ),
    },
    { key: "kind", head: "Kind", place: "sub", cell: ({ kind }) => KIND_NAMES[kind] },
    {
      key: "at",
      head: "Sent",
      place: "under",
      cell: ({ at, by }) => (
        <>
          <InstantText at={at} {...place} /> by {by}
        </>
      ),
    },
    {
      key: "state",
      head: "State",
      place: "lead-end",
      cell: ({ state }) =>
        state === "imported" ? (
          <span className="text-soft">Imported</span>
        ) : (
          <Tag tone={STATES[state].tone}>{STATES[state].words}</Tag>
        ),
    },
    {
      key: "brought",
      head: "Brought",
      place: "under",
      wraps: true,
      cell: ({ summary }) => (summary ? broughtWords(summary) : null),
    },
    {
      key: "undo",
      head: <span className="sr-only">Undo</span>,
      place: "sub-end",
      cell: ({ state, fileId, name, summary }) =>
        state === "imported" && summary ? (
          <UndoImport org={org} fileId={fileId} name={name} brought={broughtWords(summary)} quiet />
        ) : null,
    },
  ];
}
