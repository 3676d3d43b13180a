"use client";
// What the screen of a draft knows and does: the draft, what it comes to, who is billed, how it is saved, and issuing it.
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useState } from "react";
import { figuresAfter, type FiguresChange } from "@/domain/ledger/figures-after.ts";
import { dueOf, readDraft, type Draft } from "@/domain/invoices/draft.ts";
import { namedTaxes, usedBy } from "@/domain/invoices/line-taxes.ts";
import { DRAFT_FAULTS } from "@/domain/invoices/draft-words.ts";
import { periodChoice } from "@/domain/ledger/posting-period.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { faultOf, useCommand, type Fault } from "@/ui/use-command.ts";
import type { Posting } from "../../_apply/posted-in.tsx";
import { useDiscounts } from "../../_discounts/use-discounts.ts";
import { toInvoice } from "../../_shell/links.ts";
import type { KeptDraft } from "./autosave.ts";
import { focusBox } from "./focus-box.ts";
import { useBilled, type Billed } from "./use-billed.ts";
import { useEditing } from "./use-editing.ts";
import { useIssueOverride } from "./use-issue-override.ts";
import { useSaving } from "./use-saving.ts";
import { seenOf } from "./seen-taxes.ts";
import { useTaxes } from "./use-taxes.ts";

export type InvoicePlace = {
  locale: string;
  zone: string;
  today: Day;
  currency: string;
  ground: RouterOutputs["invoiceDrafts"]["ground"];
};

export type Opening = {
  kept: KeptDraft | null;
  draft: Draft;
  corrects: RouterOutputs["invoiceDrafts"]["read"]["corrects"];
  customer: Billed | null;
  /** What voiding the corrected invoice does to this customer's account. */
  voiding: FiguresChange | null;
};

export type InvoiceContext = { org: string; place: InvoicePlace; opening: Opening };

export function useInvoice({ org, place, opening }: InvoiceContext) {
  const router = useRouter();
  const editing = useEditing(opening.draft);
  const { draft, patch } = editing;
  const { taxes, choices, setTaxes } = useTaxes(org, draft, { ...place.ground, of: opening.draft });
  const billed = useBilled(org, draft.customerId, opening.customer);
  const follow = useDiscounts(org, place.locale, editing.changeLines);
  const currency = billed.customer?.currency ?? place.currency;
  const { today } = place;
  const reckoned = useMemo(
    () => ({ ...draft, taxes, lineTaxes: namedTaxes(usedBy(draft.lines, choices)) }),
    [draft, taxes, choices],
  );
  const read = useMemo(
    () => readDraft(reckoned, { taxes, choices, currency, today }),
    [reckoned, taxes, choices, currency, today],
  );
  const saving = useSaving({
    org,
    kept: opening.kept,
    drawn: opening.draft,
    draft: reckoned,
    replace: editing.replace,
  });
  const [tried, setTried] = useState(false);
  // Who is billed is known already: what for comes first.
  const [isKnown] = useState(opening.kept === null && opening.customer !== null);
  useEffect(() => {
    if (isKnown) focusBox("[name=product]");
  }, [isKnown]);
  const [asking, setAsking] = useState(false);
  const override = useIssueOverride(org, {
    customer: billed.customer,
    jobId: draft.jobId,
    invoicedCents: read.total.totalCents,
    isWanted: asking,
  });

  const issuing = useCommand(
    async (_: null, commandKey) => {
      const kept = await saving.flush();
      if (!kept) throw NOT_SAVED;
      return api(org)
        .invoiceDrafts.issue.mutate({
          commandKey,
          ...kept,
          seen: seenOf(reckoned),
          ...(override.passing !== null && { overrideId: override.passing }),
        })
        .catch((error: unknown) => {
          refused(faultOf(error, NAMES));
          throw error;
        });
    },
    ({ number, invoiceId, corrected }) => {
      toast(`Invoice ${number} is issued${corrected ? `, and ${corrected} is void` : ""}.`);
      router.replace(toInvoice(org, invoiceId));
    },
    NAMES,
  );
  const { fault } = issuing;
  const errors: Record<string, string | undefined> = { ...fault?.fields };
  if (tried) for (const { field, fault: what } of read.faults) errors[field] ??= DRAFT_FAULTS[what];
  // A day that can't be is said before anybody tries.
  for (const { field, fault: what } of read.faults)
    if (what === "day-to-come" || what === "due-before-issue" || what === "retainage-too-large")
      errors[field] = DRAFT_FAULTS[what];
  const firstWrong = read.faults[0]?.field ?? null;

  return {
    ...editing,
    read,
    taxes,
    choices,
    lineTaxes: reckoned.lineTaxes,
    currency,
    billed,
    saving,
    tried,
    errors,
    asking,
    override,
    issuing,
    dueOn: dueOf(draft),
    posting: postingOf(),
    after: afterwards(),
    write: (amount: Cents) => formatAmount(amount, currency, place.locale),
    async choose(customerId: string | null) {
      follow({ lines: draft.lines, was: draft.customerId, becomes: customerId });
      patch({ customerId, jobId: null, locationId: null });
      if (customerId === null) return;
      const customer = await billed.choose(customerId);
      if (!customer) return;
      patch({
        customerId: customer.customerId,
        terms: customer.terms,
        billingAddress: customer.billingAddress.join("\n"),
        serviceAddress: customer.serviceAddress.join("\n"),
      });
    },
    /** Asks before it is issued; where something is wrong it leads there instead. */
    ask() {
      setTried(true);
      if (read.isReady && !saving.isUndecided) return setAsking(true);
      const where = firstWrong === null ? "[data-line] [aria-invalid]" : (BOXES[firstWrong] ?? "");
      focusBox(where);
    },
    close: () => setAsking(false),
  };

  /** What is about a field is said there, and not in the question. */
  function refused(told: Fault) {
    if (told.code === "tax-changed") setTaxes(told.details);
    if (told.code === "changed-meanwhile") saving.bring(told);
    if (told.code === "changed-meanwhile" || told.above === null) setAsking(false);
  }

  function postingOf(): Posting | null {
    const on = draft.issuedOn;
    if (!on) return null;
    const choice = periodChoice(on, place.ground.months);
    const period = choice?.open.find((month) => month === draft.period) ?? choice?.open[0];
    return { on, choice, period, choose: (month) => patch({ period: month }) };
  }

  function afterwards() {
    if (!billed.customer) return null;
    const { totalCents, retainageCents } = read.total;
    const moved = { openItemsCents: totalCents, retainedCents: retainageCents };
    const { draft: drawn, voiding } = opening;
    const isTheirs = drawn.customerId === draft.customerId;
    const { after: standing } = figuresAfter(billed.customer.figures, isTheirs && voiding ? voiding : {});
    return figuresAfter(standing, moved).after;
  }
}

/** What this form calls the fields that a refusal is about. */
const NAMES = { day: "issuedOn", amount: "lines" };

/** Why not is said where it says whether it is saved. */
const NOT_SAVED = Object.assign(
  new Error("It isn’t saved yet, so it can’t be issued. Try again in a moment."),
  {
    data: {},
  },
);

const BOXES: Record<string, string> = {
  customer: "[name=customer]",
  issuedOn: "[name=issuedOn]",
  dueOn: "[name=dueOn]",
  retainage: "[name=retainage]",
  lines: "[name=product]",
};

export type Invoicing = ReturnType<typeof useInvoice>;

/** As much of it as its lines need, for a form of another kind that has such lines. */
export type LineEditing = Pick<
  Invoicing,
  | "draft"
  | "read"
  | "currency"
  | "tried"
  | "errors"
  | "taxes"
  | "choices"
  | "write"
  | "addLines"
  | "changeLine"
  | "removeLine"
  | "moveLine"
>;
