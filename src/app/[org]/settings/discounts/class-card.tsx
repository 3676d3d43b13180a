"use client";
// One class: what it pays less for each group of products, in percent, saved together.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { countOf } from "@/domain/count-of.ts";
import { discountOf, type Discount, type Discounted } from "@/domain/products/discount.ts";
import { plainNumber, typedNumber } from "@/domain/values/written-number.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { Tag } from "@/ui/tag.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { ChangeDiscounted } from "./change-discounted.tsx";

type Props = {
  org: string;
  discountClass: Discounted;
  groups: readonly Discounted[];
  percents: readonly Discount[];
  mayChange: boolean;
  locale: string;
};

export function ClassCard({ org, discountClass, mayChange, ...rest }: Props) {
  const { id, name, uses, archived } = discountClass;
  return (
    <section
      aria-labelledby={`class-${id}`}
      className="grid gap-4 rounded-card border border-line bg-card p-4 desk:p-6"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`class-${id}`} className="text-14 font-semibold wrap-anywhere">
          {name}
        </h3>
        {archived ? <Tag tone="held">Archived</Tag> : null}
        <span className="text-13 text-soft">{countOf(uses, "customer")}</span>
        {mayChange ? (
          <span className="ml-auto inline-flex gap-1 print:hidden">
            <ChangeDiscounted org={org} kind="class" one={discountClass} />
          </span>
        ) : null}
      </div>
      {archived ? null : <Percents org={org} discountClass={discountClass} mayChange={mayChange} {...rest} />}
    </section>
  );
}

function Percents({ org, discountClass: { id: classId, name }, groups, percents, mayChange, locale }: Props) {
  const router = useRouter();
  const drawn = (groupId: string) => {
    const percent = discountOf(percents, { classId, groupId });
    return percent === "0" ? "" : typedNumber(percent, locale);
  };
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const textOf = (groupId: string) => typed[groupId] ?? drawn(groupId);
  const { send, pending, fault } = useCommand(
    (_: null, commandKey) =>
      api(org).discounts.set.mutate({
        commandKey,
        classId,
        // What is no number here is said to be none by the server, beside its field.
        percents: groups.map(({ id: groupId }) => ({
          groupId,
          percent: textOf(groupId).trim() && (plainNumber(textOf(groupId), locale) ?? `?${textOf(groupId)}`),
        })),
      }),
    () => {
      toast(`${name} saved, from the next document on`);
      setTyped({});
      router.refresh();
    },
  );
  if (groups.length === 0)
    return <p className="text-soft">Add a product group below, then its percent here.</p>;
  function submit(event: FormEvent) {
    event.preventDefault();
    send(null);
  }
  return (
    <form onSubmit={submit} noValidate aria-label={`Discounts of ${name}`} className="grid gap-4">
      <FaultNotice fault={fault} />
      <fieldset
        disabled={!mayChange}
        className="grid max-w-3xl grid-cols-2 items-start gap-4 desk:grid-cols-4"
      >
        <legend className="sr-only">Discount in percent by product group</legend>
        {groups.map(({ id, name: group }, at) => (
          <Field
            key={id}
            label={`${group}, %`}
            name={`percents.${at}.percent`}
            inputMode="decimal"
            autoComplete="off"
            maxLength={7}
            placeholder="0"
            value={textOf(id)}
            onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
            error={fault?.fields[`percents.${at}.percent`]}
          />
        ))}
      </fieldset>
      {mayChange ? (
        <div className="flex justify-end">
          <Button type="submit" pending={pending}>
            Save
          </Button>
        </div>
      ) : null}
    </form>
  );
}
