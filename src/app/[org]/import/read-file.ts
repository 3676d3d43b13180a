// Reads a chosen file in the browser, before anything is sent: its size, and its text whatever program wrote it.
export type ChosenFile = { name: string; content: string };

/** As much as the server takes. */
const LARGEST_BYTES = 10_000_000;

export type FileFault = { fault: string };

export async function readChosen(file: File): Promise<ChosenFile | FileFault> {
  if (file.size > LARGEST_BYTES) {
    return {
      fault: `${file.name} has ${megabytes(file.size)} MB; up to 10 MB can be imported at once. Split it.`,
    };
  }
  if (file.size === 0) return { fault: `${file.name} is empty.` };
  return file.arrayBuffer().then(
    (bytes) => ({ name: file.name, content: decoded(new Uint8Array(bytes)) }),
    () => ({
      fault: `${file.name} can’t be read any more. It may have been moved or changed; choose it again.`,
    }),
  );
}

/** UTF-8 where it is, UTF-16 where it says so, and else what Windows programs wrote before. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder("utf-8").decode(bytes);
  return new TextDecoder("windows-1252").decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const megabytes = (bytes: number): string => (Math.ceil(bytes / 100_000) / 10).toLocaleString("en-US");
