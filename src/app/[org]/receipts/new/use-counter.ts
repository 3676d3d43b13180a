"use client";
// What the counter knows and does. Every figure comes from the rules that the books go by; nothing typed is lost, and
// two Enters are one receipt.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { readSale } from "@/domain/receipts/counter.ts";
import { effectOfSale } from "@/domain/receipts/sale-effect.ts";
import type { Language } from "@/domain/language/language.ts";
import type { PostingMonths } from "@/domain/ledger/posting-period.ts";
import type { SaleTaxes } from "@/domain/ledger/tax-in-force.ts";
import type { Day } from "@/domain/values/day.ts";
import { formatAmount, type Cents } from "@/domain/values/money.ts";
import type { Tender } from "@/domain/receipts/receipt.ts";
import type { ChargeProof } from "@/domain/receipts/signature.ts";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { usePosting } from "../../_apply/posted-in.tsx";
import { useDiscounts } from "../../_discounts/use-discounts.ts";
import { toNewReceipt } from "../../_shell/links.ts";
import { BLANK, isBlank, nextKey, signedOf, type Draft } from "./draft.ts";
import { jobOf, recordSale, type Done } from "./record-sale.ts";
import { roomOnJob } from "./room-on-job.ts";
import { useCustomer, type Customer } from "./use-customer.ts";
import { useDraft } from "./use-draft.ts";
import { useOnAccount } from "./use-on-account.ts";
import { useOverride } from "../../_override/use-override.ts";
import { useRereading } from "./use-rereading.ts";

export type CounterPlace = {
  locale: string;
  today: Day;
  currency: string;
  /** For whoever just walks in. */
  taxes: SaleTaxes;
  months: PostingMonths;
  /** What a house charge takes of its customer. */
  proof: ChargeProof;
  /** In which the sentence is written that a customer signs. */
  language: Language;
};
export type CounterContext = { org: string; place: CounterPlace; customer: Customer | null };

/** What was chosen for one customer. */
const UNCHOSEN = {
  applied: null,
  jobId: null,
  overrideId: null,
  buyerId: null,
  poNumber: "",
  orderId: null,
  signature: null,
} as const;

export function useCounter(
  { org, place, customer: given }: CounterContext,
  focusSoon: (where: string) => void,
) {
  const router = useRouter();
  const opened = useDraft(org, given?.customerId ?? null);
  const { draft, setDraft, isFound, waiting } = opened;
  const whose = useCustomer({ org, customerId: draft.customerId, given });
  const { customer } = whose;
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  /** For whom a house charge was asked that can't be. */
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const [pin, setPin] = useState("");
  const currency = customer?.currency ?? place.currency;
  const taxes = jobOf(draft, customer)?.taxes ?? customer?.taxes ?? place.taxes;
  const write = (amount: Cents) => formatAmount(amount, currency, place.locale);
  const sale = readSale(
    { ...draft, onAccount: draft.onAccount ?? "" },
    { currency, locale: place.locale, taxes: taxes.taxes },
  );
  const onAccount = useOnAccount({
    org,
    place,
    sale: opened.id,
    customerId: draft.onAccount === null ? null : draft.customerId,
    paidCents: sale.total.onAccountCents,
    choice: draft.applied,
    onChoice: (applied) => setDraft((now) => ({ ...now, applied })),
  });
  const posting = usePosting(place.today, place.months);
  const { applied, debts } = onAccount;
  const job = jobOf(draft, customer);
  const paid = { paidCents: sale.total.onAccountCents, applied, debts, on: place.today };
  const jobRoomCents = roomOnJob(job, paid);
  const judged = customer && effectOfSale(customer, { ...sale, ...paid, jobRoomCents }, write);
  const signing = signedOf(draft, sale.houseChargeCents);
  const signature = draft.signature?.of === signing ? draft.signature : null;
  const takesSignature = place.proof === "signature" && sale.houseChargeCents > 0;
  const override = useOverride(org, draft.overrideId);
  /** An approved one that covers what is charged; the books look again when it is used. */
  const passing =
    override?.state === "approved" &&
    override.accountId === customer?.accountId &&
    sale.houseChargeCents <= override.amountCents
      ? override.overrideId
      : null;
  const effect = judged && (passing === null ? judged : { ...judged, refused: null, barred: null });
  const { send, pending, fault } = useCommand(
    (order: { draft: Draft; customer: Customer | null }, commandKey) =>
      recordSale(org, {
        ...order,
        sale,
        currency,
        today: place.today,
        commandKey,
        applied: onAccount.applied,
        buyerPin: pin,
        signature: takesSignature ? signature : null,
        overrideId: judged?.refused ? passing : null,
      }),
    (recorded: Done) => {
      setDone(recorded);
      setPin("");
      setDraft(BLANK);
      setTried(false);
    },
    { place: opened.key },
  );
  useRereading(fault, {
    account: whose.readAgain,
    page: () => router.refresh(),
    invoices: onAccount.readAgain,
    signature: () => setDraft((now) => ({ ...now, signature: null })),
  });

  const follow = useDiscounts(org, place.locale, (each) =>
    setDraft((now) => ({ ...now, lines: now.lines.map(each) })),
  );

  function change(part: Partial<Draft>) {
    // What was chosen among one customer's invoices and jobs says nothing of another's.
    const forgotten = part.customerId === undefined ? {} : UNCHOSEN;
    if (part.customerId !== undefined) setPin("");
    setDraft((now) => ({ ...now, ...part, ...forgotten }));
    if (part.customerId === undefined) return;
    sayInAddress(part.customerId);
    follow({ lines: draft.lines, was: draft.customerId, becomes: part.customerId });
  }
  /** A reload is about whoever stands there now. */
  function sayInAddress(customer: string | null) {
    window.history.replaceState(null, "", toNewReceipt(org, { customer }));
  }

  function addTender(tender: Tender) {
    if (tender === "house-charge") {
      if (!draft.customerId)
        return refuse("Choose a customer first: a house charge goes to their account.", "[name=customer]");
      if (effect?.barred) return setAskedFor(draft.customerId);
      if (draft.tenders.some((one) => one.tender === "house-charge"))
        return focusSoon("[data-tender=house-charge] input");
    }
    const key = nextKey(draft.tenders);
    change({ tenders: [...draft.tenders, { key, tender, amount: "", reference: "" }] });
    focusSoon(`[data-tender-key="${key}"] input`);
  }
  function refuse(words: string, where: string | null) {
    toast(words);
    if (where) focusSoon(where);
  }
  function payOnAccount() {
    if (!draft.customerId)
      return refuse("Choose a customer first: the payment goes to their account.", "[name=customer]");
    change({ onAccount: draft.onAccount ?? "" });
    focusSoon("[name=onAccount]");
  }
  function complete() {
    setTried(true);
    if (pending || whose.isLost || (draft.customerId && !customer)) return;
    if (effect?.refused) return focusSoon("[data-tender=house-charge] input");
    if (onAccount.isWrong) return focusSoon("[name=onAccount]");
    if (sale.isReady && takesSignature && !signature) return focusSoon("[data-sign]");
    if (sale.isReady) return send({ draft, customer });
    if (sale.total.dueCents === 0) return focusSoon("[name=product]");
    if (sale.leftCents > 0 && [...sale.lines, ...sale.tenders].every((each) => each.fault === null))
      return focusSoon("[data-add=cash]");
    focusSoon("[aria-invalid]");
  }
  function next() {
    setDone(null);
    setDraft(BLANK);
    router.replace(toNewReceipt(org));
    focusSoon("[name=customer]");
  }

  return {
    waiting,
    finishWaiting() {
      if (waiting) sayInAddress(waiting.draft.customerId);
      opened.finishWaiting();
      focusSoon("[name=product]");
    },
    startBeside() {
      opened.startBeside();
      focusSoon("[name=product]");
    },
    draft,
    change,
    sale,
    effect,
    write,
    currency,
    taxes,
    locale: place.locale,
    language: place.language,
    tried,
    done,
    pending,
    fault,
    focusSoon,
    isFound,
    whose,
    addTender,
    payOnAccount,
    complete,
    next,
    onAccount,
    /** Where what this sale posts goes, once it posts anything. */
    posting: sale.houseChargeCents > 0 || sale.total.onAccountCents > 0 ? posting : null,
    override,
    pin,
    setPin,
    signature,
    signedOf: signing,
    takesSignature,
    jobRoomCents,
    isPassing: passing !== null,
    barred: askedFor !== null && askedFor === draft.customerId ? (effect?.barred ?? null) : null,
    changeTender: (key: number, part: Partial<Draft["tenders"][number]>) =>
      change({ tenders: draft.tenders.map((one) => (one.key === key ? { ...one, ...part } : one)) }),
    isBlank: isBlank(draft),
    startOver: () => {
      setDraft(BLANK);
      setTried(false);
      focusSoon("[name=customer]");
    },
  };
}

export type Counting = ReturnType<typeof useCounter>;
