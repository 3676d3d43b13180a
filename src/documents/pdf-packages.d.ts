// What we use of React-PDF's own parts, and of the pdfkit beneath them.
declare module "pdfkit" {
  type Info = Record<"Title" | "Author" | "Creator" | "Producer", string | undefined> & {
    CreationDate: Date;
  };

  export type StructOptions = { alt?: string; actual?: string; scope?: "Column" };
  export type StructElement = { add(child: unknown): StructElement; end(): void };

  export default class PdfKit {
    constructor(options: {
      autoFirstPage: false;
      displayTitle: true;
      font: null;
      lang: string | undefined;
      info: Info;
      tagged: boolean;
    });
    struct(type: string, options?: StructOptions, children?: readonly unknown[]): StructElement;
    addStructure(element: StructElement): this;
    markStructureContent(type: string): unknown;
    markContent(tag: "Artifact"): this;
    endMarkedContent(): this;
    on(event: "pageAdded", listener: () => void): this;
    font(face: unknown, points: number): this;
    registerFont(name: string, face: unknown): this;
    file(
      bytes: Uint8Array,
      options: {
        name: string;
        type: string;
        description: string;
        relationship: string;
        creationDate: Date;
        modifiedDate: Date;
      },
    ): this;
    on(event: "data", listener: (chunk: Uint8Array) => void): this;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }
}

declare module "@react-pdf/render" {
  import type PdfKit from "pdfkit";

  export default function renderDocument(file: PdfKit, laidOut: unknown): PdfKit;
}

declare module "@react-pdf/layout" {
  import type { FontStore } from "@react-pdf/renderer";

  export default function layoutDocument(document: unknown, fonts: FontStore): Promise<object>;
}
