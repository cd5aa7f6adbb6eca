import { Text } from "@mantine/core";
import { formatName, formatNip } from "../../ui/format.ts";

type Props = { person: { name: string; titleBefore: string | null; titleAfter: string | null; nip: string } };

/** Name with titles, and the NIP below it. */
export function Person({ person }: Props) {
  return (
    <>
      {formatName(person)}
      <Text size="xs" c="dimmed" fw={400} style={{ whiteSpace: "nowrap" }}>
        {formatNip(person.nip)}
      </Text>
    </>
  );
}
