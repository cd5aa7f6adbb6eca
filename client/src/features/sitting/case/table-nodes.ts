import { Node } from "@tiptap/core";
import { tableEditing } from "@tiptap/pm/tables";

/** Which part each node plays for the table commands. */
const roles: Readonly<Record<string, string>> = { table: "table", tableRow: "row", tableHeader: "header_cell", tableCell: "cell" };

const cell = {
  content: "paragraph",
  isolating: true,
  addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } }),
};

const table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  extendNodeSchema: ({ name }: { name: string }) => (name in roles ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
});
const tableRow = Node.create({ name: "tableRow", content: "(tableCell | tableHeader)+", parseHTML: () => [{ tag: "tr" }], renderHTML: () => ["tr", 0] });
const tableHeader = Node.create({ ...cell, name: "tableHeader", parseHTML: () => [{ tag: "th" }], renderHTML: () => ["th", 0] });
const tableCell = Node.create({ ...cell, name: "tableCell", parseHTML: () => [{ tag: "td" }], renderHTML: () => ["td", 0] });

export const tableNodes = [table, tableRow, tableHeader, tableCell];
