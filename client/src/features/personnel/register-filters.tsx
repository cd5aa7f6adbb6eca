import { CloseButton, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import type { RegisterSearch } from "./addresses.ts";
import { employments, isOneOf, positionTypes, sorts } from "./options.ts";
import { unitsQuery } from "./queries.ts";

type Props = { search: RegisterSearch; onChange: (search: RegisterSearch) => void };

/** Every change starts again at the first page. */
export function RegisterFilters({ search, onChange }: Props) {
  const { t } = useTranslation(["personnel", "common"]);
  const units = useQuery(unitsQuery).data ?? [];
  const [typed, setTyped] = useState(search.cari ?? "");
  const set = (change: Partial<Record<keyof RegisterSearch, string | undefined>>) => {
    const { hal: _first, pegawai: _closed, ...rest } = search;
    const next = { ...rest, ...change };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== "")));
  };
  const find = useDebouncedCallback((cari: string) => set({ cari }), 300);
  function type(value: string) {
    setTyped(value);
    find(value.trim());
  }
  const common = { size: "sm", clearable: true, comboboxProps: { width: "max-content" as const }, clearButtonProps: { "aria-label": t("common:action.clear") } };
  return (
    <>
      <TextInput
        size="sm"
        w={250}
        type="search"
        aria-label={t("filter.search")}
        placeholder={t("filter.search")}
        maxLength={100}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={typed === "" ? null : <CloseButton size="sm" aria-label={t("common:action.clear")} onClick={() => type("")} />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        {...common}
        w={180}
        searchable
        aria-label={t("filter.unit")}
        placeholder={t("filter.unit")}
        data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={search.unit ?? null}
        onChange={(unit) => set({ unit: unit ?? undefined })}
      />
      <Select
        {...common}
        w={150}
        aria-label={t("filter.positionType")}
        placeholder={t("filter.positionType")}
        data={positionTypes.map((value) => ({ value, label: t(`positionType.${value}`) }))}
        value={search.jenis ?? null}
        onChange={(jenis) => set({ jenis: jenis ?? undefined })}
      />
      <Select
        {...common}
        w={120}
        aria-label={t("filter.employment")}
        placeholder={t("filter.employment")}
        data={employments.map((value) => ({ value, label: t(`employment.${value}`) }))}
        value={search.status ?? null}
        onChange={(status) => set({ status: status ?? undefined })}
      />
      <Select
        size="sm"
        w={150}
        aria-label={t("filter.sort")}
        allowDeselect={false}
        data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={search.urut ?? "name"}
        onChange={(urut) => set({ urut: isOneOf(sorts, urut) && urut !== "name" ? urut : undefined })}
      />
    </>
  );
}
