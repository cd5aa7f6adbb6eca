import { useState } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { Field } from "./field.tsx";
import classes from "./in-basket.module.css";

type Props = { label: string; value: string | null; min?: string } & ({ always?: false; onChange: (time: string | null) => void } | { always: true; onChange: (time: string) => void });

/** A time of the exercise. One that there is `always` may be emptied to be written anew, and stands again as it is saved when the field is left. */
export function TimeField({ label, value, min, ...rest }: Props) {
  const { t } = useTranslation("in-basket");
  const [emptied, setEmptied] = useState(false);
  const [half, setHalf] = useState(false);

  function write(time: string) {
    setHalf(false);
    // A browser that takes a year of five digits: no time of the exercise, and not shown as one.
    if (time !== "" && time.length !== 16) return;
    setEmptied(time === "");
    if (time !== "") rest.onChange(time);
    else if (!rest.always) rest.onChange(null);
  }
  return (
    <>
      <Field label={label}>
        {(id) => (
          <input
            id={id}
            type="datetime-local"
            className={classes.input}
            min={min}
            max="9999-12-31T23:59"
            value={(emptied ? null : value) ?? ""}
            onChange={(event) => write(event.currentTarget.value)}
            onBlur={(event) => {
              setEmptied(false);
              // The browser shows a day without an hour, and tells nobody which.
              setHalf(!rest.always && event.currentTarget.validity.badInput);
            }}
          />
        )}
      </Field>
      <p role="status" className={classes.incomplete} hidden={!half}>
        {half ? t("halfTime") : ""}
      </p>
    </>
  );
}
