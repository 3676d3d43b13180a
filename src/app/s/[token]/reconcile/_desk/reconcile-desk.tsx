"use client";
// From the file to what came out of it: what is typed and chosen here stays in this browser until somebody sends a question.
import { useState } from "react";
import type { Route } from "next";
import { reconcileWords } from "@/domain/language/reconcile-words.ts";
import { reconcile, type Entry } from "@/domain/reconcile/match.ts";
import {
  guessPlan,
  readList,
  tableOf,
  usualIn,
  type ListPlan,
  type ListTable,
} from "@/domain/reconcile/read-list.ts";
import { FILE_BOX } from "@/ui/file-box.ts";
import { Notice } from "@/ui/notice.tsx";
import { useEarlyFiles } from "@/ui/use-early-files.ts";
import { ListColumns } from "./list-columns.tsx";
import type { Reader } from "./reader.ts";
import { QuestionForm } from "./question-form.tsx";
import { readRows } from "./read-rows.ts";
import { Result } from "./result.tsx";

type Props = {
  business: Reader;
  currency: string;
  ours: readonly Entry[];
  answer: { action: Route; key: string };
};

type Chosen = { table: ListTable; plan: ListPlan } | "unreadable" | "too-large" | null;

export function ReconcileDesk({ business, currency, ours, answer }: Props) {
  const say = reconcileWords(business.language);
  const usual = usualIn(business.locale);
  const [chosen, setChosen] = useState<Chosen>(null);

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const rows = await readRows(file);
    if (rows === "unreadable" || rows === "too-large") return setChosen(rows);
    const table = tableOf(rows);
    setChosen({ table, plan: guessPlan(table, usual) });
  }

  const input = useEarlyFiles((files) => void take(files[0]));

  return (
    <>
      <label
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
        className="grid cursor-pointer justify-items-center gap-2 rounded-card border border-dashed border-edge bg-card px-4 py-6 text-center"
      >
        <span className="font-medium">{say.choose}</span>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          aria-describedby="list-hint"
          onChange={(event) => {
            void take(event.target.files?.[0]);
          }}
          className={FILE_BOX}
        />
        <span id="list-hint" className="max-w-prose text-13 text-soft">
          {say.hint}
        </span>
      </label>
      <div aria-live="polite" className="mt-4">
        {chosen === "unreadable" ? <Notice tone="late" title={say.unreadable} /> : null}
        {chosen === "too-large" ? <Notice tone="late" title={say.tooLarge} /> : null}
        {chosen !== null && typeof chosen !== "string" ? (
          <Compared
            business={business}
            currency={currency}
            ours={ours}
            answer={answer}
            chosen={chosen}
            change={(plan) => setChosen({ ...chosen, plan })}
          />
        ) : null}
      </div>
    </>
  );
}

type ComparedProps = Props & {
  chosen: { table: ListTable; plan: ListPlan };
  change: (plan: ListPlan) => void;
};

function Compared({ business, currency, ours, answer, chosen: { table, plan }, change }: ComparedProps) {
  const say = reconcileWords(business.language);
  const { entries, leftOut } = readList(table, plan, currency);
  const found = reconcile(ours, entries);
  return (
    <>
      <ListColumns business={business} table={table} plan={plan} change={change} />
      {leftOut.length > 0 && plan.columns.amount !== null ? (
        <details className="mt-2 text-13 text-soft">
          <summary className="touch-target cursor-pointer">{say.leftOut(leftOut.length)}</summary>
          <ul className="list-disc pl-5">
            {leftOut.slice(0, 20).map(({ row, says }) => (
              <li key={row} className="wrap-anywhere">
                {row}: {says}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {plan.columns.amount === null ? (
        <Notice tone="soon" title={say.needsAmount} />
      ) : (
        <>
          <Result business={business} currency={currency} found={found} />
          <QuestionForm business={business} answer={answer} found={found} />
        </>
      )}
    </>
  );
}
