import type { NineBoxView } from "@kompeten/shared/contracts/talent";
import { Group, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { sessionMay, useSession } from "../../api/session.ts";
import { useGo } from "../../app/link.tsx";
import { TextLink } from "../../app/text-link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatDate, formatDateTime } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { cyclePath, readView, type View } from "./addresses.ts";
import { IncompleteTable } from "./incomplete-table.tsx";
import { Method } from "./method.tsx";
import { NineBoxGrid } from "./nine-box-grid.tsx";
import { PoolTable } from "./pool-table.tsx";
import { nineBoxQuery, useRecompute } from "./queries.ts";
import { StandingPanel } from "./standing-panel.tsx";

export function CyclePage() {
  const { t } = useTranslation("talent");
  const { cycleId } = useParams({ strict: false }) as { cycleId: string };
  const { data, error, refetch } = useQuery(nineBoxQuery(cycleId));
  if (error) {
    return (
      <>
        <PageHeader title={t("title")} above={<TextLink to={paths.talent}>{t("cycle.back")}</TextLink>} />
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) return <Loading lines={8} />;
  return <Cycle view={data} />;
}

function Cycle({ view }: { view: NineBoxView }) {
  const { t } = useTranslation("talent");
  const session = useSession();
  const go = useGo();
  const search = readView(useSearch({ strict: false }));
  const [selected, setSelected] = useState<string>();
  const { cycle, people, method } = view;
  const incomplete = people.filter((person) => person.box === null);
  const show = (next: string | null) => void go(cyclePath(cycle.id), { search: readView({ tampilan: next ?? "" }), replace: true });
  const current: View = search.tampilan ?? "kotak";
  return (
    <>
      <PageHeader
        title={cycle.title}
        purpose={t("cycle.purpose", { asOf: formatDate(cycle.asOf), revision: cycle.revision, at: formatDateTime(cycle.computedAt, session.agency.timeZone) })}
        above={<TextLink to={paths.talent}>{t("cycle.back")}</TextLink>}
        actions={sessionMay(session, "talent.confirm") ? <Recompute cycleId={cycle.id} /> : undefined}
      />
      <Tabs value={current} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="kotak">{t("view.grid")}</Tabs.Tab>
          <Tabs.Tab value="pool">{t("view.pool")}</Tabs.Tab>
          <Tabs.Tab value="belum-lengkap">{t("view.incomplete", { count: incomplete.length })}</Tabs.Tab>
          <Tabs.Tab value="metode">{t("view.method")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="kotak">
          <Group justify="space-between" gap="sm" mb="sm">
            <Text size="sm">{t("grid.finding", { placed: people.length - incomplete.length, people: people.length, confirmed: cycle.confirmed })}</Text>
            <Text size="sm" c="dimmed">
              {t(`method.${method.performanceMethod}`)} · {t("grid.cutOffs", { performance: method.cutOffs.performance.join(" / "), potential: method.cutOffs.potential.join(" / ") })}
            </Text>
          </Group>
          <NineBoxGrid view={view} onOpen={setSelected} selected={selected} />
          <Text size="xs" c="dimmed" mt="xs">
            {method.configuration.title}, v{method.configuration.version}. {method.configuration.legalBasis}.
          </Text>
        </Tabs.Panel>
        <Tabs.Panel value="pool">
          <PoolTable cycleId={cycle.id} onOpen={setSelected} />
        </Tabs.Panel>
        <Tabs.Panel value="belum-lengkap">
          <IncompleteTable people={incomplete} onOpen={setSelected} />
        </Tabs.Panel>
        <Tabs.Panel value="metode">
          <Method method={method} />
        </Tabs.Panel>
      </Tabs>
      {selected ? <StandingPanel key={selected} cycleId={cycle.id} employeeId={selected} method={method} onClose={() => setSelected(undefined)} /> : null}
    </>
  );
}

function Recompute({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation("talent");
  const recompute = useRecompute(cycleId);
  return (
    <ConfirmButton
      variant="default"
      title={t("recompute.title")}
      consequence={t("recompute.text")}
      confirmLabel={t("recompute.confirm")}
      pending={recompute.isPending}
      error={recompute.error ? errorText(recompute.error, "talent") : undefined}
      onConfirm={() => recompute.mutateAsync()}
    >
      {t("recompute.open")}
    </ConfirmButton>
  );
}
