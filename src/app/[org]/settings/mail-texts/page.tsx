// What the business writes itself in the mails of its statements and invoices, in each language.
import type { Metadata } from "next";
import { z } from "zod";
import { LANGUAGES, LANGUAGE_CODES, dayLocale } from "@/domain/language/language.ts";
import { readParams } from "@/domain/lists/search-params.ts";
import { MAIL_TEXT_PAPERS, OUR_TEXT, type MailTextPaper } from "@/domain/statements/mail-text.ts";
import { formatDay } from "@/domain/values/day-words.ts";
import { day } from "@/domain/values/day.ts";
import { cents, formatMoney } from "@/domain/values/money.ts";
import { apiFor } from "@/server/api.ts";
import { FilterLinks } from "@/ui/filter-links.tsx";
import { toSettings } from "../../_shell/links.ts";
import { readSection } from "../read-section.ts";
import { SettingSection } from "../setting-section.tsx";
import { MailTextSetting } from "./mail-text.tsx";
import { ourWords } from "./our-words.ts";

export const metadata: Metadata = { title: "Mail texts · Settings" };

const PAPERS = Object.keys(MAIL_TEXT_PAPERS) as MailTextPaper[];
const PARAMS = { paper: z.enum(PAPERS), language: z.enum(LANGUAGE_CODES) };

export default async function MailTexts({ params, searchParams }: PageProps<"/[org]/settings/mail-texts">) {
  const { org } = await params;
  const section = await readSection(org);
  if (!section) return null;
  const { given } = section;
  const asked = readParams(PARAMS, await searchParams);
  const paper = asked.paper ?? "statement";
  const language = asked.language ?? given.settings.language;
  const days = dayLocale(language, section.place.locale);
  const texts = await (await apiFor(org)).mailTexts.list({});
  const kept = texts.find((each) => each.paper === paper && each.language === language);
  const sample = {
    customer: "Greenleaf Landscaping",
    business: section.place.name,
    "amount due": formatMoney(cents(155_090), section.place.currency, section.place.locale),
    "due day": formatDay(day("2026-12-02"), days),
    number: paper === "statement" ? "S-00042" : "INV-02144",
    date: formatDay(day("2026-11-30"), days),
  };
  const to = (more: object) => toSettings(org, "mail-texts", { paper, language, ...more });
  return (
    <SettingSection id="texts" title="Mail texts" mayChange={given.mayChange}>
      <p className="mb-3 max-w-prose text-soft">
        The subject and the text of your mails, in your words. The amount, when it is due, the button and your
        address stand around them as always. A mail of something with nothing to pay keeps our words.
      </p>
      <div className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
        <FilterLinks
          label="Mails"
          links={PAPERS.map((each) => ({
            words: MAIL_TEXT_PAPERS[each],
            href: to({ paper: each }),
            on: each === paper,
          }))}
        />
        <FilterLinks
          label="Language"
          links={LANGUAGE_CODES.map((each) => ({
            words: LANGUAGES[each],
            href: to({ language: each }),
            on: each === language,
          }))}
        />
      </div>
      <MailTextSetting
        key={`${paper} ${language} ${kept?.version ?? 0}`}
        org={org}
        paper={paper}
        language={language}
        kept={kept ?? { ...OUR_TEXT, version: 0 }}
        sample={sample}
        ours={ourWords(paper, language, sample)}
        mayChange={given.mayChange}
      />
    </SettingSection>
  );
}
