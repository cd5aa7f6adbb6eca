import type { Block } from "@kompeten/shared/paper";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../words/use-translation.ts";
import classes from "./block-image.module.css";

/** Times its own size; 1 is as wide as there is room for. */
const zooms = [1, 1.5, 2, 3] as const;

/** A picture with its caption, which can be made larger inside its own frame; its place is kept while it is drawn. */
export default function BlockImage({ image }: { image: Extract<Block, { type: "image" }> }) {
  const { t } = useTranslation("common");
  const [step, setStep] = useState(0);
  const zoom = zooms[step] ?? 1;
  const { data, alt, caption, width, height } = image;
  return (
    <figure className={classes.figure}>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.frame} {...(zoom > 1 ? { tabIndex: 0, role: "region", "aria-label": t("image.frame") } : {})} style={{ maxWidth: width }}>
        <img src={data} alt={alt} width={width} height={height} style={{ width: `${zoom * 100}%` }} />
      </div>
      <figcaption className={classes.foot}>
        <span>{caption}</span>
        <span className={classes.buttons}>
          <button type="button" aria-label={t("image.smaller")} disabled={step === 0} onClick={() => setStep(step - 1)}>
            <IconZoomOut size={20} stroke={1.7} aria-hidden />
          </button>
          <button type="button" aria-label={t("image.larger")} disabled={step === zooms.length - 1} onClick={() => setStep(step + 1)}>
            <IconZoomIn size={20} stroke={1.7} aria-hidden />
          </button>
        </span>
      </figcaption>
    </figure>
  );
}
