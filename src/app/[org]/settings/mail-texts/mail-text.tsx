"use client";
// One text: its subject and its body, the fields that there are, and what comes of it with values of a made-up customer.
import type { Language } from "@/domain/language/language.ts";
import {
  LONGEST_BODY,
  LONGEST_SUBJECT,
  MAIL_TEXT_FIELDS,
  MAIL_TEXT_PAPERS,
  filledIn,
  mailTextFault,
  paragraphsOf,
  type MailText,
  type MailTextPaper,
  type MailTextValues,
} from "@/domain/statements/mail-text.ts";
import { api } from "@/server/client.ts";
import { Button } from "@/ui/button.tsx";
import { Field, TextAreaField } from "@/ui/field.tsx";
import { SettingForm } from "../setting-form.tsx";
import { useSetting } from "../use-setting.ts";
import type { OurWords } from "./our-words.ts";

type Props = {
  org: string;
  paper: MailTextPaper;
  language: Language;
  kept: MailText & { version: number };
  /** What is filled in below, and what our own words come to with it. */
  sample: MailTextValues;
  ours: OurWords;
  mayChange: boolean;
};

const WORDS = { subject: "Subject", body: "Text" } as const;

export function MailTextSetting({ org, paper, language, kept, sample, ours, mayChange }: Props) {
  const { version, subject, body } = kept;
  const setting = useSetting(
    { version, texts: { subject, body } },
    (texts, seen, commandKey) =>
      api(org).mailTexts.change.mutate({ commandKey, paper, language, version: seen, ...texts }),
    "Saved. The next mails have it.",
  );
  const { texts } = setting;
  return (
    <>
      <SettingForm
        name={`${MAIL_TEXT_PAPERS[paper]}: subject and text`}
        setting={setting}
        words={WORDS}
        mayChange={mayChange}
        effect="For every mail from now on. Left empty, it is ours."
      >
        <div className="desk:col-span-2">
          <Field
            label={WORDS.subject}
            maxLength={LONGEST_SUBJECT}
            {...setting.given("subject")}
            error={setting.given("subject").error ?? mailTextFault(texts.subject) ?? undefined}
          />
        </div>
        <div className="desk:col-span-2">
          <TextAreaField
            label={WORDS.body}
            rows={6}
            maxLength={LONGEST_BODY}
            {...setting.given("body")}
            error={setting.given("body").error ?? mailTextFault(texts.body) ?? undefined}
          />
        </div>
        <dl className="grid gap-x-4 gap-y-1 text-13 desk:col-span-2 desk:grid-cols-2">
          {Object.entries(MAIL_TEXT_FIELDS).map(([name, words]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="font-medium">{`{${name}}`}</dt>
              <dd className="text-soft">{words}</dd>
            </div>
          ))}
        </dl>
        {mayChange && (texts.subject !== "" || texts.body !== "") ? (
          <div className="desk:col-span-2">
            <Button
              variant="quiet"
              onClick={() => {
                setting.type("subject", "");
                setting.type("body", "");
              }}
            >
              Use our words
            </Button>
          </div>
        ) : null}
      </SettingForm>
      <Preview sample={sample} ours={ours} {...texts} />
    </>
  );
}

type PreviewProps = MailText & Pick<Props, "sample" | "ours">;

function Preview({ sample, ours, subject, body }: PreviewProps) {
  const written = paragraphsOf(filledIn(body, sample));
  const lines = written.length === 0 ? ours.lines : written;
  return (
    <section aria-label="Preview" className="mt-4 rounded-card border border-line bg-card p-4 desk:p-6">
      <h3 className="text-13 text-soft">What a customer reads, with made-up values</h3>
      <div aria-live="polite">
        <p className="mt-2 font-semibold wrap-anywhere">
          {subject.trim() === "" ? ours.subject : filledIn(subject, sample)}
        </p>
        <div className="mt-2 grid max-w-prose gap-2 wrap-anywhere">
          {lines.map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </div>
      </div>
    </section>
  );
}
