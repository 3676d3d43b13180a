"use client";
// Chooses what a customer's sales are taxed with, from the next document on.
import { api } from "@/server/client.ts";
import { ChooseOne, type Choice } from "./choose-one.tsx";

type Props = {
  org: string;
  customerId: string;
  rateId: string | null;
  choices: readonly Choice[];
  /** What the business takes by default. */
  standard: string;
};

export function ChooseTax({ org, customerId, rateId, choices, standard }: Props) {
  return (
    <ChooseOne
      name="Tax of this customer"
      label="Taxed with"
      field="rateId"
      chosen={rateId}
      choices={choices}
      none={`As the business’s own: ${standard}`}
      button="Save tax"
      said="Tax saved, from the next document on"
      run={(id, commandKey) =>
        api(org).taxes.chooseForCustomer.mutate({ commandKey, customerId, rateId: id })
      }
    />
  );
}
