// How documents are numbered.
import type { Metadata } from "next";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { NumberSettings } from "./numbers.tsx";

export const metadata: Metadata = { title: "Numbers · Settings" };

export default async function NumbersSettings({ params }: PageProps<"/[org]/settings/numbers">) {
  const section = await readSection((await params).org);
  if (!section) return null;
  const { given } = section;
  return (
    <SettingSection id="numbers" title="Numbers" mayChange={given.mayChange}>
      <NumberSettings {...given} />
    </SettingSection>
  );
}
