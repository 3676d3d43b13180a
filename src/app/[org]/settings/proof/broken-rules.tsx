// The rules that don't hold, with the rows that break them; an event among them is a link to its page.
import type { RouterOutputs } from "@/server/client.ts";
import { Link } from "@/ui/link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { toEvent } from "../../_shell/links.ts";

type Broken = RouterOutputs["books"]["proofs"]["proofs"][number]["broken"][number];

export function BrokenRules({ org, broken }: { org: string; broken: readonly Broken[] }) {
  return (
    <div className="mt-4 grid gap-3">
      {broken.map((rule) => (
        <Notice key={`${rule.id} ${rule.says}`} tone="late" title={`${rule.id} doesn’t hold: ${rule.says}`}>
          <ul className="mt-1 grid gap-1 text-13">
            {rule.rows.map((row) => (
              <li key={JSON.stringify(row)} className="flex flex-wrap gap-x-4">
                {Object.entries(row).map(([name, value]) => (
                  <span key={name} className="wrap-anywhere">
                    <span className="text-soft">{name.replaceAll("_", " ")}</span>{" "}
                    <Value org={org} name={name} value={value} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      ))}
    </div>
  );
}

const EVENTS = new Set(["number", "event_number"]);

function Value({ org, name, value }: { org: string; name: string; value: unknown }) {
  const text = String(value);
  if (!EVENTS.has(name) || !/^\d+$/.test(text)) return text;
  return (
    <Link href={toEvent(org, Number(text))} className="text-link">
      {text}
    </Link>
  );
}
