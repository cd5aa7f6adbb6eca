import type { InBasketDocument } from "@kompeten/shared/paper";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "./in-basket.module.css";

type Props = { documents: readonly InBasketDocument[]; chosen: readonly string[]; onChange: (chosen: string[]) => void };

/** Which other documents this one belongs together with; in the order in which they were seen to. */
export function LinkFields({ documents, chosen, onChange }: Props) {
  const { t } = useTranslation("in-basket");
  return (
    <fieldset className={classes.links}>
      <legend>{t("field.documents")}</legend>
      <ul>
        {documents.map(({ id, subject, from }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
              <span>
                {subject}
                <span className={classes.dimmed}> · {from}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
