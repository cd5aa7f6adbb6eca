import type { EmployeeDetail } from "@kompeten/shared/contracts/personnel";
import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../words/use-translation.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { Dl } from "../../ui/dl.tsx";
import { formatDate, formatDateTime, formatName, formatNip, formatNumber } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { ScrollTable } from "../../ui/scroll-table.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { Accommodations } from "./accommodations.tsx";
import { Photo } from "./photo.tsx";
import { employeeQuery } from "./queries.ts";
import { useWords } from "./words.ts";

export function EmployeePanel({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("personnel");
  const employee = useQuery({ ...employeeQuery(id ?? ""), enabled: id !== undefined });
  const shown = id === undefined ? undefined : employee.data;
  return (
    <SidePanel opened={id !== undefined} onClose={onClose} title={shown ? formatName(shown) : t("panel.title")} subtitle={shown ? `NIP ${formatNip(shown.nip)}` : null}>
      {employee.error && id !== undefined ? <ProblemNotice error={employee.error} /> : shown ? <Detail employee={shown} /> : <Loading lines={6} />}
    </SidePanel>
  );
}

function Detail({ employee }: { employee: EmployeeDetail }) {
  const { t } = useTranslation("personnel");
  const words = useWords();
  const session = useSession();
  const since = (date: string | null) => (date === null ? null : formatDate(date));
  const birth = [employee.birthPlace, formatDate(employee.birthDate)].filter(Boolean).join(", ");
  const education = [words.education(employee.education), employee.educationField].filter(Boolean).join(", ");
  return (
    <Stack gap="lg">
      <Photo key={employee.id} employee={employee} />
      <Part title={t("panel.position")}>
        <Dl
          columns={2}
          items={[
            { term: t("column.position"), value: employee.positionTitle },
            { term: t("column.positionType"), value: words.positionType(employee.positionType) },
            { term: t("column.positionSince"), value: since(employee.positionSince) },
            { term: t("column.unit"), value: employee.unitName },
            { term: t("column.employment"), value: words.employment(employee.employment) },
            { term: t("column.grade"), value: employee.grade },
            { term: t("column.gradeSince"), value: since(employee.gradeSince) },
          ]}
        />
      </Part>
      <Part title={t("panel.person")}>
        <Dl
          columns={2}
          items={[
            { term: t("column.sex"), value: t(`sex.${employee.sex}`) },
            { term: t("column.birth"), value: birth },
            { term: t("column.education"), value: education },
            { term: t("column.email"), value: employee.email },
            { term: t("column.phone"), value: employee.phone },
            { term: t("column.login"), value: employee.login ?? t("panel.noAccount") },
          ]}
        />
      </Part>
      {employee.performance.length === 0 ? (
        <Part title={t("panel.performance")}>
          <Text c="dimmed">{t("panel.noPerformance")}</Text>
        </Part>
      ) : (
        <ScrollTable
          caption={t("panel.performance")}
          columns={[{ label: t("column.year") }, { label: t("column.predicate") }, { label: t("column.source") }]}
          rows={employee.performance.map(({ year, predicate, source }) => [String(year), words.predicate(predicate), source])}
        />
      )}
      {employee.components.length > 0 ? (
        <ScrollTable
          caption={t("panel.components")}
          columns={[{ label: t("column.component") }, { label: t("column.score"), align: "right" }, { label: t("column.asOf") }]}
          rows={employee.components.map(({ code, score, asOf }) => [words.component(code), formatNumber(score), formatDate(asOf)])}
        />
      ) : null}
      {sessionMay(session, "accommodation.manage") ? (
        <Part title={t("accommodation.title")}>
          <Accommodations employeeId={employee.id} />
        </Part>
      ) : null}
      <Text size="sm" c="dimmed">
        {t("panel.updated", { at: formatDateTime(employee.updatedAt) })} {t("panel.recorded")}
      </Text>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
