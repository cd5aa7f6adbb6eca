import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "../../words/use-translation.ts";
import { type FilterName, roomFilters, useRoomSearch } from "./room-search.ts";

const widths = { keadaan: 160, sambungan: 180, perhatian: 190 } as const satisfies Record<FilterName, number>;

/** Whom the list shows; all of it in the address. */
export function RoomFilters() {
  const { t } = useTranslation("proctoring");
  const { search, seek } = useRoomSearch();
  return (
    <>
      <TextInput w={180} aria-label={t("search")} placeholder={t("search")} value={search.cari ?? ""} onChange={(event) => seek({ cari: event.currentTarget.value })} />
      {(Object.keys(roomFilters) as FilterName[]).map((name) => (
        <NativeSelect
          key={name}
          w={widths[name]}
          aria-label={t(`filter.${name}.label`)}
          value={search[name] ?? ""}
          data={["", ...roomFilters[name]].map((value) => ({ value, label: t(`filter.${name}.${value || "all"}` as "filter.keadaan.all") }))}
          onChange={(event) => seek({ [name]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}
