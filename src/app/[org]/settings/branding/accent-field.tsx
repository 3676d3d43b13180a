"use client";
// The colour of papers, and at once whether it can be read on them.
import type { ComponentProps } from "react";
import { BRANDING_FIELDS } from "@/domain/business/branding.ts";
import { colourOf, contrastText, darkened, tooPale } from "@/domain/values/contrast.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";

type Props = Pick<ComponentProps<typeof Field>, "name" | "autoComplete" | "value" | "onChange" | "error"> & {
  value: string;
  onChoose: (colour: string) => void;
};

/** Ours. */
const PLAIN = "#1f5f4a";

export function AccentField({ onChoose, error, ...field }: Props) {
  const colour = colourOf(field.value);
  const pale = colour === null ? null : tooPale(colour);
  const said =
    colour === null
      ? "Like #1f5f4a; empty for the green of ours."
      : `${contrastText(colour)} on white paper.`;
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[1fr_auto] items-start gap-2">
        <Field
          label={BRANDING_FIELDS.accent}
          maxLength={9}
          spellCheck={false}
          hint={pale === null ? said : undefined}
          {...field}
          error={pale ?? error}
        />
        <input
          type="color"
          aria-label="Choose the colour"
          value={colour ?? PLAIN}
          onChange={(event) => onChoose(event.target.value)}
          className="mt-[1.375rem] h-9 w-12 rounded-control border border-edge bg-card p-1 touch:h-11"
        />
      </div>
      {colour !== null && pale !== null ? (
        <div>
          <Button onClick={() => onChoose(darkened(colour))}>Use {darkened(colour)}</Button>
        </div>
      ) : null}
    </div>
  );
}
