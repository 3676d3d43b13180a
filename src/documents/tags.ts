// The structure of a paper for whoever hears it instead of seeing it: headings, paragraphs, tables with heads, pictures with
// words. What carries no tag is decoration. Tags are told by a property of the paper's elements, and marked when they are
// painted: React-PDF knows none.
import type PdfKit from "pdfkit";
import type { StructElement, StructOptions } from "pdfkit";

export type Tag = "H1" | "H2" | "P" | "Figure";
type Told = { tag: Tag; alt?: string | undefined };

/** For an element's properties: `<View {...tagged("H1")}>`. `alt` is what a picture, or letters as they are painted, say. */
export const tagged = (tag: Tag, alt?: string): { told: Told } => ({ told: { tag, alt } });

/** Set while a paper is written that has tags; tables mark their own cells. */
export type Tagging = { tags: Tags | null };

export class Tags {
  private readonly file: PdfKit;
  private readonly root: StructElement;

  constructor(file: PdfKit) {
    this.file = file;
    this.root = file.struct("Document");
    file.addStructure(this.root);
    // Closed by pdfkit at the page's end.
    file.on("pageAdded", () => file.markContent("Artifact"));
  }

  /** What `paint` paints is one element: of the paper, or of `parent`. */
  mark(
    type: string,
    paint: () => void,
    options: StructOptions = {},
    parent: StructElement = this.root,
  ): void {
    this.begin(type, options, parent);
    paint();
    this.end();
  }

  begin(type: string, options: StructOptions = {}, parent: StructElement = this.root): void {
    this.file.endMarkedContent();
    const content = this.file.markStructureContent(type);
    parent.add(this.file.struct(type, options, [content]));
  }

  end(): void {
    this.file.endMarkedContent();
    this.file.markContent("Artifact");
  }

  /** An element of elements, which `fill` adds to it. */
  group(type: string, fill: (group: StructElement) => void, parent: StructElement = this.root): void {
    const group = this.file.struct(type);
    parent.add(group);
    fill(group);
    group.end();
  }

  /** One without anything in it: an empty cell keeps its column. */
  empty(type: string, parent: StructElement): void {
    parent.add(this.file.struct(type, {}, []));
  }
}

/** What we see of a node of React-PDF's tree once it is laid out. */
type Node = {
  type?: string;
  box?: object;
  style?: object;
  props?: { told?: Told; paint?: () => null };
  children?: Node[] | null;
};

/** Puts a mark in front of and behind each element that tells its tag. `laidOut` is React-PDF's own tree, which is changed. */
export function markTagged(laidOut: Node, tags: Tags): void {
  const { children } = laidOut;
  if (!children) return;
  laidOut.children = children.flatMap((child) => {
    markTagged(child, tags);
    const told = child.props?.told;
    if (!told) return [child];
    const { tag, alt } = told;
    const options = alt === undefined ? {} : tag === "Figure" ? { alt } : { actual: alt };
    return [painting(() => tags.begin(tag, options)), child, painting(() => tags.end())];
  });
}

/** Paints nothing, in its turn. */
function painting(paint: () => void): Node {
  const props = {
    paint: () => {
      paint();
      return null;
    },
  };
  return { type: "CANVAS", box: { top: 0, left: 0, width: 1, height: 1 }, style: {}, props, children: [] };
}
