"use client";
// How documents are numbered: a prefix and how many digits, with the next number as it will be.
import type { Texts } from "@/domain/edits.ts";
import { NUMBER_SERIES, numberOf, type NumberSeries } from "@/domain/ledger/number-series.ts";
import { SERIES_FIELDS, seriesTexts } from "@/domain/business/settings-texts.ts";
import type { Settings } from "@/domain/business/settings.ts";
import { api } from "@/server/client.ts";
import { Field } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";

type Props = { org: string; settings: Settings; mayChange: boolean };

export function NumberSettings({ org, settings, mayChange }: Props) {
  return (
    <div className="grid gap-3 desk:grid-cols-2">
      {(Object.keys(NUMBER_SERIES) as NumberSeries[]).map((series) => (
        <SeriesSetting
          key={`${series} ${JSON.stringify(settings.series[series])}`}
          series={series}
          org={org}
          settings={settings}
          mayChange={mayChange}
        />
      ))}
    </div>
  );
}

function SeriesSetting({ org, settings, mayChange, series }: Props & { series: NumberSeries }) {
  const name = NUMBER_SERIES[series];
  const setting = useSetting(
    { version: settings.version, texts: seriesTexts(settings, series) },
    ({ prefix, padding }, version, commandKey) =>
      api(org).settings.changeSeries.mutate({
        commandKey,
        version,
        series,
        prefix,
        padding: Number(padding),
      }),
    `${name}: numbers saved`,
  );
  return (
    <SettingForm
      name={name}
      setting={setting}
      words={SERIES_FIELDS}
      mayChange={mayChange}
      effect={<Next texts={setting.texts} next={settings.series[series].next} />}
    >
      <p aria-hidden="true" className="font-medium desk:col-span-2">
        {name}
      </p>
      <Field label="Prefix" maxLength={12} {...setting.given("prefix")} />
      <Field label="Digits" type="number" min={1} max={12} {...setting.given("padding")} />
    </SettingForm>
  );
}

function Next({ texts, next }: { texts: Texts<keyof typeof SERIES_FIELDS>; next: number }) {
  const digits = Number(texts.padding);
  if (!Number.isInteger(digits) || digits < 1 || digits > 12) return "1 to 12 digits";
  return (
    <>
      Next: <strong className="font-medium text-ink">{numberOf(texts.prefix.trim(), digits, next)}</strong>
    </>
  );
}
