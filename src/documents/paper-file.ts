// A document of React-PDF's, written by pdfkit itself. React-PDF's own way from a document to a file (`renderToBuffer`) is three
// steps, taken here one by one because it keeps pdfkit's document to itself: files are attached while it is
// written (a second library that parses the whole file again took as long as two thirds of drawing it), and its fonts
// have names (without, pdfkit opens and compares them for every piece of text).
import layoutDocument from "@react-pdf/layout";
import renderDocument from "@react-pdf/render";
import { Font, pdf, type DocumentProps } from "@react-pdf/renderer";
import PdfKit from "pdfkit";
import type { ReactElement } from "react";
import { Tags, markTagged, type Tagging } from "./tags.ts";

/** A file inside the PDF; `relationship` as PDF 2.0 (14.13) names it. */
export type Attached = {
  name: string;
  type: string;
  description: string;
  relationship: "Source" | "Data";
  text: string;
};

type Props = Pick<DocumentProps, "title" | "author" | "creator" | "producer" | "language"> & {
  creationDate: Date;
};

/** The same element and files give the same bytes. `tagging` is given where the paper says its structure, too. */
export async function paperFile(
  document: ReactElement<DocumentProps>,
  files: readonly Attached[],
  tagging?: Tagging,
): Promise<Buffer> {
  const { container } = pdf(document);
  const root = container.document;
  const props: Props = root.props;
  const file = new PdfKit({
    autoFirstPage: false,
    displayTitle: true,
    font: null,
    lang: props.language,
    tagged: tagging !== undefined,
    info: {
      Title: props.title,
      Author: props.author,
      Creator: props.creator,
      Producer: props.producer,
      CreationDate: props.creationDate,
    },
  });
  nameFonts(file);
  for (const { name, type, description, relationship, text } of files)
    file.file(Buffer.from(text), {
      name,
      type,
      description,
      relationship,
      creationDate: props.creationDate,
      modifiedDate: props.creationDate,
    });
  const chunks: Uint8Array[] = [];
  file.on("data", (chunk) => chunks.push(chunk));
  const written = new Promise<Buffer>((resolve, reject) => {
    file.on("end", () => resolve(Buffer.concat(chunks)));
    file.on("error", reject);
  });
  const laidOut = await layoutDocument(root, Font);
  if (tagging) {
    tagging.tags = new Tags(file);
    markTagged(laidOut, tagging.tags);
  }
  renderDocument(file, laidOut);
  return written;
}

/** Each face gets a name the first time it is asked for, under which pdfkit finds it again. */
function nameFonts(file: PdfKit): void {
  const names = new Map<unknown, string>();
  const font = file.font.bind(file);
  file.font = (face, points) => {
    // One of pdfkit's own, by its name: for what no face of ours has.
    if (typeof face === "string") return font(face, points);
    let name = names.get(face);
    if (name === undefined) {
      name = `face ${names.size}`;
      names.set(face, name);
      file.registerFont(name, face);
    }
    return font(name, points);
  };
}
