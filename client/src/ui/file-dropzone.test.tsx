import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderUi } from "../test/render.tsx";
import { FileDropzone } from "./file-dropzone.tsx";

const zone = (onChange: (file: File | null) => void) =>
  renderUi(<FileDropzone label="Berkas peserta" accept={[".xlsx", ".csv"]} maxBytes={10} file={null} onChange={onChange} />);
const input = () => screen.getByLabelText(/Berkas peserta/);
// As dropped files are: the browser does not hold them against `accept`.
const user = userEvent.setup({ applyAccept: false });

it("takes a file that fits", async () => {
  const onChange = vi.fn();
  await zone(onChange);
  const file = new File(["nip"], "Peserta.XLSX");
  await user.upload(input(), file);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(file);
});

it.each([
  ["too large", new File(["x".repeat(11)], "peserta.csv"), /lebih besar/],
  ["of another type", new File(["x"], "peserta.exe"), /tidak diterima/],
])("refuses a file that is %s, and says why at the field", async (_name, file, reason) => {
  const onChange = vi.fn();
  await zone(onChange);
  await user.upload(input(), file);
  expect(onChange).not.toHaveBeenCalled();
  expect(input()).toHaveAccessibleDescription(reason);
  expect(input()).toBeInvalid();
});
