// Whose child this customer is, or whose parent, and whether the parent's credit limit is shared.
import type { RouterOutputs } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { toCreditTerms, toCustomer } from "../../../../_shell/links.ts";
import { ChooseParent } from "./choose-parent.tsx";
import { ShareLimit } from "./share-limit.tsx";

type Props = {
  org: string;
  locale: string;
  customerId: string;
  family: RouterOutputs["families"]["read"];
  mayWrite: boolean;
  mayLimit: boolean;
};

export function Family({ org, locale, customerId, family, mayWrite, mayLimit }: Props) {
  const { parent, children, isCut, sharesLimit } = family;
  // Where it changes whose limit counts, it takes the right to change limits.
  const mayLeave = mayWrite && (mayLimit || !sharesLimit);
  if (!parent && children.length === 0 && !mayWrite) return null;
  return (
    <Section id="family" title="Parent and children">
      <Card padded>
        <div className="grid gap-4">
          {parent ? (
            <p>
              Child of{" "}
              <Link href={toCustomer(org, parent.customerId)} className="text-link font-medium">
                {parent.name}
              </Link>
              {sharesLimit ? ", whose credit limit counts for its children, too." : "."}
            </p>
          ) : null}
          {children.length > 0 ? (
            <div>
              <p className="text-12 text-soft">Children</p>
              <ul className="mt-0.5 grid gap-1 desk:grid-cols-2">
                {children.map((child) => (
                  <li key={child.customerId} className="min-w-0 wrap-anywhere">
                    <Link href={toCustomer(org, child.customerId)} className="touch-target text-link">
                      {child.name}
                    </Link>
                    {child.number === child.name ? null : (
                      <span className="ml-2 text-soft">{child.number}</span>
                    )}
                  </li>
                ))}
              </ul>
              {isCut ? <p className="mt-1 text-soft">And more: the A/R tab lists all of them.</p> : null}
            </div>
          ) : null}
          {!parent && mayLimit && (children.length > 0 || sharesLimit) ? (
            <ShareLimit org={org} customerId={customerId} shares={sharesLimit} />
          ) : null}
          {!parent && !mayLimit && sharesLimit ? <p>Its credit limit counts for its children, too.</p> : null}
          {!parent && sharesLimit ? (
            <Link href={toCreditTerms(org, customerId)} className="text-link">
              Credit terms
            </Link>
          ) : null}
          {mayLeave && children.length === 0 ? (
            <ChooseParent org={org} locale={locale} customerId={customerId} parent={parent} />
          ) : null}
        </div>
      </Card>
    </Section>
  );
}
