// What was typed over a customer's profile and isn't saved yet, with the version that it was typed over.
import type { CustomerField } from "@/domain/customers/customer.ts";
import { keptForm } from "@/ui/kept-form.ts";
import type { Drawn } from "@/ui/use-edit.ts";

export const keptProfile = (org: string, customerId: string) =>
  keptForm<Drawn<CustomerField>>("profile", org, customerId);
