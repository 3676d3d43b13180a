// Finds among the customers given credit. An ordinary GET form: Enter searches, and what is shown stays chosen.
import { Search } from "lucide-react";
import type { Route } from "next";
import Form from "next/form";
import { Button } from "@/ui/button.tsx";

type Props = { action: Route; search: string; show: string | undefined };

export function FindCredit({ action, search, show }: Props) {
  return (
    <Form action={action} scroll={false} className="flex w-full max-w-md gap-2">
      <input
        key={search}
        name="search"
        aria-label="Find a credit customer"
        placeholder="Name, number or phone"
        defaultValue={search}
        autoComplete="off"
        className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-card px-2.5 touch:h-11 touch:text-16"
      />
      {show ? <input type="hidden" name="show" value={show} /> : null}
      <Button type="submit">
        <Search aria-hidden="true" />
        Find
      </Button>
    </Form>
  );
}
