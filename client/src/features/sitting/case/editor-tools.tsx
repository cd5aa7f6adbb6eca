import type { Editor } from "@tiptap/core";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteRow, deleteTable, isInTable } from "@tiptap/pm/tables";
import { IconArrowBackUp, IconArrowForwardUp, IconBold, IconColumnInsertRight, IconH1, IconH2, IconItalic, IconList, IconListNumbers, IconRowInsertBottom, IconRowRemove, IconTable, IconTableOff } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./case.module.css";

type TableCommand = (state: EditorState, dispatch?: (transaction: Transaction) => void) => boolean;

const cell = (type: string) => ({ type, content: [{ type: "paragraph" }] });
const newTable = { type: "table", content: [{ type: "tableRow", content: [cell("tableHeader"), cell("tableHeader")] }, { type: "tableRow", content: [cell("tableCell"), cell("tableCell")] }] };

/** Where one begins to write in a table that has just been inserted. */
function toFirstCell(transaction: Transaction): boolean {
  const { $from } = transaction.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === "table") transaction.setSelection(TextSelection.near(transaction.doc.resolve($from.start(depth))));
  }
  return true;
}

/** What gives the text its form; each also by the usual keys of a word processor. */
export function EditorTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation("case");
  const chain = () => editor.chain().focus();
  const onTable = (command: TableCommand) => () => {
    command(editor.state, editor.view.dispatch);
    editor.view.focus();
  };
  const inTable = isInTable(editor.state);
  const tools = [
    { name: "heading", icon: IconH1, pressed: editor.isActive("heading", { level: 1 }), run: () => chain().toggleHeading({ level: 1 }).run(), off: inTable },
    { name: "subheading", icon: IconH2, pressed: editor.isActive("heading", { level: 2 }), run: () => chain().toggleHeading({ level: 2 }).run(), off: inTable },
    { name: "bold", icon: IconBold, pressed: editor.isActive("bold"), run: () => chain().toggleBold().run() },
    { name: "italic", icon: IconItalic, pressed: editor.isActive("italic"), run: () => chain().toggleItalic().run() },
    { name: "bullets", icon: IconList, pressed: editor.isActive("bulletList"), run: () => chain().toggleBulletList().run(), off: inTable },
    { name: "numbers", icon: IconListNumbers, pressed: editor.isActive("orderedList"), run: () => chain().toggleOrderedList().run(), off: inTable },
    ...(inTable
      ? ([
          { name: "row", icon: IconRowInsertBottom, run: onTable(addRowAfter) },
          { name: "column", icon: IconColumnInsertRight, run: onTable(addColumnAfter) },
          { name: "removeRow", icon: IconRowRemove, run: onTable(deleteRow) },
          { name: "removeTable", icon: IconTableOff, run: onTable(deleteTable) },
        ] as const)
      : ([{ name: "table", icon: IconTable, run: () => chain().insertContent(newTable).command(({ tr }) => toFirstCell(tr)).run() }] as const)),
    { name: "undo", icon: IconArrowBackUp, run: () => chain().undo().run(), off: !editor.can().undo() },
    { name: "redo", icon: IconArrowForwardUp, run: () => chain().redo().run(), off: !editor.can().redo() },
  ] as const satisfies readonly { name: string; icon: unknown; run: () => unknown; pressed?: boolean; off?: boolean }[];
  return (
    <div className={classes.tools} role="toolbar" aria-label={t("tools")}>
      {tools.map((tool) => (
        <button
          key={tool.name}
          type="button"
          title={t(`tool.${tool.name}`)}
          aria-label={t(`tool.${tool.name}`)}
          aria-pressed={"pressed" in tool ? tool.pressed : undefined}
          disabled={"off" in tool ? tool.off : false}
          // The selection must outlive the press.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void tool.run()}
        >
          <tool.icon size={20} stroke={1.7} aria-hidden />
        </button>
      ))}
    </div>
  );
}
