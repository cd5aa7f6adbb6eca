import { annotationCharactersMax, type Colour } from "@kompeten/shared/attempt";
import { Button } from "@mantine/core";
import { type RefObject, useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { partsOf, type Place } from "../../../ui/text-place.ts";
import { useAttempt } from "../session/use-attempt-session.ts";
import { newId } from "../../../browser/new-id.ts";
import { type Annotation, annotationsOn } from "./annotations.rules.ts";
import classes from "./case.module.css";
import { useSelectedPlace } from "./use-selected-place.ts";

const colours: readonly Colour[] = ["yellow", "green", "pink"];
const quoteMax = 2000;

type Props = { exhibitId: string; reading: RefObject<HTMLElement | null>; onNote: () => void };

/** Highlights and margin notes on one exhibit: made of what is selected, or of the whole; they are the server's like every answer. */
export function Marking({ exhibitId, reading, onNote }: Props) {
  const { t } = useTranslation("case");
  const { session } = useAttempt();
  const [hint, setHint] = useState(false);
  const [parts, setParts] = useState<Place[]>([]);
  const [part, setPart] = useState("");
  const selected = useSelectedPlace(reading);

  function highlight(colour: Colour) {
    const place = part === "" ? selected() : parts[Number(part)];
    setHint(!place);
    if (!place) return;
    session.do({ kind: "act", action: { actionId: newId(), documentId: exhibitId, type: "annotate", from: place.from, quote: place.quote.slice(0, quoteMax), colour, note: "" } });
    document.getSelection()?.removeAllRanges();
    setPart("");
  }
  function addNote() {
    session.do({ kind: "act", action: { actionId: newId(), documentId: exhibitId, type: "annotate", from: 0, quote: "", colour: "yellow", note: "" } });
    onNote();
  }
  return (
    <section aria-label={t("highlight")}>
      <div className={classes.marking}>
        <span>{t("highlight")}</span>
        {/* Whole parts by name: text cannot be selected with every keyboard and every screen reader. */}
        <select aria-label={t("part")} value={part} onFocus={() => setParts(reading.current ? partsOf(reading.current) : [])} onChange={(event) => setPart(event.currentTarget.value)}>
          <option value="">{t("partSelected")}</option>
          {parts.map(({ quote }, index) => (
            <option key={index} value={index}>
              {quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}
            </option>
          ))}
        </select>
        {colours.map((colour) => (
          // The selection must outlive the press.
          <button key={colour} type="button" data-colour={colour} onMouseDown={(event) => event.preventDefault()} onClick={() => highlight(colour)}>
            {t(`colour.${colour}`)}
          </button>
        ))}
        <button type="button" onClick={addNote}>
          {t("addNote")}
        </button>
      </div>
      <p role="status" className={classes.hint}>
        {hint ? t("selectFirst") : ""}
      </p>
    </section>
  );
}

/** All of them, below the exhibit with a height of their own: the text to be read stays where it is. */
export function Notes({ exhibitId, opened, onToggle }: { exhibitId: string; opened: boolean; onToggle: (opened: boolean) => void }) {
  const { t } = useTranslation("case");
  const { state } = useAttempt();
  const own = annotationsOn(state.work, exhibitId);
  if (own.length === 0) return null;
  return (
    <details className={classes.notes} open={opened} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{t("annotationsCount", { count: own.length })}</summary>
      <ul aria-label={t("annotations")}>
        {own.map((annotation) => (
          <Note key={annotation.actionId} annotation={annotation} />
        ))}
      </ul>
    </details>
  );
}

function Note({ annotation: { actionId, exhibitId, note, ...place } }: { annotation: Annotation }) {
  const { t } = useTranslation("case");
  const { session } = useAttempt();
  const [text, setText] = useState(note);
  const about = place.quote === "" ? t("wholeExhibit") : `“${place.quote.length > 90 ? `${place.quote.slice(0, 90)}…` : place.quote}”`;
  return (
    <li data-colour={place.quote === "" ? undefined : place.colour}>
      <p>{about}</p>
      <textarea
        aria-label={t("noteOn", { about })}
        placeholder={t("note")}
        rows={2}
        maxLength={annotationCharactersMax}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          session.draft(actionId, { kind: "act", action: { actionId, documentId: exhibitId, type: "annotate", ...place, note: next } });
        }}
        onBlur={() => session.flush(actionId)}
      />
      <Button variant="subtle" size="sm" color="red" mih={44} aria-label={t("removeNote", { about })} onClick={() => session.do({ kind: "act", action: { actionId, documentId: exhibitId, type: "withdraw" } })}>
        {t("remove")}
      </Button>
    </li>
  );
}
