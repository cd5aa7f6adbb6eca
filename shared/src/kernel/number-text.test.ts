import { expect, it } from "vitest";
import { numberIn } from "./number-text.ts";

it.each([
  ["12", 12],
  ["1.250", 1250],
  ["1.250.000", 1_250_000],
  ["1.250,5", 1250.5],
  ["1250,5", 1250.5],
  ["2.5", 2.5],
  ["2,5", 2.5],
  ["0,125", 0.125],
  [" 12 000 ", 12_000],
  ["-3", -3],
  ["\u22123", -3],
  ["1.25.000", null],
  ["1,250.5", null],
  ["12 %", null],
  ["dua", null],
  ["1e5", null],
  ["Infinity", null],
  ["", null],
])("%j is read as %j", (text, number) => expect(numberIn(text)).toBe(number));
