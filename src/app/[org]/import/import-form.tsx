"use client";
// Takes a file, chosen or dropped, and hands its text on. The file stays chosen whatever goes wrong afterwards.
import { FileUp } from "lucide-react";
import { useState, type DragEvent } from "react";
import type { Reading } from "@/ui/amount.tsx";
import { Card } from "@/ui/card.tsx";
import type { DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { readChosen, type ChosenFile } from "./read-file.ts";

type Props = { org: string; reading: Reading; place: DateStyle };

export function ImportForm(props: Props) {
  const [file, setFile] = useState<(ChosenFile & { round: number }) | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);

  async function take(given: File | undefined) {
    if (!given) return;
    const read = await readChosen(given);
    setUnreadable("fault" in read ? read.fault : null);
    // A mended file of the same name is another file: everything below starts anew.
    if (!("fault" in read)) setFile((before) => ({ ...read, round: (before?.round ?? 0) + 1 }));
  }

  return (
    <Card padded>
      <DropBox name={file?.name ?? null} onFile={(given) => void take(given)} />
      {unreadable ? (
        <div className="mt-4">
          <Notice tone="late">{unreadable}</Notice>
        </div>
      ) : null}
      {file ? <ImportPreview key={file.round} {...props} file={file} /> : null}
    </Card>
  );
}

type DropProps = { name: string | null; onFile: (file: File | undefined) => void };

function DropBox({ name, onFile }: DropProps) {
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <label
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        onFile(event.dataTransfer.files[0]);
      }}
      className={
        "flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-dashed px-4 py-4 " +
        "hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent " +
        (over ? "border-accent bg-accent-wash" : "border-edge")
      }
    >
      <FileUp aria-hidden="true" className="size-5 shrink-0 text-soft" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="block font-medium wrap-anywhere">{name ?? "Choose a CSV file"}</span>
        <span className="block text-13 text-soft">
          {name ? "Choose or drop another, or the same one mended" : "or drop it here"}
        </span>
      </span>
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file"
        className="sr-only"
        // So that the same file, mended, can be chosen again.
        onClick={(event) => (event.currentTarget.value = "")}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </label>
  );
}
