import { photoBytesMax, photoSidePx, type PhotoRefusal } from "@kompeten/shared/contracts/personnel";
import { ok, refuse, type Result } from "@kompeten/shared/kernel";

/** The parts of a JPEG that draw the picture: tables, frame, scan, restart interval. All others are notes about it: camera, place, thumbnail, comment. */
const drawing = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd]);
const frames = new Set([0xc0, 0xc1, 0xc2]);

/**
 * A JPEG as it may be kept: what it is follows from its content, not from its name, and of its parts only those stay that draw the picture
 * (ITU-T T.81, annex B). So no place, camera or thumbnail of an EXIF part is kept, nor anything behind the picture's end. Whether it is turned upright is
 * lost with that; the browser, which makes the small picture, turns it before. Scans are not decoded: one that is damaged shows as a damaged picture.
 */
export function readPhoto(given: Buffer): Result<Buffer, PhotoRefusal> {
  if (given.length > photoBytesMax) return refuse("photo-too-large");
  if (given.length < 4 || given.readUInt16BE(0) !== 0xffd8) return refuse("photo-unreadable");
  const kept: Buffer[] = [given.subarray(0, 2)];
  let size: { widthPx: number; heightPx: number } | undefined;
  let scans = 0;
  let at = 2;
  while (at + 1 < given.length) {
    const marker = given[at + 1] as number;
    if (given[at] !== 0xff) return refuse("photo-unreadable");
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      if (!size || scans === 0) return refuse("photo-unreadable");
      const sides = [size.widthPx, size.heightPx];
      if (sides.some((side) => side < photoSidePx.min || side > photoSidePx.max)) return refuse("photo-dimensions");
      return ok(Buffer.concat([...kept, given.subarray(at, at + 2)]));
    }
    const length = at + 4 <= given.length ? given.readUInt16BE(at + 2) : 0;
    let end = at + 2 + length;
    if (length < 2 || end > given.length) return refuse("photo-unreadable");
    if (frames.has(marker)) {
      // Grey or in colours; four components are for printing, and browsers disagree about them.
      if (size || length < 11 || ![1, 3].includes(given[at + 9] as number)) return refuse("photo-unreadable");
      size = { heightPx: given.readUInt16BE(at + 5), widthPx: given.readUInt16BE(at + 7) };
    }
    if (marker === 0xda) {
      scans += 1;
      end = endOfScan(given, end);
    }
    if (drawing.has(marker)) kept.push(given.subarray(at, end));
    else if (!isNote(marker)) return refuse("photo-unreadable");
    at = end;
  }
  return refuse("photo-unreadable");
}

/** Application parts and comments. */
function isNote(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}

/** Where the next part begins: a stuffed zero and restarts belong to the scan. */
function endOfScan(given: Buffer, from: number): number {
  for (let at = from; at + 1 < given.length; at++) {
    const next = given[at + 1] as number;
    if (given[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return given.length;
}
