"use client";
// One part of the settings as a form. All parts share a version; when others changed only another part meanwhile, this
// one is saved on top of it and nobody is asked.
import { useRouter } from "next/navigation";
import { changesBetween, type Texts } from "@/domain/edits.ts";
import { toast } from "@/ui/toast.tsx";
import { faultOf } from "@/ui/use-command.ts";
import { useEdit, type Drawn } from "@/ui/use-edit.ts";

type Save<Field extends string> = (
  texts: Texts<Field>,
  version: number,
  commandKey: string,
) => Promise<unknown>;

export function useSetting<Field extends string>(
  drawn: Drawn<Field>,
  save: Save<Field>,
  said: string,
  shown: (now: Texts<Field>) => Texts<Field> = (now) => now,
) {
  const router = useRouter();
  const edit = useEdit<Field>(
    drawn,
    ({ version, texts }, commandKey) =>
      save(texts, version, commandKey).catch((error: unknown) => {
        const { code, details } = faultOf(error);
        const { version: newer, now } = details as { version: number; now: Texts<Field> };
        const isOurs = code !== "changed-meanwhile" || changesBetween(drawn.texts, shown(now)).length > 0;
        if (isOurs) throw error;
        return save(texts, newer, `${commandKey}-${newer}`);
      }),
    () => {
      toast(said);
      router.refresh();
    },
    shown,
  );
  const given = (field: Field) => ({
    name: field,
    autoComplete: "off",
    value: edit.texts[field],
    error: edit.fault?.fields[field],
    onChange: (event: { target: { value: string } }) => edit.type(field, event.target.value),
  });
  return { ...edit, given };
}

export type Setting<Field extends string> = ReturnType<typeof useSetting<Field>>;
