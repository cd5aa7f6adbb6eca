import { Button } from "@mantine/core";
import { useTranslation } from "../../../words/use-translation.ts";
import classes from "../test/item.module.css";

type Props = { hint: string; empty: boolean; onClear: () => void };

/** What is still missing, said politely, and how to take the answer back. Always there, so that nothing moves. */
export function AnswerFoot({ hint, empty, onClear }: Props) {
  const { t } = useTranslation("sitting");
  return (
    <div className={classes.under}>
      <p role="status" className={classes.hint}>
        {hint}
      </p>
      <Button variant="subtle" color="gray" mih={44} disabled={empty} onClick={onClear}>
        {t("test.clear")}
      </Button>
    </div>
  );
}
