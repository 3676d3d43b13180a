// A file as it was understood: first what has to be answered, then what it would do, the mapping of its columns, and the
// button that does it.
import { fieldsOf, ofKnownCustomers } from "@/domain/imports/fields.ts";
import type { ImportLook } from "@/domain/imports/look.ts";
import type { Day } from "@/domain/values/day.ts";
import type { Reading } from "@/ui/amount.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { neededFields } from "../needed-fields.ts";
import { effectWords } from "../import-words.ts";
import { ColumnTable } from "./column-table.tsx";
import { DiscardFile } from "./discard-file.tsx";
import { FaultList } from "./fault-list.tsx";
import { RESULT } from "./follow-state.tsx";
import { ImportBar } from "./import-bar.tsx";
import { NearCustomers } from "./near-customers.tsx";
import { PlanDesk } from "./plan-desk.tsx";
import { Preview } from "./preview.tsx";
import { Questions } from "./questions.tsx";
import { Said } from "./said.tsx";
import { SampleRows } from "./sample-rows.tsx";
import { WayIn } from "./way-in.tsx";
import type { ImportFile } from "../imported-file.ts";

type Props = {
  org: string;
  file: ImportFile;
  look: ImportLook;
  reading: Reading;
  place: DateStyle;
  today: Day;
};

export function LookAtFile({ org, file, look, reading, place, today }: Props) {
  const { fileId, plan } = file;
  const isLooking = file.state === "looking";
  // Customers have a choice of their own below, one for each name.
  const others = look.questions.filter(({ key }) => key !== "way" && key !== "customers");
  const near = look.near.filter(({ candidates }) => candidates.length > 0);
  const alike = look.near.filter(({ candidates }) => candidates.length === 0);
  const way = look.questions.find(({ key }) => key === "way");
  const before = way?.options.find(({ patch }) => patch.way === "open")?.patch.openAsOf;
  return (
    <PlanDesk org={org} fileId={fileId} plan={plan} isLooking={isLooking} fields={choicesFor(look)}>
      {look.already ? (
        <Notice tone="soon" title="This file is in your books already">
          {look.already.by} imported it on <InstantText at={look.already.at} {...place} />. Undo that import
          to bring it in anew.
        </Notice>
      ) : null}
      {others.length > 0 ? (
        <Questions questions={others} columns={look.columns} key={others.map(({ says }) => says).join()} />
      ) : null}
      {look.kind === "receivables" ? (
        <WayIn
          isAsked={way !== undefined}
          suggestedOn={before ?? plan.openAsOf ?? look.figures.lastOn ?? today}
          key={`${plan.way} ${plan.openAsOf}`}
        />
      ) : null}
      {near.length > 0 ? (
        <NearCustomers
          near={near}
          other={ofKnownCustomers(look.kind) ? "None of these: an error" : "A new customer"}
          key={near.map(({ key }) => key).join()}
        />
      ) : null}
      {alike.length > 0 ? (
        <Notice tone="soon" title="Nearly alike in the file">
          {alike.map(({ name }) => `“${name}”`).join(", ")}: each comes in as a customer of its own.
        </Notice>
      ) : null}
      <FaultList org={org} fileId={fileId} look={look} />
      <section id={RESULT} tabIndex={-1} aria-label="What it would do">
        <Preview look={look} reading={reading} />
      </section>
      <ColumnTable look={look} />
      <SampleRows look={look} reading={reading} />
      <Said plan={plan} />
      <div className="mt-7">
        <DiscardFile org={org} fileId={fileId} name={file.name} />
      </div>
      <ImportBar
        org={org}
        fileId={fileId}
        asked={file.asked}
        look={stillOpen(look)}
        effect={effectWords(look)}
        isAlreadyThere={look.already !== null}
        progress={file.progress}
      />
    </PlanDesk>
  );
}

/** The fields there are, those first that a file can't do without. */
function choicesFor({ kind }: ImportLook) {
  const needed = neededFields(kind);
  return Object.entries(fieldsOf(kind)).map(([key, { name }]) => ({
    key,
    name,
    isNeeded: needed.includes(key),
  }));
}

/** As little as the bar has to know. */
const stillOpen = ({ questions, near, faultCount }: ImportLook) => ({
  questions: questions.filter(({ key }) => key !== "customers").length,
  near: near.filter(({ candidates }) => candidates.length > 0).length,
  faultCount,
});
