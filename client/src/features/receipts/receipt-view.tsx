import type { Receipt } from "@kompeten/shared/proof";
import { Button, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "../../words/use-translation.ts";
import { Dl } from "../../ui/dl.tsx";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import classes from "./verify.module.css";
import type { Checked } from "./verify.ts";

/** The verdict in plain words, and what a genuine receipt says; prints well on one sheet. */
export function ReceiptView({ receipt, checked }: { receipt: Receipt; checked: Checked }) {
  const { t } = useTranslation("receipts");
  const Glyph = checked.valid ? IconCircleCheck : IconCircleX;
  return (
    <section aria-labelledby="hasil" className={classes.result}>
      <div className={classes.verdict} data-valid={checked.valid} role="status">
        <Glyph size={40} stroke={1.5} aria-hidden />
        <div>
          <Title order={2} id="hasil">
            {t(checked.valid ? "valid.title" : "invalid.title")}
          </Title>
          <p>{checked.valid ? t("valid.text") : t(`invalid.${checked.reason ?? "wrong-signature"}`)}</p>
          <Text size="sm" c="dimmed">
            {t(`by.${checked.by}`)}
          </Text>
        </div>
      </div>
      {checked.valid ? <Says receipt={receipt} /> : null}
    </section>
  );
}

function Says({ receipt: { content, keyId } }: { receipt: Receipt }) {
  const { t } = useTranslation("receipts");
  const { candidate, instrument, reason, setAside, journal, parts } = content;
  return (
    <Stack gap="md">
      <Title order={3}>{t("says")}</Title>
      <p className={classes.sentence}>{t(`sentence.${reason}`, { name: candidate.name, instrument: instrument.title, at: formatDateTime(content.closedAtMs) })}</p>
      <Dl
        columns={2}
        items={[
          { term: t("term.candidate"), value: candidate.name },
          { term: t("term.nip"), value: candidate.nip },
          { term: t("term.agency"), value: content.agency },
          { term: t("term.assessment"), value: content.assessment },
          { term: t("term.sitting"), value: content.sitting },
          { term: t("term.instrument"), value: instrument.title },
          { term: t("term.started"), value: formatDateTime(content.startedAtMs) },
          { term: t("term.closed"), value: formatDateTime(content.closedAtMs) },
          { term: t("term.entries"), value: formatNumber(journal.entries) },
          { term: t("term.parts"), value: formatNumber(parts.length) },
          { term: t("term.setAside"), value: t("setAside", setAside) },
          { term: t("term.attempt"), value: <code className={classes.code}>{content.attemptId}</code> },
          { term: t("term.head"), value: <code className={classes.code}>{journal.head}</code> },
          { term: t("term.key"), value: <code className={classes.code}>{keyId}</code> },
        ]}
      />
      <Text size="sm">{t("note")}</Text>
      <Button className={classes.noPrint ?? ""} variant="default" leftSection={<IconPrinter size={18} stroke={1.7} />} onClick={() => window.print()} style={{ alignSelf: "start" }}>
        {t("print")}
      </Button>
    </Stack>
  );
}
