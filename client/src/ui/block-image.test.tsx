import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderUi } from "../test/render.tsx";
import { BlockView } from "./block-view.tsx";

const image = { type: "image" as const, data: "data:image/png;base64,AAAA", width: 640, height: 260, alt: "Bagan alir permohonan", caption: "Alur permohonan izin" };

it("shows a picture with its description and caption, keeps its place, and makes it larger inside a frame that the keyboard can scroll", async () => {
  const user = userEvent.setup();
  await renderUi(<BlockView blocks={[image]} />);
  const picture = await screen.findByRole("img", { name: "Bagan alir permohonan" });
  expect(picture).toHaveAttribute("src", image.data);
  expect([picture.getAttribute("width"), picture.getAttribute("height")]).toEqual(["640", "260"]);
  expect(screen.getByText("Alur permohonan izin")).toBeInTheDocument();
  expect(screen.queryByRole("region")).toBeNull();
  expect(screen.getByRole("button", { name: "Perkecil gambar" })).toBeDisabled();

  const larger = screen.getByRole("button", { name: "Perbesar gambar" });
  const widths = [picture.style.width];
  while (!(larger as HTMLButtonElement).disabled) {
    await user.click(larger);
    widths.push(picture.style.width);
  }
  expect(widths).toEqual(["100%", "150%", "200%", "300%"]);
  expect(screen.getByRole("region", { name: "Gambar, dapat digulir" })).toHaveAttribute("tabindex", "0");
  await user.click(screen.getByRole("button", { name: "Perkecil gambar" }));
  expect(picture.style.width).toBe("200%");
});
