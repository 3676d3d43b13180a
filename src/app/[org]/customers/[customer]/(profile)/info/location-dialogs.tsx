"use client";
// Adds a location, and edits one.
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import {
  LOCATION_FIELDS,
  locationDetails,
  locationTexts,
  type LocationField,
} from "@/domain/customers/contact.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { useKeptEdit, type KeptEdit } from "@/ui/use-kept-edit.ts";
import type { Profile } from "../read-profile.ts";
import { PartForm } from "./part-form.tsx";
import { useSaved } from "./use-saved.ts";

const NOWHERE = locationTexts({ name: "", addressLines: [] });

export function AddLocation({ org, customerId }: { org: string; customerId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        Add location
      </Button>
      <Dialog title="Add location" open={open} onClose={() => setOpen(false)}>
        <AddForm org={org} customerId={customerId} done={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddForm({ org, customerId, done }: { org: string; customerId: string; done: () => void }) {
  const saved = useSaved(done);
  const kept = useKeptEdit(["location", org, customerId], {
    drawn: { version: 1, texts: NOWHERE },
    save: ({ texts }, commandKey) =>
      api(org).locations.add.mutate({ commandKey, customerId, ...locationDetails(texts) }),
    done: () => saved("Location added"),
  });
  return <LocationForm kept={kept} button="Add location" />;
}

type Location = Profile["locations"][number];

export function EditLocation({ org, location }: { org: string; location: Location }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={`Edit ${location.name}`} onClick={() => setOpen(true)}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <Dialog title={`Edit ${location.name}`} open={open} onClose={() => setOpen(false)}>
        <EditForm org={org} location={location} done={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditForm({ org, location, done }: { org: string; location: Location; done: () => void }) {
  const saved = useSaved(done);
  const { locationId } = location;
  const kept = useKeptEdit(["location", org, locationId], {
    drawn: { version: location.version, texts: locationTexts(location) },
    save: ({ version, texts }, commandKey) =>
      api(org).locations.edit.mutate({ commandKey, locationId, version, ...locationDetails(texts) }),
    done: () => saved("Saved"),
  });
  return <LocationForm kept={kept} button="Save" />;
}

function LocationForm({ kept, button }: { kept: KeptEdit<LocationField>; button: string }) {
  const { edit } = kept;
  const type = (field: LocationField) => (event: { target: { value: string } }) =>
    edit.type(field, event.target.value);
  return (
    <PartForm kept={kept} words={LOCATION_FIELDS} button={button}>
      {(errors) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={200}
            placeholder="Yard, Elm Street site"
            value={edit.texts.name}
            onChange={type("name")}
            error={errors["name"]}
            required
          />
          <TextAreaField
            label="Address"
            name="addressLines"
            autoComplete="off"
            value={edit.texts.addressLines}
            onChange={type("addressLines")}
            error={Object.entries(errors).find(([name]) => name.startsWith("addressLines"))?.[1]}
          />
        </>
      )}
    </PartForm>
  );
}
