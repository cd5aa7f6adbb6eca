import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";

type Part = "day" | "hour";
type Props = { label: string; value: string | null; min?: string } & (
  | { always?: false; /** Where a day without an hour, or an hour without a day, has the other from: shown at once, and saved like what is typed. */ first: string; onChange: (time: string | null) => void }
  | { always: true; onChange: (time: string) => void }
);

/** A time of the exercise, as a day and an hour. Either may be emptied to be written anew, and stands again as it is saved when it is left; without its day there is no time, unless there is one `always`. */
export function TimeField({ label, value, min, ...rest }: Props) {
  const { t } = useTranslation("in-basket");
  const [emptied, setEmptied] = useState<Part | null>(null);
  const [half, setHalf] = useState(false);
  const [day, hour] = partsOf(value);
  const [minDay, minHour] = partsOf(min ?? null);

  function write(part: Part, written: string) {
    setHalf(false);
    if (written === "") {
      setEmptied(part);
      if (part === "day" && !rest.always) rest.onChange(null);
      return;
    }
    // A browser that takes a year of five digits: no time of the exercise, and not shown as one.
    if (part === "day" && written.length !== 10) return;
    setEmptied(null);
    const [firstDay, firstHour] = partsOf(rest.always ? value : rest.first);
    rest.onChange(part === "day" ? `${written}T${hour || firstHour}` : `${day || firstDay}T${written.slice(0, 5)}`);
  }
  const left = (event: React.FocusEvent<HTMLInputElement>) => {
    setEmptied(null);
    // The browser shows what is there of it, and tells nobody what.
    setHalf(!rest.always && event.currentTarget.validity.badInput);
  };
  return (
    <>
      <Field label={label}>
        {(id) => (
          <div className={classes.times}>
            <input id={id} type="date" className={classes.input} min={minDay} max="9999-12-31" value={emptied === "day" ? "" : day} onChange={(event) => write("day", event.currentTarget.value)} onBlur={left} />
            <input type="time" aria-label={t("hourOf", { label })} className={classes.input} min={day === minDay ? minHour : undefined} value={emptied === "hour" ? "" : hour} onChange={(event) => write("hour", event.currentTarget.value)} onBlur={left} />
          </div>
        )}
      </Field>
      <p role="status" className={classes.incomplete} hidden={!half}>
        {half ? t("halfTime") : ""}
      </p>
    </>
  );
}

function partsOf(time: string | null): [day: string, hour: string] {
  return [time?.slice(0, 10) ?? "", time?.slice(11) ?? ""];
}
