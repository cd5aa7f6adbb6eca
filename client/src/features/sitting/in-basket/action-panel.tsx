import type { ActionRecord } from "@kompeten/shared/attempt";
import type { InBasketDocument, InBasketPaper } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArchive, IconArrowForwardUp, IconArrowLeft, IconArrowUpCircle, IconCalendarPlus, IconClockPause, IconGavel, IconLink, IconMailForward, IconMailQuestion, IconNote, IconUserShare } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import { ActionForm } from "./action-form.tsx";
import { ActionSummary } from "./action-summary.tsx";
import { actionsOn, type ActionType, type Content, emptyContent } from "./actions.rules.ts";
import classes from "./in-basket.module.css";
import { Priority } from "./priority.tsx";

const types = [
  { type: "reply", icon: IconMailForward },
  { type: "forward", icon: IconArrowForwardUp },
  { type: "delegate", icon: IconUserShare },
  { type: "schedule", icon: IconCalendarPlus },
  { type: "decide", icon: IconGavel },
  { type: "ask", icon: IconMailQuestion },
  { type: "escalate", icon: IconArrowUpCircle },
  { type: "postpone", icon: IconClockPause },
  { type: "link", icon: IconLink },
  { type: "note", icon: IconNote },
  { type: "file", icon: IconArchive },
] as const satisfies { type: ActionType; icon: unknown }[];

type Editing = { actionId: string; content: Content };
type Props = { paper: InBasketPaper; document: InBasketDocument; onBack: () => void };

/** What can be done with a document, and what has been. */
export function ActionPanel({ paper, document, onBack }: Props) {
  const { t } = useTranslation("in-basket");
  const { session, state } = useAttempt();
  const panel = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const actions = actionsOn(state.work, document.id);
  const listed = actions.filter((action) => action.content.type !== "prioritise");
  // Nobody answers the role they play.
  const from = document.from === paper.scenario.role ? "" : document.from;
  const filed = listed.some((action) => action.content.type === "file");

  function begin(type: (typeof types)[number]["type"]) {
    const content = emptyContent(type, from, paper.scenario.now.slice(0, 10));
    const actionId = newId();
    if (type === "file") session.do({ kind: "act", action: { actionId, documentId: document.id, type: "file", reason: null } });
    else setEditing({ actionId, content });
  }
  function done() {
    setEditing(null);
    panel.current?.parentElement?.scrollTo({ top: 0 });
  }
  const edit = (action: ActionRecord) => setEditing({ actionId: action.actionId, content: action.content });
  return (
    <div className={classes.panel} ref={panel}>
      <div className={classes.narrowBar}>
        <Button variant="subtle" mih={44} leftSection={<IconArrowLeft size={18} stroke={1.8} />} onClick={onBack}>
          {t("toDocument")}
        </Button>
      </div>
      {editing ? (
        <ActionForm key={editing.actionId} paper={paper} documentId={document.id} from={from} {...editing} onDone={done} />
      ) : (
        <>
          <h2 className={classes.panelTitle}>{t("acting")}</h2>
          <div className={classes.actionButtons}>
            {types.map(({ type, icon: Glyph }) => (
              <button key={type} type="button" className={classes.actionButton} disabled={type === "file" && filed} onClick={() => begin(type)}>
                <Glyph size={20} stroke={1.7} aria-hidden />
                {t(`type.${type}`)}
              </button>
            ))}
          </div>
          <Priority documentId={document.id} record={actions.find((action) => action.content.type === "prioritise")} />
          <h3 className={classes.panelSubtitle}>{t("mine")}</h3>
          {listed.length === 0 ? <p className={classes.dimmed}>{t("noneYet")}</p> : null}
          <ul className={classes.own}>
            {listed.map((action) => (
              <li key={action.actionId}>
                <ActionSummary action={action} paper={paper} onEdit={() => edit(action)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
