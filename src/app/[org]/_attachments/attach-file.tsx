"use client";
// Chooses a file and sends it. Its key is made when it is chosen, so that trying again after a lost answer attaches it
// once.
import { Paperclip } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import {
  ATTACHMENT_TYPES,
  LARGEST_ATTACHMENT,
  MOST_ATTACHMENTS,
  type Subject,
} from "@/domain/business/attachment.ts";
import { REFUSALS } from "@/domain/refusal.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toast } from "@/ui/toast.tsx";
import { commandKey, faultOf } from "@/ui/use-command.ts";
import { uploadFile } from "./upload.ts";

type Chosen = { file: File; key: string };

type Props = { org: string; subject: Subject; count: number; onChanged: (() => void) | undefined };

export function AttachFile({ org, subject, count, onChanged }: Props) {
  const { choose, again, part, fault } = useUpload(org, subject, onChanged);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  if (count >= MOST_ATTACHMENTS) return <p className="text-13 text-soft">{REFUSALS["too-many-files"]}</p>;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          ref={input}
          type="file"
          accept={ATTACHMENT_TYPES.join(",")}
          className="hidden"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) choose(file);
            currentTarget.value = "";
          }}
        />
        <Button pending={part !== null} aria-describedby={hint} onClick={() => input.current?.click()}>
          <Paperclip aria-hidden="true" />
          Attach a file
        </Button>
        <p id={hint} className="text-13 text-soft">
          PNG, JPEG or PDF, up to 10 MB
        </p>
      </div>
      {part === null ? null : (
        <progress aria-label="Sending the file" value={part} className="h-1.5 w-full" />
      )}
      {fault ? (
        <Notice tone="late" title={fault.message}>
          {again ? (
            <Button variant="quiet" onClick={again}>
              Try again
            </Button>
          ) : null}
        </Notice>
      ) : null}
    </div>
  );
}

type Fault = { message: string; code: string | null };

function useUpload(org: string, subject: Subject, onChanged: Props["onChanged"]) {
  const router = useRouter();
  const [part, setPart] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ chosen: Chosen; fault: Fault } | null>(null);

  function done({ name }: { name: string }): void {
    toast(`Attached ${name}`);
    if (onChanged) onChanged();
    else router.refresh();
  }

  function send(chosen: Chosen): void {
    setFailed(null);
    setPart(0);
    uploadFile({ org, subject, ...chosen, progress: setPart })
      .then(done, (error: unknown) => setFailed({ chosen, fault: faultOf(error) }))
      .finally(() => setPart(null));
  }

  function choose(file: File): void {
    const chosen = { file, key: commandKey() };
    const code = wrongWith(file);
    if (code) setFailed({ chosen, fault: { message: REFUSALS[code], code } });
    else send(chosen);
  }

  // What was refused for itself stays refused; what didn't get through may.
  const again = failed && failed.fault.code === null ? () => send(failed.chosen) : null;
  return { choose, again, part, fault: failed?.fault ?? null };
}

/** Told before it is sent; the server looks again, and at the bytes. */
function wrongWith({ type, size }: File): "file-kind" | "file-too-large" | null {
  if (!ATTACHMENT_TYPES.some((each) => each === type)) return "file-kind";
  return size > LARGEST_ATTACHMENT ? "file-too-large" : null;
}
