// What a business that has just begun does first: each step leads to where it is done, ticks itself, and the strip is gone
// when all are.
import { Circle, CircleCheck } from "lucide-react";
import type { Route } from "next";
import { FIRST_STEPS, type FirstStep } from "@/domain/business/first-steps.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Link } from "@/ui/link.tsx";
import { toCreditTerms, toNewCustomer, toNewProduct, toSettings } from "../../_shell/links.ts";

const PLACES: Record<FirstStep, (org: string, customerId: string | null) => Route> = {
  address: (org) => toSettings(org),
  tax: (org) => toSettings(org, "tax"),
  product: toNewProduct,
  customer: (org) => toNewCustomer(org),
  credit: (org, customerId) => (customerId ? toCreditTerms(org, customerId) : toNewCustomer(org)),
};

type Props = { org: string; steps: RouterOutputs["books"]["firstSteps"] };

export function FirstSteps({ org, steps }: Props) {
  if (steps === null) return null;
  const all = Object.entries(FIRST_STEPS) as [FirstStep, { words: string }][];
  const { done, customerId } = steps;
  const count = all.filter(([step]) => done[step]).length;
  return (
    <section
      aria-labelledby="first-steps"
      className="mb-5 rounded-card border border-line bg-card px-4 py-3 print:hidden"
    >
      <h2 id="first-steps" className="text-14 font-semibold">
        First steps <span className="font-normal text-soft">{`${count} of ${all.length} done`}</span>
      </h2>
      <ol className="mt-1 grid gap-x-6 desk:grid-cols-2 wide:grid-cols-3">
        {all.map(([step, { words }]) => (
          <li key={step}>
            {done[step] ? (
              <span className="flex min-h-9 items-center gap-2 text-soft touch:min-h-11">
                <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
                <span className="sr-only">Done: </span>
                <span className="line-through">{words}</span>
              </span>
            ) : (
              <Link
                href={PLACES[step](org, customerId)}
                className="flex min-h-9 items-center gap-2 text-accent underline-offset-2 hover:underline touch:min-h-11"
              >
                <Circle aria-hidden="true" className="size-4 shrink-0" />
                {words}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
