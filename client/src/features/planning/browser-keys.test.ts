import { expect, it } from "vitest";
import { keysOfText, type KeyFault } from "./browser-keys.rules.ts";

const [a, b] = ["a1".repeat(32), "0f".repeat(32)];
it.each<[string, string, string[], KeyFault[]]>([
  ["one key a line, empty lines between", `${a}\n\n  ${b}\r\n`, [a, b], []],
  ["capitals, as some versions show it", a.toUpperCase(), [a], []],
  ["the same key twice", `${a}\n${a.toUpperCase()}`, [a], []],
  ["nothing", " \n", [], []],
  ["a digit too few, and which line", `${a}\n\n${b.slice(1)}`, [a, b.slice(1)], [{ line: 3, fault: "length", count: 63 }]],
  ["two keys on one line", `${a} ${b}`, [`${a} ${b}`], [{ line: 1, fault: "digit", character: " " }]],
  ["what is no digit", `${a.slice(1)}g`, [`${a.slice(1)}g`], [{ line: 1, fault: "digit", character: "g" }]],
])("%s", (_, text, keys, faults) => expect(keysOfText(text)).toEqual({ keys, faults }));
