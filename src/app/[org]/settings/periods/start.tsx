"use client";
// The day that the books start on, and the way to move it while nothing is posted.
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { isDay, type Day } from "@/domain/values/day.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FaultNotice } from "@/ui/fault-notice.tsx";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { SettingSection } from "../setting-section.tsx";

type Props = {
  org: string;
  start: { startOn: Day; movable: boolean };
  mayChange: boolean;
  locale: string;
  today: Day;
};

export function StartOfBooks({ org, start, mayChange, locale, today }: Props) {
  const { startOn, movable } = start;
  return (
    <SettingSection id="start" title="Start of the books" mayChange={mayChange}>
      <Card padded>
        <p>
          Your books start on <strong>{formatDay(startOn, locale)}</strong>. Before that day nothing is taken
          but open items: what customers owed and had to their credit when you began.
        </p>
        {movable && mayChange ? (
          <MoveStart org={org} startOn={startOn} today={today} locale={locale} />
        ) : (
          <p className="mt-2 text-13 text-soft">
            {movable
              ? "It can be moved while nothing is posted."
              : "Something is posted already, so it stays where it is."}
          </p>
        )}
      </Card>
    </SettingSection>
  );
}

function MoveStart({
  org,
  startOn,
  today,
  locale,
}: {
  org: string;
  startOn: Day;
  today: Day;
  locale: string;
}) {
  const router = useRouter();
  const [typed, setTyped] = useState<string>(startOn);
  const { send, pending, fault } = useCommand(
    (day: Day, commandKey) => api(org).periods.moveStart.mutate({ commandKey, startOn: day }),
    (done) => {
      toast(`Your books start on ${formatDay(done.startOn, locale)}`);
      router.refresh();
    },
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isDay(typed)) send(typed);
  }
  return (
    <form onSubmit={submit} noValidate className="mt-4 grid gap-3" aria-label="Start of the books">
      {fault && !fault.fields["day"] ? <FaultNotice fault={fault} /> : null}
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="Start on"
          name="startOn"
          type="date"
          max={today}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={fault?.fields["day"] ?? (isDay(typed) ? undefined : "Enter a day.")}
        />
        <Button type="submit" pending={pending} disabled={typed === startOn}>
          Move the start
        </Button>
      </div>
      <p className="text-13 text-soft">It can be moved until the first thing is posted.</p>
    </form>
  );
}
