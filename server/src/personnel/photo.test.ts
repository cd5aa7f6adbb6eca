import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { photoBytesMax } from "@kompeten/shared/contracts/personnel";
import { photograph } from "../../test/personnel.builders.ts";
import { readPhoto } from "./photo.rules.ts";

const plain = photograph();
const part = (marker: number, content: string): Buffer => Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), Buffer.from(content, "latin1")]);
/** Right behind the beginning, where cameras put theirs. */
const noted = (...parts: Buffer[]): Buffer => Buffer.concat([plain.subarray(0, 2), ...parts, plain.subarray(2)]);
const kept = (given: Buffer): Buffer => {
  const photo = readPhoto(given);
  if (!photo.ok) throw new Error(photo.refusal);
  return photo.value;
};
/** The frame's own words about how large it is. */
const sized = (widthPx: number, heightPx: number): Buffer => {
  const changed = Buffer.from(plain);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(heightPx, frame + 5);
  changed.writeUInt16BE(widthPx, frame + 7);
  return changed;
};

describe("[R4] a photograph", () => {
  it("is kept as the picture alone: no camera, place, thumbnail, comment, nor what hangs behind it", () => {
    const secrets = noted(part(0xe1, "Exif\0\0GPS -7.2575 112.7521"), part(0xe2, "ICC_PROFILE"), part(0xfe, "difoto di rumah"), part(0xed, "Photoshop 3.0"));
    const photo = kept(Buffer.concat([secrets, Buffer.from("PK\u0003\u0004 berkas lain")]));
    for (const word of ["Exif", "GPS", "ICC", "rumah", "Photoshop", "berkas", "JFIF"]) expect(photo.includes(word)).toBe(false);
    expect(photo).toEqual(kept(plain));
    expect(photo.length).toBeLessThan(plain.length);
    expect(kept(photo)).toEqual(photo);
  });

  it.each([
    ["a PNG under the name of a JPEG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "photo-unreadable"],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "photo-unreadable"],
    ["nothing", Buffer.alloc(0), "photo-unreadable"],
    ["one cut off", plain.subarray(0, plain.length - 40), "photo-unreadable"],
    ["one cut off in its tables", plain.subarray(0, 60), "photo-unreadable"],
    ["one without a picture", Buffer.from([0xff, 0xd8, 0xff, 0xd9]), "photo-unreadable"],
    ["one too large to send", Buffer.alloc(photoBytesMax + 1), "photo-too-large"],
    ["one with too many points", sized(240, 6_000), "photo-dimensions"],
    ["one with hardly any", sized(8, 320), "photo-dimensions"],
  ])("is not %s", (_, given, refusal) => expect(readPhoto(given)).toEqual({ ok: false, refusal }));

  it("is never read past its end, whatever is broken in it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.nat(plain.length), (changes, length) => {
        const broken = Buffer.from(plain.subarray(0, length));
        for (const [at, value] of changes) if (at < length) broken[at] = value;
        const photo = readPhoto(broken);
        expect(!photo.ok || kept(photo.value).equals(photo.value)).toBe(true);
      }),
    );
  });
});
