"use client";
// What can be changed of agencies and rates in one step: their names, which rate is the default, and which are in use.
import { useRouter } from "next/navigation";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { toast } from "@/ui/toast.tsx";
import { useCommand } from "@/ui/use-command.ts";
import { BringBack, PutAway } from "../put-away.tsx";
import { Rename } from "../rename.tsx";

type AgencyProps = { org: string; agency: { agencyId: string; name: string; version: number } };
type RateProps = { org: string; rate: { rateId: string; name: string; version: number } };

export function RenameAgency({ org, agency: { agencyId, name, version } }: AgencyProps) {
  return (
    <Rename
      name={name}
      version={version}
      longest={80}
      hint="On reports from now on; receipts keep what they said."
      save={(typed, from, commandKey) =>
        api(org).taxes.renameAgency.mutate({ commandKey, agencyId, version: from, name: typed })
      }
    />
  );
}

export function RenameRate({ org, rate: { rateId, name, version } }: RateProps) {
  return (
    <Rename
      name={name}
      version={version}
      longest={40}
      hint="As it stands on receipts and invoices from now on."
      save={(typed, from, commandKey) =>
        api(org).taxes.renameRate.mutate({ commandKey, rateId, version: from, name: typed })
      }
    />
  );
}

export function ArchiveRate({ org, rate: { rateId, name } }: RateProps) {
  return (
    <PutAway name={name} run={(commandKey) => api(org).taxes.archiveRate.mutate({ commandKey, rateId })}>
      <p>
        It is no longer offered. What was taxed with it stays as it is, and its name stays taken. You can
        bring it back at any time.
      </p>
    </PutAway>
  );
}

export function UnarchiveRate({ org, rate: { rateId, name } }: RateProps) {
  return (
    <BringBack
      name={name}
      run={(commandKey) => api(org).taxes.unarchiveRate.mutate({ commandKey, rateId })}
    />
  );
}

/** `version`: of the settings. */
export function ChooseDefault({ org, rate: { rateId, name }, version }: RateProps & { version: number }) {
  const router = useRouter();
  const { send, pending } = useCommand(
    (_: null, commandKey) => api(org).taxes.chooseDefault.mutate({ commandKey, version, rateId }),
    () => {
      toast(`${name} is taken from the next receipt on`);
      router.refresh();
    },
  );
  return (
    <Button variant="quiet" pending={pending} onClick={() => send(null)} aria-label={`Make default: ${name}`}>
      Make default
    </Button>
  );
}
