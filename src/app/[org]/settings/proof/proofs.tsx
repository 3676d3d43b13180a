// When the books were last proven and by how many events, what was broken if anything was, and the proofs before.
import { formatInstant } from "@/domain/values/instant.ts";
import { countOf } from "@/domain/count-of.ts";
import type { RouterOutputs } from "@/server/client.ts";
import { Card, Section } from "@/ui/card.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Table } from "@/ui/table.tsx";
import { Tag } from "@/ui/tag.tsx";
import { RefreshWhile } from "@/ui/refresh-while.tsx";
import { BrokenRules } from "./broken-rules.tsx";
import { ProveNow } from "./prove-now.tsx";

type Proven = RouterOutputs["books"]["proofs"];
type Proof = Proven["proofs"][number];
type Props = Proven & { org: string; place: DateStyle; mayProve: boolean };

export function Proofs({ org, place, mayProve, proofs, underWay }: Props) {
  const [latest] = proofs;
  return (
    <Section
      id="proof"
      title="Proof of the books"
      note="every rule the books must keep, checked over every event"
    >
      <Card padded>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Latest latest={latest} place={place} />
          {mayProve ? (
            <div className="max-desk:w-full desk:ml-auto">
              <ProveNow org={org} busy={underWay !== null} />
            </div>
          ) : null}
        </div>
        {underWay ? <UnderWay {...underWay} latest={latest} place={place} /> : null}
        {latest && latest.broken.length > 0 ? <BrokenRules org={org} broken={latest.broken} /> : null}
      </Card>
      {proofs.length > 0 ? <Earlier proofs={proofs} place={place} /> : null}
      <RefreshWhile waiting={underWay !== null} />
    </Section>
  );
}

function Latest({ latest, place }: { latest: Proof | undefined; place: DateStyle }) {
  if (!latest) {
    return (
      <div>
        <p className="text-16 font-medium">Not proven yet</p>
        <p className="text-13 text-soft">It happens by itself every night.</p>
      </div>
    );
  }
  const events = latest.events.toLocaleString(place.locale);
  const held = latest.broken.length === 0;
  return (
    <div>
      <p className={`text-16 font-medium ${held ? "" : "text-late"}`}>
        {held ? "Proven" : "Not in order"} at {formatInstant(latest.provenAt, place.locale, place.zone)}:{" "}
        {held ? `${events} events` : `${countOf(latest.broken.length, "rule")} broken in ${events} events`}
      </p>
      <p className="text-13 text-soft">Again by itself every night. It took {took(latest.tookMs)}.</p>
    </div>
  );
}

/** How far it is can't be told, only how long it took the last time. */
function UnderWay({
  running,
  since,
  latest,
  place,
}: NonNullable<Proven["underWay"]> & { latest: Proof | undefined; place: DateStyle }) {
  return (
    <div className="mt-4">
      <Notice title={running ? "Checking every event" : "Waiting for its turn"}>
        <p>
          Since {formatInstant(since, place.locale, place.zone)}
          {latest ? `; the last time it took ${took(latest.tookMs)}` : ""}. You can leave this page meanwhile.
        </p>
        <svg
          viewBox="0 0 100 2"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="mt-2 block h-1 w-full"
        >
          <rect width="100" height="2" className="fill-line" />
          <rect width="40" height="2" className="animate-pulse fill-accent" />
        </svg>
      </Notice>
    </div>
  );
}

function Earlier({ proofs, place }: { proofs: readonly Proof[]; place: DateStyle }) {
  return (
    <div className="mt-3">
      <Card>
        <Table
          caption="The last proofs"
          rows={proofs}
          rowKey={(proof) => proof.provenAt}
          columns={[
            {
              key: "at",
              head: "Proven",
              place: "lead",
              rowHead: true,
              cell: (proof) => <InstantText at={proof.provenAt} {...place} />,
            },
            {
              key: "result",
              head: "Result",
              place: "lead-end",
              cell: (proof) =>
                proof.broken.length === 0 ? (
                  <span className="text-soft">Every rule holds</span>
                ) : (
                  <Tag tone="late">{countOf(proof.broken.length, "rule")} broken</Tag>
                ),
            },
            {
              key: "events",
              head: "Events",
              place: "sub",
              label: "events",
              numeric: true,
              cell: (proof) => proof.events.toLocaleString(place.locale),
            },
            {
              key: "took",
              head: "Took",
              place: "sub-end",
              numeric: true,
              cell: (proof) => took(proof.tookMs),
            },
          ]}
        />
      </Card>
    </div>
  );
}

/** "0.4 s", "12 s", "3 min". */
function took(ms: number): string {
  if (ms < 10_000) return `${Math.max(1, Math.round(ms / 100)) / 10} s`;
  return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
