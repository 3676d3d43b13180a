"use client";
// Adds a contact, and edits one.
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import {
  CONTACT_FIELDS,
  CONTACT_ROLES,
  contactDetails,
  contactTexts,
  type ContactField,
} from "@/domain/customers/contact.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field, SelectField } from "@/ui/field.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { useKeptEdit, type KeptEdit } from "@/ui/use-kept-edit.ts";
import type { Profile } from "../read-profile.ts";
import { PartForm } from "./part-form.tsx";
import { useSaved } from "./use-saved.ts";

const NOBODY = contactTexts({
  name: "",
  title: "",
  email: null,
  phone: null,
  mobile: null,
  fax: null,
  contactRole: "",
  getsStatements: false,
  getsInvoices: false,
});

export function AddContact({ org, customerId }: { org: string; customerId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        Add contact
      </Button>
      <Dialog title="Add contact" open={open} onClose={() => setOpen(false)}>
        <AddForm org={org} customerId={customerId} done={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddForm({ org, customerId, done }: { org: string; customerId: string; done: () => void }) {
  const saved = useSaved(done);
  const kept = useKeptEdit(["contact", org, customerId], {
    drawn: { version: 1, texts: NOBODY },
    save: ({ texts }, commandKey) =>
      api(org).contacts.add.mutate({ commandKey, customerId, ...contactDetails(texts) }),
    done: () => saved("Contact added"),
  });
  return <ContactForm kept={kept} button="Add contact" />;
}

type Contact = Profile["contacts"][number];

export function EditContact({ org, contact }: { org: string; contact: Contact }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={`Edit ${contact.name}`} onClick={() => setOpen(true)}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <Dialog title={`Edit ${contact.name}`} open={open} onClose={() => setOpen(false)}>
        <EditForm org={org} contact={contact} done={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditForm({ org, contact, done }: { org: string; contact: Contact; done: () => void }) {
  const saved = useSaved(done);
  const { contactId } = contact;
  const kept = useKeptEdit(["contact", org, contactId], {
    drawn: { version: contact.version, texts: contactTexts(contact) },
    save: ({ version, texts }, commandKey) =>
      api(org).contacts.edit.mutate({ commandKey, contactId, version, ...contactDetails(texts) }),
    done: () => saved("Saved"),
  });
  return <ContactForm kept={kept} button="Save" />;
}

function ContactForm({ kept, button }: { kept: KeptEdit<ContactField>; button: string }) {
  const { edit } = kept;
  const given = (field: ContactField, errors: Readonly<Record<string, string>>) => ({
    label: CONTACT_FIELDS[field],
    name: field,
    autoComplete: "off",
    value: edit.texts[field],
    onChange: (event: { target: { value: string } }) => edit.type(field, event.target.value),
    error: errors[field],
  });
  return (
    <PartForm kept={kept} words={CONTACT_FIELDS} button={button}>
      {(errors) => (
        <>
          <Field maxLength={200} {...given("name", errors)} required />
          <Field maxLength={100} placeholder="Foreman, accounts payable" {...given("title", errors)} />
          <Field type="email" maxLength={254} {...given("email", errors)} />
          <Field type="tel" maxLength={60} {...given("phone", errors)} />
          <Field type="tel" maxLength={60} {...given("mobile", errors)} />
          <Field type="tel" maxLength={60} {...given("fax", errors)} />
          <SelectField {...given("contactRole", errors)}>
            <option value="">Not said</option>
            {Object.entries(CONTACT_ROLES).map(([role, words]) => (
              <option key={role} value={role}>
                {words}
              </option>
            ))}
          </SelectField>
          <CheckField
            label={CONTACT_FIELDS.getsStatements}
            hint="Statements are mailed here, and to the customer’s own address."
            checked={edit.texts.getsStatements !== ""}
            onChange={(event) => edit.type("getsStatements", event.target.checked ? "yes" : "")}
          />
          <CheckField
            label={CONTACT_FIELDS.getsInvoices}
            hint="Invoices are mailed here, and to the customer’s own address."
            checked={edit.texts.getsInvoices !== ""}
            onChange={(event) => edit.type("getsInvoices", event.target.checked ? "yes" : "")}
          />
        </>
      )}
    </PartForm>
  );
}
