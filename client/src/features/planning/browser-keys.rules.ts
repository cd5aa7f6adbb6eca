/** The Browser Exam Keys of a sitting as they are typed: one on each line. Pure. */
import type { browserExamKeysMax as BrowserExamKeysMax } from "@kompeten/shared/contracts/planning";

/** The contract's number, said again because importing its value would bring zod along; the type keeps the two equal. */
export const browserExamKeysMax: typeof BrowserExamKeysMax = 20;
export const keyDigits = 64;

/** Of a line, counted from 1 as the reader sees it. */
export type KeyFault = { line: number; fault: "digit"; character: string } | { line: number; fault: "length"; count: number };

/** Empty lines are left out, and a key that is there twice is one. */
export function keysOfText(text: string): { keys: string[]; faults: KeyFault[] } {
  const lines = text.split(/\r?\n/).flatMap((line, index) => (line.trim() === "" ? [] : [{ line: index + 1, key: line.trim().toLowerCase() }]));
  const faults = lines.flatMap(({ line, key }): KeyFault[] => {
    const [character] = /[^0-9a-f]/u.exec(key) ?? [];
    if (character !== undefined) return [{ line, fault: "digit", character }];
    return key.length === keyDigits ? [] : [{ line, fault: "length", count: key.length }];
  });
  return { keys: [...new Set(lines.map(({ key }) => key))], faults };
}
