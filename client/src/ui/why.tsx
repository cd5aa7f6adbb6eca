import { Button, Popover } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { Dl, type DlItem } from "./dl.tsx";
import classes from "./why.module.css";

type Props = {
  /** The figure explained: "JPM 83,33 %". Names the button for those who hear it apart from the figure. */
  of: string;
  formula?: ReactNode;
  inputs?: readonly DlItem[];
  /** The configuration and instrument versions the figure was computed with. */
  versions?: readonly DlItem[];
  legalBasis?: ReactNode;
  children?: ReactNode;
};

/** Beside every computed figure: what it was made of, with which versions, on what legal basis. */
export function Why({ of, formula, inputs, versions, legalBasis, children }: Props) {
  const { t } = useTranslation();
  return (
    <Popover width={380} position="bottom-start" trapFocus returnFocus withRoles>
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<IconInfoCircle size={15} stroke={1.8} />} aria-label={`${t("action.why")} ${of}`}>
          {t("action.why")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ""} aria-label={`${t("action.why")} ${of}`}>
        {/* The dropdown takes the focus itself, since an explanation may hold nothing to press. */}
        <div tabIndex={-1} data-autofocus className={classes.body}>
          <p className={classes.of}>{of}</p>
          {children}
          {formula ? <Part title={t("why.formula")}>{formula}</Part> : null}
          {inputs ? (
            <Part title={t("why.inputs")}>
              <Dl items={inputs} />
            </Part>
          ) : null}
          {versions ? (
            <Part title={t("why.versions")}>
              <Dl items={versions} />
            </Part>
          ) : null}
          {legalBasis ? <Part title={t("why.legalBasis")}>{legalBasis}</Part> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
