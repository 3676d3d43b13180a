// That something is wrong with an invoice: said once, and then what was said, until the business has settled it.
import { ATTACHMENT_TYPES } from "@/domain/business/attachment.ts";
import { answerWords } from "@/domain/collections/answer-words.ts";
import type { InvoicePaper } from "@/domain/invoices/invoice-paper.ts";
import { DISPUTE_REASONS, type Dispute } from "@/domain/invoices/dispute.ts";
import type { Day } from "@/domain/values/day.ts";
import { FILE_BOX } from "@/ui/file-box.ts";
import { SelectField, TextAreaField } from "@/ui/field.tsx";
import { readingOf } from "../_account/reading.ts";
import { AnswerForm } from "./answer-form.tsx";

type Props = {
  token: string;
  formKey: string;
  invoiceId: string;
  invoice: InvoicePaper;
  dispute: Dispute | null;
  /** When it was said, in the business's zone. */
  saidOn: Day | null;
};

export function DisputeAnswer({ token, formKey, invoiceId, invoice, dispute, saidOn }: Props) {
  const { business, currency, isVoid } = invoice;
  const { dispute: say } = answerWords(business.language);
  if (dispute !== null && saidOn !== null)
    return (
      <section id="dispute" className="mt-4 rounded-card border border-line bg-card px-4 py-4 desk:mt-6">
        <p>{say.standing(readingOf(business, currency).date(saidOn))}</p>
        <p className="font-medium">{say.reasons[dispute.reason]}</p>
        <p className="wrap-anywhere whitespace-pre-line text-soft">{dispute.note}</p>
      </section>
    );
  if (isVoid) return null;
  return (
    <div className="mt-4 desk:mt-6">
      <AnswerForm
        token={token}
        formKey={formKey}
        answer="dispute"
        title={say.title}
        lead={say.lead(business.name)}
        send={say.send}
      >
        <input type="hidden" name="invoice" value={invoiceId} />
        <SelectField label={say.reason} name="reason" required defaultValue="">
          <option value="" disabled>
            {say.choose}
          </option>
          {DISPUTE_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {say.reasons[reason]}
            </option>
          ))}
        </SelectField>
        <TextAreaField label={say.note} name="note" maxLength={500} />
        <div className="grid gap-1">
          <label htmlFor="dispute-file" className="text-13 font-medium">
            {say.file}
          </label>
          <input
            id="dispute-file"
            type="file"
            name="file"
            accept={ATTACHMENT_TYPES.join(",")}
            aria-describedby="dispute-file-hint"
            className={FILE_BOX}
          />
          <p id="dispute-file-hint" className="text-12 text-soft">
            {say.fileHint}
          </p>
        </div>
      </AnswerForm>
    </div>
  );
}
