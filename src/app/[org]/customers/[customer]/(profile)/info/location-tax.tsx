"use client";
// Chooses what is billed for one location is taxed with, where that is another tax than its customer's.
import { Percent } from "lucide-react";
import { useState } from "react";
import { api } from "@/server/client.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { ChooseOne, type Choice } from "./choose-one.tsx";

type Props = {
  org: string;
  location: { locationId: string; name: string; taxId: string | null };
  choices: readonly Choice[];
};

export function LocationTax({ org, location, choices }: Props) {
  const [open, setOpen] = useState(false);
  const { locationId, name, taxId } = location;
  const title = `Tax at ${name}`;
  return (
    <>
      <IconButton label={title} onClick={() => setOpen(true)}>
        <Percent aria-hidden="true" />
      </IconButton>
      <Dialog title={title} open={open} onClose={() => setOpen(false)}>
        <ChooseOne
          name={title}
          label="Taxed with"
          field="rateId"
          chosen={taxId}
          choices={choices}
          none="As the customer’s"
          button="Save tax"
          said="Tax saved, from the next document on"
          run={(rateId, commandKey) =>
            api(org).taxes.chooseForLocation.mutate({ commandKey, locationId, rateId })
          }
          done={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
