import { describe, expect, it } from "vitest";
import { filesByNip, nipOfFile } from "./photo-names.rules.ts";

describe("a photograph's file", () => {
  it.each([
    ["198503122010011005.jpg", "198503122010011005"],
    ["19850312 201001 1 005.PNG", "198503122010011005"],
    ["19850312_201001-1.005.webp", "198503122010011005"],
    ["198503122010011005", "198503122010011005"],
    ["1985031220100110055.jpg", null],
    ["198503122010011005 (2).jpg", null],
    ["Rina.jpg", null],
    [".jpg", null],
  ])("%s names %s", (name, nip) => expect(nipOfFile(name)).toBe(nip));

  it("is taken by its NIP, and of two of the same person neither", () => {
    const files = ["198503122010011005.jpg", "197001011990011001.jpg", "19700101 199001 1 001.png", "rapat.jpg"].map((name) => ({ name }));
    const { named, problems } = filesByNip(files);
    expect([...named]).toEqual([["198503122010011005", files[0]]]);
    expect(problems).toEqual([
      { name: "197001011990011001.jpg", problem: "twice" },
      { name: "19700101 199001 1 001.png", problem: "twice" },
      { name: "rapat.jpg", problem: "no-nip" },
    ]);
  });
});
