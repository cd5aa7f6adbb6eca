import type { InBasketDocument } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconArrowLeft, IconPaperclip } from "@tabler/icons-react";
import { useTranslation } from "../../../words/use-translation.ts";
import { BlockView } from "../../../ui/block-view.tsx";
import { dayText, hourText } from "./fictional-time.ts";
import classes from "./in-basket.module.css";

type Props = { document: InBasketDocument; onBack: () => void; onAct: () => void };

export function DocumentView({ document, onBack, onAct }: Props) {
  const { t } = useTranslation("in-basket");
  return (
    <article className={classes.document}>
      <div className={classes.narrowBar}>
        <Button variant="subtle" mih={44} leftSection={<IconArrowLeft size={18} stroke={1.8} />} onClick={onBack}>
          {t("toList")}
        </Button>
        <Button mih={44} onClick={onAct}>
          {t("act")}
        </Button>
      </div>
      <p className={classes.kind}>{t(`kind.${document.kind}`)}</p>
      <h2 className={classes.documentTitle}>{document.subject}</h2>
      <dl className={classes.envelope}>
        <dt>{t("from")}</dt>
        <dd>{document.from}</dd>
        <dt>{t("to")}</dt>
        <dd>{document.to}</dd>
        {document.cc ? (
          <>
            <dt>{t("cc")}</dt>
            <dd>{document.cc}</dd>
          </>
        ) : null}
        <dt>{t("sent")}</dt>
        <dd>
          {dayText(document.sentAt.slice(0, 10))}, {hourText(document.sentAt)}
        </dd>
      </dl>
      <BlockView blocks={document.body} headingLevel={3} />
      {document.attachments.map((attachment, index) => (
        <section key={index} className={classes.attachment}>
          <h3 className={classes.attachmentTitle}>
            <IconPaperclip size={18} stroke={1.8} aria-hidden /> {attachment.title}
          </h3>
          <BlockView blocks={attachment.body} headingLevel={4} />
        </section>
      ))}
    </article>
  );
}
