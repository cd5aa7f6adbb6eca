/** Lays out one document on a thread of its own: seconds of work for a long one, in which nobody's answer may wait. */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { parentPort, workerData } from "node:worker_threads";

const { workspace, main, inputs } = workerData as { workspace: string; main: string; inputs: Record<string, string> };
const compiler = NodeCompiler.create({ workspace });
// PDF/UA-1: readable by a screen reader, or it is an error.
parentPort?.postMessage(compiler.pdf({ mainFilePath: main, inputs }, { pdfStandard: "ua-1" as never }));
