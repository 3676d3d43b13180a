// One file that was sent to be imported, from its first look to what it brought: the page follows the state it is in.
import type { Metadata } from "next";
import { KIND_NAMES } from "@/domain/imports/fields.ts";
import { isWorking } from "@/domain/imports/file.ts";
import type { Day } from "@/domain/values/day.ts";
import { sizeText } from "@/domain/business/attachment.ts";
import { apiFor } from "@/server/api.ts";
import type { Reading } from "@/ui/amount.tsx";
import { DownloadLink } from "@/ui/button.tsx";
import { ButtonLink } from "@/ui/button-link.tsx";
import { InstantText, type DateStyle } from "@/ui/instant.tsx";
import { Screen } from "@/ui/page.tsx";
import { RefreshWhile } from "@/ui/refresh-while.tsx";
import { readCurrentMember } from "../../_shell/current-member.ts";
import { toImport, toImportOriginal } from "../../_shell/links.ts";
import { NotAllowed } from "../../_shell/not-allowed.tsx";
import { Done } from "./done.tsx";
import { Failed } from "./failed.tsx";
import { FollowState } from "./follow-state.tsx";
import { LookAtFile } from "./look-at-file.tsx";
import { Waiting } from "./waiting.tsx";
import type { ImportFile } from "../imported-file.ts";

export const metadata: Metadata = { title: "Import" };

export default async function ImportFilePage({ params }: PageProps<"/[org]/import/[fileId]">) {
  const { org, fileId } = await params;
  const here = await readCurrentMember(org);
  if (!here.permissions.includes("books:import"))
    return <NotAllowed title="Import" to="imports" permission="books:import" />;
  const api = await apiFor(org);
  const file = await api.imports.read({ fileId });
  const { currency, locale, zone, today } = here.org;
  return (
    <Screen
      title={file.name}
      about={<About file={file} place={{ locale, zone }} />}
      actions={
        <>
          <DownloadLink href={toImportOriginal(org, fileId)}>Download the file</DownloadLink>
          <ButtonLink href={toImport(org)}>All imports</ButtonLink>
        </>
      }
    >
      <RefreshWhile key={file.state} waiting={isWorking(file.state)} slowestMs={2500} />
      <FollowState state={file.state} questions={file.look?.questions.length ?? 0} />
      <State org={org} file={file} reading={{ currency, locale }} place={{ locale, zone }} today={today} />
    </Screen>
  );
}

type StateProps = {
  org: string;
  file: ImportFile;
  reading: Reading;
  place: DateStyle;
  today: Day;
};

function State({ org, file, reading, place, today }: StateProps) {
  const { state, look, progress } = file;
  switch (state) {
    case "failed":
      return <Failed org={org} file={file} />;
    case "imported":
    case "undone":
      return <Done org={org} file={file} reading={reading} place={place} />;
    case "importing":
    case "undoing":
      return <Waiting org={org} fileId={file.fileId} state={state} progress={progress} />;
    case "looking":
    case "ready":
      return look ? (
        <LookAtFile org={org} file={file} look={look} reading={reading} place={place} today={today} />
      ) : (
        <Waiting org={org} fileId={file.fileId} state="looking" progress={progress} />
      );
  }
}

type AboutProps = { file: ImportFile; place: DateStyle };

function About({ file, place }: AboutProps) {
  const { kind, size, by, at, look } = file;
  return (
    <p>
      {KIND_NAMES[kind]} · {sizeText(size)}
      {look ? ` · ${look.format}` : ""} · sent by {by}, <InstantText at={at} {...place} />
    </p>
  );
}
