// What an import brought, where to go on, and the way back; or that it was taken back.
import { formatAmount } from "@/domain/values/money.ts";
import type { Reading } from "@/ui/amount.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toAging, toCustomers, toImport, toProducts } from "../../_shell/links.ts";
import { broughtWords, notBroughtWords } from "../import-words.ts";
import { UndoImport } from "../undo-import.tsx";
import { RESULT } from "./follow-state.tsx";
import type { ImportFile } from "../imported-file.ts";

type Props = { org: string; file: ImportFile; reading: Reading; place: DateStyle };

export function Done({ org, file, reading, place }: Props) {
  const { fileId, name, kind, summary, state, canUndo, fault } = file;
  const brought = summary ? broughtWords(summary) : "nothing new";
  return (
    <section id={RESULT} tabIndex={-1} aria-label="What it brought" className="grid gap-4">
      {state === "undone" ? (
        <Undone file={file} brought={brought} place={place} />
      ) : (
        <>
          {fault ? (
            <Notice tone="late" title="The import wasn’t undone">
              {fault.message}
            </Notice>
          ) : null}
          <Notice tone="good" title={`Imported: ${brought}`}>
            {summary ? <Sums summary={summary} kind={kind} reading={reading} /> : null}
          </Notice>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        {state === "undone" ? (
          <ButtonLink href={toImport(org, { kind })} variant="primary">
            Import a file
          </ButtonLink>
        ) : (
          <>
            {kind === "products" ? (
              <ButtonLink href={toProducts(org)} variant="primary">
                See the products
              </ButtonLink>
            ) : (
              <ButtonLink href={toCustomers(org)} variant="primary">
                See the customers
              </ButtonLink>
            )}
            {kind === "receivables" ? <ButtonLink href={toAging(org)}>See the aging</ButtonLink> : null}
            {canUndo ? <UndoImport org={org} fileId={fileId} name={name} brought={brought} /> : null}
          </>
        )}
      </div>
      {state === "imported" && !canUndo ? (
        <p className="text-13 text-soft">
          It can’t be undone whole any more: something was done with what it brought.
        </p>
      ) : null}
    </section>
  );
}

function Sums({
  summary,
  kind,
  reading,
}: {
  summary: NonNullable<ImportFile["summary"]>;
  kind: ImportFile["kind"];
  reading: Reading;
}) {
  const amount = (of: typeof summary.totalCents) => formatAmount(of, reading.currency, reading.locale);
  const rest = notBroughtWords(summary);
  return (
    <>
      {kind === "receivables" ? (
        <p>
          {amount(summary.totalCents)} {reading.currency} invoiced, {amount(summary.openCents)} still open.
        </p>
      ) : null}
      {kind === "payments" && summary.payments > 0 ? (
        <p>
          {amount(summary.totalCents)} {reading.currency} received, on account.
        </p>
      ) : null}
      {kind === "customers" && summary.openings > 0 ? (
        <p>
          {amount(summary.totalCents)} {reading.currency} of opening balances.
        </p>
      ) : null}
      {rest ? <p>{rest}</p> : null}
    </>
  );
}

function Undone({ file, brought, place }: { file: ImportFile; brought: string; place: DateStyle }) {
  return (
    <Notice title="This import was undone">
      It had brought {brought}.
      {file.undoneAt ? (
        <>
          {" "}
          {file.undoneBy} took it back on <InstantText at={file.undoneAt} {...place} />.
        </>
      ) : null}
    </Notice>
  );
}
