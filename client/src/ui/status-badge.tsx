import { Badge } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
  IconPlayerPlay,
  type Icon,
} from "@tabler/icons-react";

export type Tone = "neutral" | "info" | "active" | "good" | "caution" | "bad";

/** Each tone has a colour and a shape of its own; the word says the rest. Colour alone never carries the meaning. */
const looks = {
  neutral: { color: "gray", icon: IconCircle },
  info: { color: "blue", icon: IconInfoCircle },
  active: { color: "teal", icon: IconPlayerPlay },
  good: { color: "green", icon: IconCircleCheck },
  caution: { color: "yellow", icon: IconAlertTriangle },
  bad: { color: "red", icon: IconCircleX },
} satisfies Record<Tone, { color: string; icon: Icon }>;

type Props = { tone: Tone; children: string; icon?: Icon; size?: "sm" | "md" | "lg" };

export function StatusBadge({ tone, children, icon, size = "md" }: Props) {
  const { color, icon: ownIcon } = looks[tone];
  const Glyph = icon ?? ownIcon;
  return (
    <Badge color={color} size={size} miw="max-content" leftSection={<Glyph size={size === "lg" ? 16 : 14} stroke={2} aria-hidden />}>
      {children}
    </Badge>
  );
}
