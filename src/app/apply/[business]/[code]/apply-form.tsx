// The fields of an application, sent as a browser sends a form; drawn again with what was typed and what is wrong with it.
import type { ReactNode } from "react";
import { ATTACHMENT_TYPES } from "@/domain/business/attachment.ts";
import { LONGEST, MOST_UNITS, REFERENCES, type ApplicationField } from "@/domain/credit/application.ts";
import { FILE_BOX } from "@/ui/button-look.ts";
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
  typed: Readonly<Record<string, string>>;
  faults: Faults;
};

export function ApplyForm({ door: { slug, code }, formKey, currency, consent, typed, faults }: Props) {
  const of = (name: ApplicationField) => ({ name, defaultValue: typed[name] ?? "", error: faults[name] });
  return (
    <form
      method="post"
      action={`/apply/${encodeURIComponent(slug)}/${encodeURIComponent(code)}/send`}
      encType="multipart/form-data"
      aria-label="Application for credit"
      className="grid gap-6 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <input type="hidden" name="key" value={formKey} />
      <Unseen />
      <Part title="Your business">
        <Field
          {...of("business")}
          label="Name of the business"
          required
          maxLength={LONGEST.name}
          autoComplete="organization"
        />
        <Field
          {...of("taxNumber")}
          label="Tax number"
          maxLength={LONGEST.taxNumber}
          hint="If you have one."
          autoComplete="off"
        />
        <div className="desk:col-span-2">
          <TextAreaField
            {...of("address")}
            label="Address"
            required
            minLength={5}
            maxLength={LONGEST.address}
            autoComplete="street-address"
          />
        </div>
        <Field {...of("years")} label="Years in business" type="number" required min={0} max={500} step={1} />
      </Part>
      <Part title="You">
        <Field {...of("contact")} label="Your name" required maxLength={LONGEST.name} autoComplete="name" />
        <Field
          {...of("email")}
          label="E-mail"
          type="email"
          required
          maxLength={LONGEST.email}
          hint="The answer goes there."
          autoComplete="email"
        />
        <Field
          {...of("phone")}
          label="Phone"
          type="tel"
          required
          minLength={5}
          maxLength={LONGEST.phone}
          autoComplete="tel"
        />
      </Part>
      <Part title="The credit you ask for">
        <Field
          {...of("monthly")}
          label={`You buy in a month, ${currency}`}
          type="number"
          required
          min={0}
          max={MOST_UNITS}
          step={1}
          hint="About, without cents."
        />
        <Field
          {...of("wanted")}
          label={`Credit limit you would like, ${currency}`}
          type="number"
          required
          min={1}
          max={MOST_UNITS}
          step={1}
          hint="Without cents."
        />
      </Part>
      <Part title="Who knows you" lead="Businesses that sell to you on account, and how they are reached.">
        {REFERENCES.map(([name, contact], at) => (
          <Reference key={name} number={at + 1} name={of(name)} contact={of(contact)} />
        ))}
      </Part>
      <Part title="A paper" lead="A licence, a bank letter or a balance sheet, if you like.">
        <div className="desk:col-span-2">
          <FileField error={faults.file} />
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
      </div>
      <div>
        <Button type="submit" variant="primary">
          Send the application
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
function FileField({ error }: { error: string | undefined }) {
  return (
    <div className="grid gap-1">
      <label htmlFor="apply-file" className="text-13 font-medium">
        File
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
        PDF, JPEG or PNG, up to 10 MB.
      </p>
    </div>
  );
}

type Filled = { name: string; defaultValue: string; error: string | undefined };

function Reference({ number, name, contact }: { number: number; name: Filled; contact: Filled }) {
  return (
    <>
      <Field {...name} label={`Reference ${number}`} maxLength={LONGEST.name} autoComplete="off" />
      <Field {...contact} label="Phone or e-mail there" maxLength={LONGEST.name} autoComplete="off" />
    </>
  );
}
