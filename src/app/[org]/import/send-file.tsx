"use client";
// Takes a file, chosen or dropped, and sends it with a bar that says how far it is. Its key is made when it is chosen, so
// that trying again after a lost answer keeps one file.
import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type DragEvent } from "react";
import type { ImportKind } from "@/domain/imports/fields.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { useEarlyFiles } from "@/ui/use-early-files.ts";
import { commandKey, faultOf } from "@/ui/use-command.ts";
import { toImportFile } from "../_shell/links.ts";
import { Progress } from "./progress.tsx";
import { ACCEPTED, sendFile, wrongWith } from "./upload.ts";

type Chosen = { file: File; key: string };

export function SendFile({ org, kind }: { org: string; kind: ImportKind }) {
  const { choose, stop, again, part, chosen, fault } = useSending(org, kind);
  const percent = part === null ? null : Math.floor(part * 100);
  return (
    <Card padded>
      <DropBox name={chosen?.file.name ?? null} waiting={percent !== null} onFile={choose} />
      {percent === null ? null : (
        <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-48">
            <Progress
              label="Sending the file"
              done={percent}
              of={100}
              words={percent < 100 ? `${percent}% sent` : "Sent; being kept"}
            />
          </div>
          <Button onClick={stop}>Cancel</Button>
        </div>
      )}
      {fault ? (
        <div className="mt-4">
          <Notice tone="late" title={fault}>
            {again ? <Button onClick={again}>Try again</Button> : null}
          </Notice>
        </div>
      ) : null}
    </Card>
  );
}

function useSending(org: string, kind: ImportKind) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ message: string; again: boolean } | null>(null);
  const underWay = useRef<() => void>(undefined);
  useEffect(() => () => underWay.current?.(), []);

  function send(given: Chosen): void {
    setFailed(null);
    setPart(0);
    const { sent, stop } = sendFile({ org, kind, ...given, progress: setPart });
    underWay.current = stop;
    sent.then(
      ({ fileId }) => router.push(toImportFile(org, fileId)),
      (error: unknown) => {
        setPart(null);
        const { message, code } = faultOf(error);
        // What was refused for itself stays refused; what didn't get through may.
        const isLost = code === null;
        setFailed({ message: error === null ? LOST : message, again: isLost });
      },
    );
  }

  function choose(file: File | undefined): void {
    if (!file) return;
    underWay.current?.();
    const given = { file, key: commandKey() };
    setChosen(given);
    const wrong = wrongWith(file);
    setPart(null);
    if (wrong) setFailed({ message: wrong, again: false });
    else send(given);
  }

  function stop(): void {
    underWay.current?.();
    setPart(null);
    setChosen(null);
  }

  const again = failed?.again && chosen ? () => send(chosen) : null;
  return { choose, stop, again, part, chosen, fault: failed?.message ?? null };
}

const LOST = "The connection was lost before the file was sent. It is still chosen; nothing was imported.";

type DropProps = { name: string | null; waiting: boolean; onFile: (file: File | undefined) => void };

function DropBox({ name, waiting, onFile }: DropProps) {
  const [over, setOver] = useState(false);
  const input = useEarlyFiles((files) => onFile(files[0]));
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
        <span className="block font-medium wrap-anywhere">{name ?? "Choose a file, or drop it here"}</span>
        <span className="block text-13 text-soft">
          {name && !waiting
            ? "Choose or drop another, or the same one mended"
            : "CSV, Excel (.xlsx), text or QuickBooks IIF, up to 100 MB, as your program wrote it"}
        </span>
      </span>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED.join(",")}
        aria-label="File to import"
        className="sr-only"
        // So that the same file, mended, can be chosen again.
        onClick={(event) => (event.currentTarget.value = "")}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </label>
  );
}
