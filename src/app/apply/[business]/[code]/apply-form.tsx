// The fields of an application, sent as a browser sends a form; drawn again with what was typed and what is wrong with it.
import type { ReactNode } from "react";
import { ATTACHMENT_TYPES } from "@/domain/business/attachment.ts";
import { LONGEST, MOST_UNITS, REFERENCES, type ApplicationField } from "@/domain/credit/application.ts";
import type { ApplyWords } from "@/domain/language/apply-words.ts";
import { FILE_BOX } from "@/ui/file-box.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";

/** By the field what is wrong there. */
export type Faults = Partial<Record<ApplicationField | "file", string>>;

type Props = {
  door: { slug: string; code: string };
  formKey: string;
  currency: string;
  consent: string;
  say: ApplyWords;
  typed: Readonly<Record<string, string>>;
  faults: Faults;
};

export function ApplyForm({ door: { slug, code }, formKey, currency, consent, say, typed, faults }: Props) {
  const { fields, hints, parts } = say;
  const of = (name: ApplicationField) => ({ name, defaultValue: typed[name] ?? "", error: faults[name] });
  return (
    <form
      method="post"
      action={`/apply/${encodeURIComponent(slug)}/${encodeURIComponent(code)}/send`}
      encType="multipart/form-data"
      aria-label={say.form}
      className="grid gap-6 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <input type="hidden" name="key" value={formKey} />
      <Unseen />
      <Part title={parts.business}>
        <Field
          {...of("business")}
          label={fields.business}
          required
          maxLength={LONGEST.name}
          autoComplete="organization"
        />
        <Field
          {...of("taxNumber")}
          label={fields.taxNumber}
          maxLength={LONGEST.taxNumber}
          hint={hints.taxNumber}
          autoComplete="off"
        />
        <div className="desk:col-span-2">
          <TextAreaField
            {...of("address")}
            label={fields.address}
            required
            minLength={5}
            maxLength={LONGEST.address}
            autoComplete="street-address"
          />
        </div>
        <Field {...of("years")} label={fields.years} type="number" required min={0} max={500} step={1} />
      </Part>
      <Part title={parts.person}>
        <Field
          {...of("contact")}
          label={fields.contact}
          required
          maxLength={LONGEST.name}
          autoComplete="name"
        />
        <Field
          {...of("email")}
          label={fields.email}
          type="email"
          required
          maxLength={LONGEST.email}
          hint={hints.email}
          autoComplete="email"
        />
        <Field
          {...of("phone")}
          label={fields.phone}
          type="tel"
          required
          minLength={5}
          maxLength={LONGEST.phone}
          autoComplete="tel"
        />
      </Part>
      <Part title={parts.credit}>
        <Field
          {...of("monthly")}
          label={fields.monthly(currency)}
          type="number"
          required
          min={0}
          max={MOST_UNITS}
          step={1}
          hint={hints.monthly}
        />
        <Field
          {...of("wanted")}
          label={fields.wanted(currency)}
          type="number"
          required
          min={1}
          max={MOST_UNITS}
          step={1}
          hint={hints.wanted}
        />
      </Part>
      <Part title={parts.references} lead={parts.referencesLead}>
        {REFERENCES.map(([name, contact], at) => (
          <Reference
            key={name}
            label={fields.reference(at + 1)}
            contactLabel={fields.referenceContact}
            name={of(name)}
            contact={of(contact)}
          />
        ))}
      </Part>
      <Part title={parts.paper} lead={parts.paperLead}>
        <div className="desk:col-span-2">
          <FileField label={fields.file} hint={hints.file} error={faults.file} />
        </div>
      </Part>
      <div className="grid gap-1">
        <CheckField
          name="consent"
          value="yes"
          required
          defaultChecked={typed["consent"] === "yes"}
          label={consent}
        />
        {faults.consent ? <p className="text-12 font-medium text-late">{faults.consent}</p> : null}
        <p className="text-12 text-soft">{say.forgotten}</p>
      </div>
      <div>
        <Button type="submit" variant="primary">
          {say.send}
        </Button>
      </div>
    </form>
  );
}

/** Programs fill every field that they find; people don’t see this one, nor is it read to them. */
function Unseen() {
  return (
    <div hidden>
      <label>
        Leave this empty
        <input name="homepage" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className="grid items-start gap-4 desk:grid-cols-2">
      <legend className="mb-2 font-semibold">{title}</legend>
      {lead ? <p className="text-soft desk:col-span-2">{lead}</p> : null}
      {children}
    </fieldset>
  );
}

/** As a browser draws one, without the frame of a line of text. */
function FileField({ label, hint, error }: { label: string; hint: string; error: string | undefined }) {
  return (
    <div className="grid gap-1">
      <label htmlFor="apply-file" className="text-13 font-medium">
        {label}
      </label>
      <input
        id="apply-file"
        type="file"
        name="file"
        accept={ATTACHMENT_TYPES.join(",")}
        aria-describedby="apply-file-hint"
        aria-invalid={error ? true : undefined}
        className={FILE_BOX}
      />
      <p id="apply-file-hint" className="text-12 text-soft">
        {error ? <span className="font-medium text-late">{error} </span> : null}
        {hint}
      </p>
    </div>
  );
}

type Filled = { name: string; defaultValue: string; error: string | undefined };

type ReferenceProps = { label: string; contactLabel: string; name: Filled; contact: Filled };

function Reference({ label, contactLabel, name, contact }: ReferenceProps) {
  return (
    <>
      <Field {...name} label={label} maxLength={LONGEST.name} autoComplete="off" />
      <Field {...contact} label={contactLabel} maxLength={LONGEST.name} autoComplete="off" />
    </>
  );
}
