"use client";
// What one person may do at most in one go. Left empty, their role alone decides.
import { LIMITED_WORDS, limitedIn } from "@/domain/business/people.ts";
import { NO_OWN_LIMITS, type Limited, type OwnLimits } from "@/domain/ledger/own-limits.ts";
import type { Role } from "@/domain/permission.ts";
import { parseAmount, typedAmount, type Cents } from "@/domain/values/money.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { DialogForm } from "../dialog-form.tsx";

type Props = {
  org: { slug: string; currency: string; locale: string };
  person: { userId: string; name: string; role: Role; ownLimits: OwnLimits };
};

export function ChangeLimits({ org, person: { userId, name, role, ownLimits } }: Props) {
  const { slug, currency, locale } = org;
  const kinds = limitedIn(role);
  const textOf = (each: Limited) => {
    const limit = ownLimits[each];
    return limit === null ? "" : typedAmount(limit, currency, locale);
  };
  const drawn: Record<Limited, string> = {
    refund: textOf("refund"),
    "write-off": textOf("write-off"),
    override: textOf("override"),
  };
  /** What is no amount goes out as one that the server refuses, and says so beside its field. */
  function limitOf(text: string): Cents | number | null {
    if (text.trim() === "") return null;
    const amount = parseAmount(text, currency, locale);
    return typeof amount === "string" ? -1 : amount;
  }
  return (
    <DialogForm
      key={JSON.stringify(ownLimits)}
      title={`Limits of ${name}`}
      opener="Limits"
      openerLabel={`Change the limits of ${name}`}
      quiet
      button="Save limits"
      empty={drawn}
      send={(typed, commandKey) => {
        const set = Object.fromEntries(kinds.map((each) => [each, limitOf(typed[each])]));
        const limits = { ...NO_OWN_LIMITS, ...set } as OwnLimits;
        return api(slug).people.changeLimits.mutate({ commandKey, userId, limits });
      }}
      said={() => `Limits of ${name} saved`}
    >
      {({ typed, type, errors }) => (
        <>
          {kinds.map((each) => (
            <Field
              key={each}
              label={`${LIMITED_WORDS[each]}, ${currency}`}
              name={`limits.${each}`}
              inputMode="decimal"
              autoComplete="off"
              value={typed[each]}
              error={errors[`limits.${each}`]}
              onChange={(event) => type({ [each]: event.target.value })}
            />
          ))}
          <p className="text-13 text-soft">
            In one go. Left empty, there is none; 0 leaves it to others. What is in another currency can’t be
            weighed, so who has a limit leaves that to others, too.
          </p>
        </>
      )}
    </DialogForm>
  );
}
