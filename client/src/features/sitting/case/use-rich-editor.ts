import { type ComponentType, useEffect, useState } from "react";
import type { RichEditorProps } from "./rich-editor.tsx";

type Loaded = { Editor: ComponentType<RichEditorProps> | null; failed: boolean };
let loaded: Loaded = { Editor: null, failed: false };

/** The editor once its code is there. On a bad line it may come late or never; the plain field does not wait for it. */
export function useRichEditor(): Loaded {
  const [here, setHere] = useState(loaded);
  useEffect(() => {
    if (loaded.Editor) return;
    let gone = false;
    import("./rich-editor.tsx").then(
      ({ default: Editor }) => {
        loaded = { Editor, failed: false };
        if (!gone) setHere(loaded);
      },
      () => {
        if (!gone) setHere({ Editor: null, failed: true });
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  return here;
}
