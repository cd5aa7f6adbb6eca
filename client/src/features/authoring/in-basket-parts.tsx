import type { InBasketDocument, InBasketPaper } from "@kompeten/shared/paper";
import { Badge } from "@mantine/core";
import { IconClockPlay } from "@tabler/icons-react";
import { BlockView } from "../../ui/block-view.tsx";
import { Dl } from "../../ui/dl.tsx";
import { formatClock, formatStoryHour, formatStoryTime } from "../../ui/format.ts";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { DocumentNote } from "./key-notes.tsx";
import type { Key, Part, Translate } from "./paper-view.tsx";
import classes from "./paper.module.css";

type InBasketKey = Extract<Key, { kind: "in-basket" }>;

export function inBasketParts(paper: InBasketPaper, answer: InBasketKey | undefined, t: Translate): Part[] {
  const position = (id: string | undefined) => paper.organisationChart.find((person) => person.id === id)?.position ?? "–";
  const chartColumns = [{ label: t("basket.name") }, { label: t("basket.position") }, { label: t("basket.reportsTo") }];
  const calendarColumns = [{ label: t("basket.time") }, { label: t("basket.event") }, { label: t("basket.place") }, { label: t("basket.movable") }];
  return [
    {
      id: "pengarahan",
      label: t("basket.briefing"),
      body: (
        <>
          <h3>{t("basket.briefing")}</h3>
          <Dl items={[{ term: t("basket.role"), value: paper.scenario.role }, { term: t("basket.organisation"), value: paper.scenario.organisation }, { term: t("basket.now"), value: formatStoryTime(paper.scenario.now) }]} />
          <BlockView blocks={paper.scenario.briefing} headingLevel={4} />
        </>
      ),
    },
    {
      id: "bagan",
      label: t("basket.chart"),
      body: <ScrollTable caption={t("basket.chart")} columns={chartColumns} rows={paper.organisationChart.map((person) => [person.name, person.position, position(person.reportsTo)])} />,
    },
    {
      id: "kalender",
      label: t("basket.calendar"),
      body: (
        <ScrollTable
          caption={t("basket.calendar")}
          columns={calendarColumns}
          rows={paper.calendar.map((entry) => [`${formatStoryTime(entry.start)}–${entry.start.slice(0, 10) === entry.end.slice(0, 10) ? formatStoryHour(entry.end) : formatStoryTime(entry.end)}`, entry.title, entry.place ?? "–", t(entry.movable ? "basket.yes" : "basket.no")])}
        />
      ),
    },
    ...paper.documents.map((document): Part => {
      const key = answer?.documents[document.id];
      return { id: `dokumen-${document.id}`, label: `${document.id} ${document.subject}`, inner: "line", body: <Document document={document} t={t} />, ...(key ? { note: <DocumentNote documentKey={key} /> } : {}) };
    }),
  ];
}

function Document({ document, t }: { document: InBasketDocument; t: Translate }) {
  return (
    <>
      <h3 className={classes.itemHead}>
        {document.subject} <span>{document.id}</span>
      </h3>
      <p className={classes.badges}>
        <Badge color="gray">{t(`basket.documentKind.${document.kind}`)}</Badge>
        {document.arrivesAfterSeconds > 0 ? (
          <Badge color="blue" leftSection={<IconClockPlay size={14} aria-hidden />}>
            {t("basket.arrives", { at: formatClock(document.arrivesAfterSeconds) })}
          </Badge>
        ) : null}
      </p>
      <Dl
        items={[
          { term: t("basket.from"), value: document.from },
          { term: t("basket.to"), value: document.to },
          ...(document.cc ? [{ term: t("basket.cc"), value: document.cc }] : []),
          { term: t("basket.sent"), value: formatStoryTime(document.sentAt) },
        ]}
      />
      <BlockView blocks={document.body} headingLevel={4} />
      {document.attachments.map((attachment) => (
        <section key={attachment.title} className={classes.attachment}>
          <h4>{t("basket.attachment", { title: attachment.title })}</h4>
          <BlockView blocks={attachment.body} headingLevel={4} />
        </section>
      ))}
    </>
  );
}
