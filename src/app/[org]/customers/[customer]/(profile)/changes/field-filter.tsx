// Narrows the history to one field. An ordinary GET form.
import type { Route } from "next";
import Form from "next/form";
import { Button } from "@/ui/button.tsx";

type Props = { action: Route; fields: readonly string[]; field: string };

export function FieldFilter({ action, fields, field }: Props) {
  return (
    <Form action={action} scroll={false} className="flex min-w-0 max-w-md flex-1 gap-2">
      <select
        key={field}
        name="field"
        aria-label="Which field"
        defaultValue={field}
        className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-card px-2.5 touch:h-11 touch:text-16"
      >
        <option value="">All fields</option>
        {[...new Set([...fields, ...(field ? [field] : [])])].map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <Button type="submit">Show</Button>
    </Form>
  );
}
