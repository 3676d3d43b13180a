// One part of the settings under its heading, which says who can change it where that is somebody else.
import type { ReactNode } from "react";
import { Section } from "@/ui/card.tsx";

type Props = { id: string; title: string; mayChange: boolean; children: ReactNode };

export function SettingSection({ id, title, mayChange, children }: Props) {
  return (
    <Section id={id} title={title} note={mayChange ? undefined : "an owner or an admin can change it"}>
      {children}
    </Section>
  );
}
