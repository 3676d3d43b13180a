"use client";
// The discount class of this customer, for whoever decides on prices.
import { api } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { toSettings } from "../../../../_shell/links.ts";
import { ChooseOne, type Choice } from "./choose-one.tsx";

type Props = {
  org: string;
  customerId: string;
  classId: string | null;
  className: string | null;
  choices: readonly Choice[];
  mayChoose: boolean;
};

export function CustomerDiscount({ org, customerId, classId, className, choices, mayChoose }: Props) {
  return (
    <Section id="discount" title="Discount">
      <Card padded>
        {mayChoose && choices.length > 0 ? (
          <ChooseOne
            key={classId}
            name="Discount of this customer"
            label="Discount class"
            field="classId"
            chosen={classId}
            choices={choices}
            none="None: the sales price"
            button="Save class"
            said="Discount class saved, from the next document on"
            run={(id, commandKey) =>
              api(org).discounts.chooseForCustomer.mutate({ commandKey, customerId, classId: id })
            }
          />
        ) : (
          <p className="text-soft">
            {className ?? "They pay the sales price."}{" "}
            {choices.length === 0 ? (
              <Link href={toSettings(org, "discounts")} className="text-link">
                Discount classes
              </Link>
            ) : null}
          </p>
        )}
      </Card>
    </Section>
  );
}
