"use client";
// What the new customer's form knows and does: keeps what is typed, asks who is here already, and adds.
import type { useRouter } from "next/navigation";
import { useState } from "react";
import { NO_ADDRESS } from "@/domain/customers/address.ts";
import {
  detailsOf,
  nameOf,
  textsOf,
  type CustomerField,
  type CustomerTexts,
} from "@/domain/customers/customer.ts";
import { api, type RouterOutputs } from "@/server/client.ts";
import { toast } from "@/ui/toast.tsx";
import { useKept } from "@/ui/use-kept.ts";
import { useCommand } from "@/ui/use-command.ts";
import { toCustomer } from "../../_shell/links.ts";

export type Alike = RouterOutputs["customers"]["alike"];

const blank = (name: string) =>
  textsOf({
    name,
    number: "",
    company: "",
    firstName: "",
    lastName: "",
    email: null,
    phone: null,
    ...NO_ADDRESS,
    shippingLines: [],
    terms: "net-30",
    taxNumber: "",
    memo: "",
    privateNotes: "",
  });

const soughtOf = (texts: CustomerTexts) => ({
  name: nameOf(texts),
  email: texts.email.trim(),
  phone: texts.phone.trim(),
});

type CreatedName = { name: string; router: ReturnType<typeof useRouter> };

export function useNewCustomer(org: string, { name, router }: CreatedName) {
  const [texts, setTexts] = useState(() => blank(name));
  const kept = useKept<CustomerTexts>(["customer", org, "new", name], {
    now: texts,
    isBlank: (typed) => JSON.stringify(typed) === JSON.stringify(blank(name)),
    restore: (then) => then && setTexts(then),
  });
  const [found, setFound] = useState<{ of: string; alike: Alike }>({ of: "", alike: [] });
  const [looking, setLooking] = useState(false);
  const { send, pending, fault } = useCommand(
    (typed: CustomerTexts, commandKey) => add(org, typed, commandKey),
    ({ customerId, number, name: called }) => {
      kept.forget();
      toast(`${called} added as ${number}`);
      router.push(toCustomer(org, customerId));
    },
    { place: kept.key },
  );
  const sought = JSON.stringify(soughtOf(texts));

  /** Asks once for the same words; a server that doesn't answer is no reason to stop anybody. */
  async function lookForAlike(): Promise<Alike> {
    if (sought === found.of) return found.alike;
    const alike = await api(org)
      .customers.alike.query(soughtOf(texts))
      .catch(() => []);
    setFound({ of: sought, alike });
    return alike;
  }
  async function submit() {
    // Seen before it was sent: they are meant to be another.
    if (sought === found.of) return send(texts);
    setLooking(true);
    const alike = await lookForAlike();
    setLooking(false);
    if (alike.length === 0) send(texts);
  }
  return {
    texts,
    type: (field: CustomerField, text: string) => setTexts({ ...texts, [field]: text }),
    lookAgain: () => void lookForAlike(),
    submit: () => void submit(),
    alike: sought === found.of ? found.alike : [],
    fault,
    isRestored: kept.isRestored,
    startOver() {
      setTexts(blank(name));
      kept.forget();
    },
    pending: pending || looking,
  };
}

async function add(org: string, typed: CustomerTexts, commandKey: string) {
  const { number, email, phone, ...details } = detailsOf(typed);
  const added = await api(org).customers.create.mutate({
    commandKey,
    ...details,
    addressLines: [...details.addressLines],
    shippingLines: [...details.shippingLines],
    ...(number && { number }),
    ...(email && { email }),
    ...(phone && { phone }),
  });
  return { ...added, name: details.name };
}
