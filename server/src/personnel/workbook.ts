import { Unzip, UnzipInflate, zipSync } from "fflate";
import { setImmediate } from "node:timers/promises";
import { readSheet } from "read-excel-file/node";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";

export type WorkbookCell = string | number | boolean | Date | null;
export type WorkbookRefusal = "file-unreadable" | "file-too-many-rows";

/** Ten thousand rows of the register with every column need half of it; ten megabytes of zip can unpack to ten thousand. */
const unpackedBytesMax = 48 * 1024 * 1024;
const filesMax = 1_000;
/** Deflate makes at most a thousand times more of what it is given: counted after every bit of this size, and others get their turn. */
const stepBytes = 8 * 1024;

class TooBig extends Error {}

/** The rows of the first sheet of an XLSX file, whose size unpacked is counted while it is unpacked: what it says of itself may be a lie. */
export async function readWorkbook(content: Buffer): Promise<Result<WorkbookCell[][], WorkbookRefusal>> {
  try {
    // Stored again without compression, so that the reader sees what was counted and nothing else.
    const counted = zipSync(await unpacked(content), { level: 0 });
    return ok((await readSheet(Buffer.from(counted))) as WorkbookCell[][]);
  } catch (error) {
    return refuse(error instanceof TooBig ? "file-too-many-rows" : "file-unreadable");
  }
}

async function unpacked(content: Buffer): Promise<Record<string, Uint8Array>> {
  const chunks = new Map<string, Uint8Array[]>();
  let total = 0;
  const unzip = new Unzip((file) => {
    if (chunks.size >= filesMax) throw new TooBig();
    const own: Uint8Array[] = [];
    chunks.set(file.name, own);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      total += chunk.length;
      if (total > unpackedBytesMax) throw new TooBig();
      own.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < content.length; at += stepBytes) {
    unzip.push(content.subarray(at, at + stepBytes), at + stepBytes >= content.length);
    await setImmediate();
  }
  return Object.fromEntries([...chunks].map(([name, own]) => [name, Buffer.concat(own)]));
}
