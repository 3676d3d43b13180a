"use client";
// Adds a combined rate: several single rates that are taken together. It stays that set.
import { formatPercent } from "@/domain/values/percent-words.ts";
import { Plus } from "lucide-react";
import type { Rate } from "@/domain/business/taxes.ts";
import { combinedRate } from "@/domain/values/tax-parts.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "../dialog-form.tsx";

type Props = { org: string; rates: readonly Rate[]; locale: string };

export function AddCombined({ org, rates, locale }: Props) {
  const sumOf = (rateIds: readonly string[]) => {
    const percents = rates.flatMap(({ rateId, percent }) =>
      rateIds.includes(rateId) && percent !== null ? [percent] : [],
    );
    return formatPercent(combinedRate(percents) ?? "0", locale);
  };
  return (
    <DialogForm
      title="Add combined rate"
      opener={
        <>
          <Plus aria-hidden="true" />
          Add combined rate
        </>
      }
      button="Add combined rate"
      empty={{ name: "", rateIds: [] as readonly string[] }}
      send={({ name, rateIds }, commandKey) =>
        api(org).taxes.addCombined.mutate({ commandKey, name, rateIds: [...rateIds] })
      }
      said={({ name }) => `${name.trim()} added`}
    >
      {({ typed, type, errors }) => (
        <>
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={40}
            value={typed.name}
            onChange={(event) => type({ name: event.target.value })}
            error={errors["name"]}
            required
          />
          <fieldset className="grid gap-1">
            <legend className="text-13 font-medium">Rates that are taken together</legend>
            {rates.map(({ rateId, name, percent }) => (
              <label key={rateId} className="flex min-h-9 items-center gap-2.5 touch:min-h-11">
                <input
                  type="checkbox"
                  name="rateIds"
                  checked={typed.rateIds.includes(rateId)}
                  onChange={(event) =>
                    type({
                      rateIds: event.target.checked
                        ? [...typed.rateIds, rateId]
                        : typed.rateIds.filter((each) => each !== rateId),
                    })
                  }
                  className="size-4 accent-accent touch:size-5"
                />
                <span className="flex-1">{name}</span>
                <span className="text-soft">{percent === null ? "—" : formatPercent(percent, locale)}</span>
              </label>
            ))}
            {errors["rateIds"] ? (
              <p role="alert" className="text-12 font-medium text-late">
                {errors["rateIds"]}
              </p>
            ) : null}
          </fieldset>
          <p className="text-13 text-soft">Together {sumOf(typed.rateIds)}, each rounded by itself.</p>
        </>
      )}
    </DialogForm>
  );
}
