"use client";
// Finds a customer while one types: name, company, number, phone, e-mail or memo, also with a slip in it; and adds a new
// one on the spot, with what was typed as the name.
import { useRef, useState, type ReactNode } from "react";
import { formatAmount } from "@/domain/values/money.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { Finder } from "@/ui/finder.tsx";
import { NewCustomerDialog } from "./new-customer-dialog.tsx";

type Found = RouterOutputs["customers"]["find"][number];

type Props = {
  org: string;
  locale: string;
  label?: ReactNode;
  error?: string | undefined;
  hint?: string;
  takesFocus?: boolean;
  mayAdd: boolean;
  onChosen: (customerId: string) => void;
};

export function CustomerFinder({ org, locale, mayAdd, onChosen, ...box }: Props) {
  const [adding, setAdding] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Finder<Found>
        ref={input}
        label="Customer"
        name="customer"
        {...box}
        placeholder="Name, company, phone, e-mail or number"
        listLabel="Customers found"
        find={(search) => api(org).customers.find.query({ search })}
        rowKey={(row) => row.customerId}
        onTake={(row) => onChosen(row.customerId)}
        isSure={(rows) => rows.length === 1}
        nothing={(text) => `No customer matches “${text}”.`}
        otherwise={
          mayAdd
            ? { label: (text) => (text ? `+ New customer “${text}”` : "+ New customer"), run: setAdding }
            : undefined
        }
      >
        {(row) => <FoundCustomer row={row} locale={locale} />}
      </Finder>
      <NewCustomerDialog
        org={org}
        open={adding !== null}
        startsWith={adding?.trim() ?? ""}
        onClose={() => {
          setAdding(null);
          input.current?.focus();
        }}
        onCreated={({ customerId }) => {
          setAdding(null);
          onChosen(customerId);
        }}
      />
    </>
  );
}

function FoundCustomer({ row, locale }: { row: Found; locale: string }) {
  const beside = [row.company === row.name ? "" : row.company, row.phone].filter(Boolean).join(" · ");
  return (
    <>
      <span className="min-w-0 flex-1 truncate font-medium">
        {row.name}{" "}
        <span className="ml-1 font-normal text-soft">
          {row.number === row.name ? null : row.number}
          {row.oldNumber ? ` (was ${row.oldNumber})` : null}
          {beside ? ` · ${beside}` : null}
        </span>
      </span>
      <span className="text-13 text-soft">{formatAmount(row.balanceCents, row.currency, locale)}</span>
    </>
  );
}
