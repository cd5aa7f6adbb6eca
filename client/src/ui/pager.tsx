import { Group, Pagination, Text } from "@mantine/core";
import { useTranslation } from "../words/use-translation.ts";

type Props = {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
  /** Which of how many are shown, in the words of the page: "51–100 dari 240 pegawai". */
  range: string;
};

/** Below a table that the server gives out in pages. Nothing to press when there is one page only. */
export function Pager({ page, pageSize, total, onPage, range }: Props) {
  const { t } = useTranslation();
  const pages = Math.ceil(total / pageSize);
  return (
    <Group justify="space-between" gap="sm" mt="sm">
      <Text component="output" size="sm" c="dimmed">
        {range}
      </Text>
      {pages > 1 ? (
        <Pagination
          size="sm"
          total={pages}
          value={page}
          onChange={onPage}
          getControlProps={(control) => ({ "aria-label": t(control === "next" ? "action.next" : "action.previous") })}
          getItemProps={(item) => ({ "aria-label": String(item) })}
        />
      ) : null}
    </Group>
  );
}

/** The first and last row shown. */
export function rangeOf({ page, pageSize, total }: { page: number; pageSize: number; total: number }): { from: number; to: number; total: number } {
  return { from: total === 0 ? 0 : (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total };
}
