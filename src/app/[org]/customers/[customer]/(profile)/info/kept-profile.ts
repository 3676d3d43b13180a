// What was typed over a customer's profile and isn't saved yet, with the version that it was typed over.
import type { CustomerField } from "@/domain/customers/customer.ts";
import { keptForm } from "@/ui/kept-form.ts";
import type { Drawn } from "@/ui/use-edit.ts";

export const placeOfProfile = (org: string, customerId: string) => ["profile", org, customerId];

export const keptProfile = (userId: string, org: string, customerId: string) =>
  keptForm<Drawn<CustomerField>>(userId, placeOfProfile(org, customerId));
