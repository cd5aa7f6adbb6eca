import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderUi } from "../test/render.tsx";
import { type Column, DataTable } from "./data-table.tsx";

type Person = { id: string; name: string; jpm: number | null };
const people: Person[] = [
  { id: "1", name: "Siti", jpm: 83.3 },
  { id: "2", name: "Budi", jpm: null },
  { id: "3", name: "Citra", jpm: 67.9 },
];
const columns: Column<Person>[] = [
  { id: "name", header: "Nama", cell: (row) => row.name, value: (row) => row.name },
  { id: "jpm", header: "JPM", cell: (row) => row.jpm ?? "–", value: (row) => row.jpm, align: "right" },
];
const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);
const row = (name: string) => screen.getByRole("row", { name: new RegExp(name) });

describe("DataTable", () => {
  it("moves between rows with the arrow keys and opens with Enter", async () => {
    const onOpen = vi.fn();
    await renderUi(<DataTable caption="Pegawai" columns={columns} rows={people} rowKey={(person) => person.id} onOpen={onOpen} />);
    const user = userEvent.setup();
    row("Siti").focus();
    await user.keyboard("{ArrowDown}");
    expect(row("Budi")).toHaveFocus();
    await user.keyboard("{End}{ArrowDown}");
    expect(row("Citra")).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(people[2]);
    await user.keyboard("{Home}");
    expect(row("Siti")).toHaveFocus();
  });

  it("keeps one row in the tab order, the one last used", async () => {
    await renderUi(<DataTable caption="Pegawai" columns={columns} rows={people} rowKey={(person) => person.id} onOpen={() => {}} />);
    const user = userEvent.setup();
    row("Siti").focus();
    await user.keyboard("{ArrowDown}");
    expect([row("Siti"), row("Budi"), row("Citra")].map((element) => element.tabIndex)).toEqual([-1, 0, -1]);
  });

  it("sorts both ways with missing values last, and says so", async () => {
    await renderUi(<DataTable caption="Pegawai" columns={columns} rows={people} rowKey={(person) => person.id} />);
    const user = userEvent.setup();
    const header = screen.getByRole("columnheader", { name: "JPM" });
    await user.click(within(header).getByRole("button"));
    expect(names()).toEqual(["Citra", "Siti", "Budi"]);
    expect(header).toHaveAttribute("aria-sort", "ascending");
    await user.click(within(header).getByRole("button"));
    expect(names()).toEqual(["Siti", "Citra", "Budi"]);
    expect(header).toHaveAttribute("aria-sort", "descending");
  });

  it("leaves the keys of a field inside a row to the field", async () => {
    const onOpen = vi.fn();
    const withField = [...columns, { id: "note", header: "Catatan", cell: () => <input aria-label="catatan" /> }];
    await renderUi(<DataTable caption="Pegawai" columns={withField} rows={people.slice(0, 1)} rowKey={(person) => person.id} onOpen={onOpen} />);
    const field = screen.getByLabelText("catatan");
    field.focus();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(field).toHaveFocus();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it("marks the selected row", async () => {
    await renderUi(<DataTable caption="Pegawai" columns={columns} rows={people} rowKey={(person) => person.id} selectedKey="2" />);
    expect(row("Budi")).toHaveAttribute("aria-current", "true");
  });
});
