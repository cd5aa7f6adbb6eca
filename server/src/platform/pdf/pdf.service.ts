import { Injectable } from "@nestjs/common";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { contentDir } from "../config/folders.ts";

const workspace = join(contentDir, "documents");
const patienceMs = 60_000;
const worker = new URL(import.meta.url.endsWith(".ts") ? "./pdf.worker.ts" : "./pdf.worker.js", import.meta.url);

/** Accessible PDFs by typst, from the templates in server/content/documents. One at a time: it is work for a whole processor. */
@Injectable()
export class Pdf {
  private last: Promise<unknown> = Promise.resolve();

  /** `data` reaches the template as JSON, never as markup, so that nobody's text is taken for a command. */
  render(template: string, data: unknown): Promise<Buffer> {
    const done = this.last.then(() => compile(join(workspace, template), JSON.stringify(data)));
    this.last = done.catch(() => undefined);
    return done;
  }
}

function compile(main: string, data: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: { workspace, main, inputs: { data } } });
    const limit = setTimeout(() => {
      void thread.terminate();
      reject(new Error(`a PDF took longer than ${patienceMs} ms`));
    }, patienceMs);
    thread.once("message", (pdf: Uint8Array) => resolve(Buffer.from(pdf)));
    thread.once("error", reject);
    thread.once("exit", (code) => {
      clearTimeout(limit);
      if (code !== 0) reject(new Error(`the PDF's thread ended with ${code}`));
    });
  });
}
