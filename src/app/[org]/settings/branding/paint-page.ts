// Paints a PDF's first page onto a canvas, twice as fine as its place so that it is sharp on any screen. What reads PDFs
// is large, and is fetched when the first one is there.

/** Leaves the canvas as it is when `signal` says that nobody waits any more. */
export async function paintFirstPage(
  pdf: ArrayBuffer,
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
): Promise<void> {
  const { getDocumentProxy } = await import("unpdf");
  const paper = await getDocumentProxy(new Uint8Array(pdf));
  try {
    const page = await paper.getPage(1);
    const viewport = page.getViewport({ scale: 2 });
    const fresh = document.createElement("canvas");
    fresh.width = viewport.width;
    fresh.height = viewport.height;
    await page.render({ canvas: fresh, viewport }).promise;
    if (signal.aborted) return;
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.getContext("2d")?.drawImage(fresh, 0, 0);
  } finally {
    await paper.loadingTask.destroy();
  }
}
