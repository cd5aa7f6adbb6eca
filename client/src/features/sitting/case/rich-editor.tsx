import { answerCharactersMax } from "@kompeten/shared/attempt";
import { formatRichText, parseRichText } from "@kompeten/shared/rich-text";
import { Editor, Extension, type JSONContent } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { goToNextCell, isInTable } from "@tiptap/pm/tables";
import StarterKit from "@tiptap/starter-kit";
import { useEffect, useReducer, useRef, useState } from "react";
import classes from "./case.module.css";
import { cleanPaste } from "./clean-paste.ts";
import { EditorTools } from "./editor-tools.tsx";
import { blocksOf, documentOf } from "./rich-document.ts";
import { tableNodes } from "./table-nodes.ts";

export type RichEditorProps = { labelledBy: string; describedBy: string; text: string; onChange: (text: string) => void; onBlur: () => void; onFull: () => void };

/** A document this small is under the limit however many marks it takes; a larger one is measured. */
const surelyFits = answerCharactersMax / 3;

/** Takes no change that would make the text longer than the protocol carries, and says so. */
function limitExtension(onFull: () => void): Extension {
  const isTooLong = (document: ProseMirrorNode) => document.content.size > surelyFits && textOf(document).length > answerCharactersMax;
  const filterTransaction = ({ docChanged, before, doc }: Transaction) => {
    const refused = docChanged && doc.content.size >= before.content.size && isTooLong(doc);
    if (refused) onFull();
    return !refused;
  };
  return Extension.create({ name: "limit", addProseMirrorPlugins: () => [new Plugin({ filterTransaction })] });
}

const textOf = (document: ProseMirrorNode): string => formatRichText(blocksOf(document.toJSON() as JSONContent));
const kit = StarterKit.configure({ heading: { levels: [1, 2, 3] }, blockquote: false, code: false, codeBlock: false, horizontalRule: false, link: false, strike: false, underline: false });

/** Only ever loaded lazily. Writes the same text as the plain field it stands for; loaded or not, nothing else changes. */
export default function RichEditor({ labelledBy, describedBy, text, onChange, onBlur, onFull }: RichEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const first = useRef(text);
  const told = useRef({ onChange, onBlur, onFull });
  useEffect(() => void (told.current = { onChange, onBlur, onFull }));
  useEffect(() => {
    const made = new Editor({
      element: host.current,
      extensions: [kit, limitExtension(() => told.current.onFull()), ...tableNodes],
      content: documentOf(parseRichText(first.current)),
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": labelledBy, "aria-describedby": describedBy, class: classes["text"] ?? "" },
        transformPastedHTML: cleanPaste,
        // Tab walks through a table, and otherwise leaves: nobody is held in the editor.
        handleDOMEvents: {
          keydown: (view, event) => {
            if (event.key !== "Tab") return false;
            if (isInTable(view.state) && goToNextCell(event.shiftKey ? -1 : 1)(view.state, view.dispatch)) event.preventDefault();
            return true;
          },
        },
      },
      onUpdate: ({ editor: changed }) => told.current.onChange(textOf(changed.state.doc)),
      onBlur: () => told.current.onBlur(),
      onTransaction: drawAgain,
    });
    setEditor(made);
    return () => made.destroy();
  }, [labelledBy, describedBy]);
  return (
    <div className={classes.editor}>
      {editor ? <EditorTools editor={editor} /> : null}
      <div ref={host} className={classes.editorHost} />
    </div>
  );
}
