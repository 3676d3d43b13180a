// Finds payments by number, reference or customer. An ordinary GET form: Enter searches.
import type { Route } from "next";
import Form from "next/form";
import { Search } from "lucide-react";
import { Button } from "@/ui/button.tsx";

export function FindPayment({ action, search }: { action: Route; search: string }) {
  return (
    <Form action={action} scroll={false} className="mb-3 flex max-w-md gap-2">
      <input
        key={search}
        name="search"
        aria-label="Find a payment"
        placeholder="Number, reference or customer"
        defaultValue={search}
        autoComplete="off"
        className="h-9 min-w-0 flex-1 rounded-control border border-edge bg-card px-2.5 touch:h-11 touch:text-16"
      />
      <Button type="submit">
        <Search aria-hidden="true" />
        Find
      </Button>
    </Form>
  );
}
