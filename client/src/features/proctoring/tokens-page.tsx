import type { SittingTokens } from "@kompeten/shared/contracts/sitting-tokens";
import { Checkbox, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { useSession } from "../../api/session.ts";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { formatDateTime, formatNip } from "../../ui/format.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { sittingTokensQuery, useMakeTokens, useRevokeTokens } from "./queries.ts";
import { useRoomSearch } from "./room-search.ts";
import { TokenCards } from "./token-cards.tsx";

/** R6: who may come in with a token of this sitting. Tokens are on the page once, right after they were made. */
export function TokensPage() {
  const { t } = useTranslation("proctoring");
  const { kegiatan = "", sesi = "" } = useRoomSearch().search;
  const tokens = useQuery(sittingTokensQuery(sesi));
  const make = useMakeTokens(sesi);
  return (
    <>
      <PageHeader
        title={t("tokens.title")}
        {...(make.data ? {} : { purpose: t("tokens.purpose") })}
        actions={
          make.data ? null : (
            <ButtonLink variant="default" to={paths.proctoring} search={{ kegiatan, sesi }}>
              {t("tokens.back")}
            </ButtonLink>
          )
        }
      />
      {make.data ? <TokenCards made={make.data} onClose={make.reset} /> : tokens.data ? <Candidates tokens={tokens.data} sittingId={sesi} make={make} /> : tokens.error ? <ProblemNotice error={tokens.error} onRetry={() => void tokens.refetch()} /> : <Loading lines={6} />}
    </>
  );
}

type Row = SittingTokens["candidates"][number];

function Candidates({ tokens, sittingId, make }: { tokens: SittingTokens; sittingId: string; make: ReturnType<typeof useMakeTokens> }) {
  const { t } = useTranslation("proctoring");
  const { timeZone } = useSession().agency;
  const revoke = useRevokeTokens(sittingId);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const enrolmentIds = tokens.candidates.map((row) => row.enrolmentId).filter((id) => selected.has(id));
  const without = tokens.candidates.filter(({ madeAtMs }) => madeAtMs === null).length;
  const toggle = (id: string) => setSelected((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const error = make.error ? errorText(make.error, "proctoring") : undefined;
  const at = (ms: number | null) => (ms === null ? "–" : formatDateTime(ms, timeZone));
  const columns: Column<Row>[] = [
    {
      id: "candidate",
      header: t("column.candidate"),
      cell: ({ enrolmentId, name }) => <Checkbox label={name} checked={selected.has(enrolmentId)} onChange={() => toggle(enrolmentId)} />,
      value: ({ name }) => name,
    },
    { id: "nip", header: "NIP", cell: ({ nip }) => formatNip(nip), value: ({ nip }) => nip },
    { id: "made", header: t("tokens.made"), cell: ({ madeAtMs }) => at(madeAtMs), value: ({ madeAtMs }) => madeAtMs ?? undefined },
    { id: "used", header: t("tokens.used"), cell: ({ usedAtMs }) => at(usedAtMs), value: ({ usedAtMs }) => usedAtMs ?? undefined },
  ];
  return (
    <>
      <Text mb="sm">{t("tokens.valid", { from: formatDateTime(tokens.validFromMs, timeZone), until: formatDateTime(tokens.validUntilMs, timeZone) })}</Text>
      {revoke.error ? <ProblemNotice error={revoke.error} /> : null}
      <DataTable
        caption={t("tokens.caption")}
        columns={columns}
        rows={tokens.candidates}
        rowKey={({ enrolmentId }) => enrolmentId}
        empty={<Text c="dimmed">{t("tokens.nobody")}</Text>}
        toolbar={
          <Group gap="sm">
            {enrolmentIds.length > 0 ? (
              <>
                <ConfirmButton size="sm" title={t("tokens.renewTitle")} consequence={t("tokens.renewText")} pending={make.isPending} error={error} onConfirm={() => make.mutateAsync({ enrolmentIds })}>
                  {t("tokens.makeChosen", { count: enrolmentIds.length })}
                </ConfirmButton>
                <ConfirmButton size="sm" danger title={t("tokens.revokeTitle")} consequence={t("tokens.revokeText")} pending={revoke.isPending} onConfirm={() => revoke.mutateAsync(enrolmentIds)}>
                  {t("tokens.revoke", { count: enrolmentIds.length })}
                </ConfirmButton>
              </>
            ) : without > 0 ? (
              <ConfirmButton size="sm" title={t("tokens.makeTitle")} consequence={t("tokens.makeText")} pending={make.isPending} error={error} onConfirm={() => make.mutateAsync({})}>
                {t("tokens.make", { count: without })}
              </ConfirmButton>
            ) : (
              <Text size="sm">{t("tokens.all")}</Text>
            )}
          </Group>
        }
      />
    </>
  );
}
