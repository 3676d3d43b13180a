// An ⓘ beside a figure that opens what the figure is made of: a sentence, the sum with its numbers, and a way to the
// rows behind it. The browser's own popover: it opens without script, and Escape or a click elsewhere closes it.
import { Info, X } from "lucide-react";
import { useId, type ReactNode } from "react";
import { Amount, type Reading } from "./amount.tsx";
import type { Cents } from "@/domain/money.ts";

type Props = { of: string; children: ReactNode };

export function Explain({ of, children }: Props) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`What makes up ${of}`}
        className="-my-2 ml-0.5 inline-grid size-8 place-items-center rounded-control align-middle text-faint hover:bg-hover hover:text-ink touch:size-11 touch:-my-3.5 print:hidden"
      >
        <Info aria-hidden="true" className="size-3.5" />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`What makes up ${of}`}
        className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card border border-line bg-raised p-5 text-14 font-normal tracking-normal text-ink shadow-raised backdrop:bg-[rgb(0_0_0/0.4)]"
      >
        <div className="mb-3 flex items-start gap-4">
          <p className="text-16 font-semibold">{of}</p>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label="Close"
            className="-m-2 ml-auto grid size-9 shrink-0 place-items-center rounded-control text-soft hover:bg-hover touch:size-11"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </div>
        <div className="grid gap-3">{children}</div>
      </div>
    </>
  );
}

export type SumLine = { name: string; cents: Cents; sign?: "+" | "−" };

/** A sum written out: its parts below each other, and what they come to. */
export function SumOf({
  parts,
  result,
  ...reading
}: Reading & { parts: readonly SumLine[]; result: SumLine }) {
  return (
    <dl className="grid grid-cols-[1fr_auto_auto] gap-x-2 gap-y-1">
      {[...parts, result].map((line, index) => (
        <div
          key={line.name}
          className={
            "col-span-3 grid grid-cols-subgrid " +
            (index === parts.length ? "border-t border-line pt-1 font-semibold" : "")
          }
        >
          <dt className={index === parts.length ? undefined : "text-soft"}>{line.name}</dt>
          <dd aria-hidden={line.sign === undefined} className="text-soft">
            {line.sign ?? ""}
          </dd>
          <dd className="text-right">
            <Amount cents={line.cents} {...reading} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
