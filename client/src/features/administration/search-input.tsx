import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";

type Props = { label: string; value: string; onSearch: (value: string) => void };

/** Searches once the typing pauses. */
export function SearchInput({ label, value, onSearch }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onSearch, 300);
  function type(next: string) {
    setTyped(next);
    search(next.trim());
  }
  return (
    <TextInput
      size="sm"
      w={270}
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSection={typed === "" ? null : <CloseButton size="sm" aria-label={t("action.clear")} onClick={() => type("")} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
