"use client";
// What else is billed on the retained invoice, and where its revenue goes. Closed until somebody wants it: most have none.
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { SelectField } from "@/ui/field.tsx";
import { Lines } from "../../_editor/lines.tsx";
import type { Ground, useOwnLines } from "./use-own-lines.ts";

type Props = { org: string; locale: string; ground: Ground; beside: ReturnType<typeof useOwnLines> };

export function OwnLines({ org, locale, ground: { accounts }, beside }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && beside.own === undefined)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>Bill something beside it</Button>
      </p>
    );
  return (
    <section aria-label="Billed beside it" className="grid gap-3">
      <div className="flex flex-wrap items-end gap-4">
        <h2 className="mr-auto text-16 font-semibold">Billed beside it</h2>
        {accounts.length > 1 ? (
          <div className="w-64 max-desk:w-full">
            <SelectField
              label="Revenue account"
              hint="A product’s lines go to the product’s own."
              name="chartCode"
              value={beside.chartCode}
              onChange={(event) => beside.setChartCode(event.target.value)}
            >
              {accounts.map(({ code, name }, at) => (
                <option key={code} value={at === 0 ? "" : code}>
                  {code} {name}
                </option>
              ))}
            </SelectField>
          </div>
        ) : null}
      </div>
      <Lines org={org} locale={locale} invoicing={beside.lines} />
    </section>
  );
}
