import { expect, it } from "vitest";
import { nipsOfPaste } from "./nips.rules.ts";

it.each([
  ["one NIP a line", "198503122010011005\n199001012015022001\n", ["198503122010011005", "199001012015022001"]],
  ["written in groups", "19850312 201001 1 005", ["19850312 201001 1 005"]],
  ["a heading and empty lines", "NIP\r\n\r\n198503122010011005", ["198503122010011005"]],
  ["columns of a spreadsheet", "1\tSiti Rahmawati\t'198503122010011005\tKepala Seksi", ["198503122010011005"]],
  ["something that is no NIP is kept, so that it is complained of", "12345", ["12345"]],
  ["nothing", "  \n", []],
])("%s", (_name, text, nips) => expect(nipsOfPaste(text)).toEqual(nips));
