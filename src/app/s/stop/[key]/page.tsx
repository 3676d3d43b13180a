// Where one who gets statements each month says that they want no more of them. Opening it changes nothing; it needs no script.
import type { Metadata, Route } from "next";
import { languageAskedFor } from "@/domain/language/language.ts";
import { stopWords } from "@/domain/language/stop-words.ts";
import { openStop } from "@/server/mail-stop.ts";
import { from } from "@/server/wire/request.ts";
import { headers } from "next/headers";
import { Button } from "@/ui/button.tsx";
import { CheckField } from "@/ui/check-field.tsx";

export const metadata: Metadata = {
  title: { absolute: "E-mail" },
  referrer: "no-referrer",
  robots: { index: false, follow: false, noarchive: true },
};

export default async function StopPage({ params }: PageProps<"/s/stop/[key]">) {
  const { key } = await params;
  const mail = await openStop(key, await from());
  const language = mail?.language ?? languageAskedFor((await headers()).get("accept-language"));
  const say = stopWords(language);
  return (
    <main lang={language} className="mx-auto grid max-w-prose gap-3 px-4 py-8 desk:py-16">
      <h1 className="text-20 font-semibold">{say.title}</h1>
      {mail === null ? (
        <p>{say.gone}</p>
      ) : mail.isStopped ? (
        <p role="status" className="wrap-anywhere">
          {say.stopped(mail.business, mail.address)}
        </p>
      ) : (
        <>
          <p className="wrap-anywhere">{say.ask(mail.business, mail.address)}</p>
          <p className="text-soft">{say.stays}</p>
          <form
            method="post"
            action={`/s/stop/${encodeURIComponent(key)}/now` as Route}
            aria-label={say.title}
            className="grid gap-3"
          >
            <CheckField name="sure" value="yes" required label={say.tick(mail.address)} />
            <div>
              <Button type="submit" variant="primary">
                {say.stop}
              </Button>
            </div>
          </form>
        </>
      )}
    </main>
  );
}
