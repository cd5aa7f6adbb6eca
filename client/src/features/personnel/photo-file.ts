import type { photoBytesMax as PhotoBytesMax } from "@kompeten/shared/contracts/personnel";

/** The contract's number, said again because importing its value would bring zod along. */
const photoBytesMax: typeof PhotoBytesMax = 204_800;
const box = { widthPx: 480, heightPx: 640 };
export const photoEndings = [".jpg", ".jpeg", ".png", ".webp"] as const;
/** What a telephone takes; only the small picture made of it leaves the browser. */
export const chosenBytesMax = 15 * 1024 * 1024;

/** A small upright JPEG of any picture this browser can show, without what its camera noted; undefined if it can show none. */
export async function smallPhoto(chosen: File): Promise<File | undefined> {
  const picture = await createImageBitmap(chosen).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, box.widthPx / picture.width, box.heightPx / picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const drawing = canvas.getContext("2d");
  if (!drawing) return undefined;
  // Where a picture is transparent, JPEG would be black.
  drawing.fillStyle = "#fff";
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of [0.85, 0.6, 0.4]) {
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (made && made.size <= photoBytesMax) return new File([made], "foto.jpg", { type: "image/jpeg" });
  }
  return undefined;
}
