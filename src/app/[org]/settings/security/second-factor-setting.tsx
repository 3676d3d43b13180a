"use client";
// Whom the business asks for a second factor. It counts from each member's next request on, yours too.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { SecondFactorPolicy } from "@/domain/business/second-factor.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { SelectField } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";

const WORDS: Record<SecondFactorPolicy, string> = {
  off: "Nobody",
  admins: "Owners and admins",
  everyone: "Everybody",
};
const POLICIES = Object.keys(WORDS) as SecondFactorPolicy[];

type Props = { org: string; policy: SecondFactorPolicy; mayChange: boolean };

export function SecondFactorSetting({ org, policy, mayChange }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState(policy);
  const { send, pending, fault } = useCommand(
    (wanted: SecondFactorPolicy, commandKey) =>
      api(org).security.changeSecondFactor.mutate({ commandKey, policy: wanted, seen: policy }),
    () => {
      toast("Saved, from everybody’s next click on");
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    send(chosen);
  }
  return (
    <form
      onSubmit={submit}
      aria-label="Second factor"
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <FaultNotice fault={fault} />
      {fault?.code === "second-factor-first" ? (
        <Link href="/account/second-factor" className="font-medium text-link">
          Set up your second factor
        </Link>
      ) : null}
      <fieldset disabled={!mayChange} className="grid max-w-md gap-4">
        <legend className="sr-only">Second factor</legend>
        <SelectField
          label="Who must sign in with a second factor"
          name="policy"
          value={chosen}
          onChange={(event) => setChosen(POLICIES.find((each) => each === event.target.value) ?? policy)}
        >
          {POLICIES.map((each) => (
            <option key={each} value={each}>
              {WORDS[each]}
            </option>
          ))}
        </SelectField>
      </fieldset>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-soft">
          Whoever has none is led to setting one up, and opens nothing here until then.
        </p>
        {mayChange ? (
          <Button type="submit" pending={pending}>
            Save
          </Button>
        ) : null}
      </div>
    </form>
  );
}
