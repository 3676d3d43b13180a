// The frame of every mail: one column, one headline, one button, readable without images and in dark mode. Each
// letter is told twice from the same words, as HTML and as plain text.
import { Body } from "@react-email/body";
import { Button } from "@react-email/button";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import type { ReactNode } from "react";
import { assert } from "@/domain/assert.ts";
import type { Language } from "@/domain/language/language.ts";
import { oneLine } from "../plain.ts";
import { colour } from "../theme.ts";

export type Letter = {
  /** English where nothing is said. */
  language?: Language;
  subject: string;
  /** Whom the mail speaks for; stands above and below. */
  from: string;
  /** The first line, in the inbox's preview and in the mail. */
  headline: string;
  /** What the headline is about, larger: an amount. */
  figure?: { label: string; value: string; note: string };
  paragraphs: readonly string[];
  facts?: readonly (readonly [label: string, value: string])[];
  action: { words: string; url: string };
  footer: readonly string[];
};

export type RenderedMail = { subject: string; html: string; text: string };

type Server = typeof import("react-dom/server");

export async function rendered(letter: Letter): Promise<RenderedMail> {
  assert(/^https?:\/\/[^\s"<>]+$/.test(letter.action.url), "a mail links to a page and nothing else");
  // Asked for when it is needed: Next allows it in no file of a page otherwise.
  const server: Server & { default?: Server } = await import("react-dom/server");
  // The worker's bundle has what a CommonJS package exports under `default` alone.
  const { renderToStaticMarkup } = server.default ?? server;
  const html = `${DOCTYPE}${renderToStaticMarkup(<Frame letter={letter} />)}`;
  return { subject: oneLine(letter.subject, 180), html, text: plainText(letter) };
}

function plainText({ language, headline, paragraphs, facts, action, footer }: Letter): string {
  const colon = language === "fr" ? "\u00A0:" : ":";
  const told = facts?.map(([label, value]) => `${label}${colon} ${value}`).join("\n");
  const blocks = [
    headline,
    told,
    ...paragraphs,
    `${action.words}${colon}\n${action.url}`,
    `-- \n${footer.join("\n")}`,
  ];
  return `${blocks.filter((block) => block !== undefined && block !== "").join("\n\n")}\n`;
}

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ' +
  '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page, .page > table > tbody > tr > td { background: #131416 !important; }
    .card { background: #1b1d20 !important; border-color: #2c2f33 !important; }
    .ink { color: #ececea !important; }
    .soft { color: #a4a8ae !important; }
    .button { background: #7fc5a8 !important; color: #0e1512 !important; }
  }
`;

const FONT = "'IBM Plex Sans', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const styles = {
  page: { backgroundColor: colour.wash, margin: 0, padding: "24px 12px", fontFamily: FONT },
  card: {
    backgroundColor: colour.paper,
    border: `1px solid ${colour.line}`,
    borderRadius: 10,
    maxWidth: 520,
  },
  /** On a cell: Outlook knows no padding of a table. */
  inset: { padding: "28px 28px 24px" },
  from: { color: colour.soft, fontSize: 14, lineHeight: "20px", margin: "0 0 20px" },
  headline: { color: colour.ink, fontSize: 16, lineHeight: "24px", fontWeight: 600, margin: "0 0 16px" },
  label: { color: colour.soft, fontSize: 13, lineHeight: "18px", margin: 0 },
  value: { color: colour.ink, fontSize: 32, lineHeight: "40px", fontWeight: 600, margin: 0 },
  text: { color: colour.ink, fontSize: 14, lineHeight: "22px", margin: "0 0 12px" },
  button: {
    backgroundColor: colour.accent,
    color: "#ffffff",
    borderRadius: 8,
    fontSize: 15,
    fontWeight: 600,
    padding: "12px 22px",
    textDecoration: "none",
  },
  small: { color: colour.soft, fontSize: 12, lineHeight: "18px", margin: "0 0 4px" },
} as const;

function Frame({ letter }: { letter: Letter }) {
  const { language = "en" } = letter;
  return (
    <Html lang={language}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{letter.headline}</Preview>
      <Body lang={language} dir="ltr" className="page" style={styles.page}>
        <Container className="card" style={styles.card}>
          <Inset>
            <Line className="soft" style={styles.from}>
              {letter.from}
            </Line>
            <Opening letter={letter} />
            {letter.facts && <Facts facts={letter.facts} />}
            {letter.paragraphs.map((paragraph) => (
              <Line key={paragraph} className="ink" style={styles.text}>
                {paragraph}
              </Line>
            ))}
            <Section style={{ margin: "20px 0 24px" }}>
              <Button className="button" href={letter.action.url} style={styles.button}>
                {letter.action.words}
              </Button>
            </Section>
            {letter.footer.map((line) => (
              <Line key={line} className="soft" style={styles.small}>
                {line}
              </Line>
            ))}
          </Inset>
        </Container>
      </Body>
    </Html>
  );
}

function Inset({ children }: { children: ReactNode }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td style={styles.inset}>{children}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Opening({ letter: { headline, figure } }: { letter: Letter }) {
  if (!figure)
    return (
      <Line className="ink" style={styles.headline}>
        {headline}
      </Line>
    );
  return (
    <Section style={{ margin: "0 0 20px" }}>
      <Line className="soft" style={styles.label}>
        {figure.label}
      </Line>
      <Line className="ink" style={styles.value}>
        {figure.value}
      </Line>
      <Line className="ink" style={{ ...styles.text, fontWeight: 600, margin: 0 }}>
        {figure.note}
      </Line>
    </Section>
  );
}

function Facts({ facts }: { facts: NonNullable<Letter["facts"]> }) {
  const cell = {
    fontSize: 14,
    lineHeight: "20px",
    padding: "6px 0",
    borderTop: `1px solid ${colour.line}`,
  } as const;
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: "0 0 20px", borderCollapse: "collapse" }}
    >
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <td className="soft card" style={{ ...cell, color: colour.soft }}>
              {label}
            </td>
            <td className="ink card" align="right" style={{ ...cell, color: colour.ink }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type LineProps = { className: string; style: React.CSSProperties; children: ReactNode };

function Line({ className, style, children }: LineProps) {
  return (
    <Text className={className} style={style}>
      {children}
    </Text>
  );
}
