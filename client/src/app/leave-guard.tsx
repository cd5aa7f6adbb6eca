import { useBlocker } from "@tanstack/react-router";
import { ConfirmModal } from "../ui/confirm-button.tsx";

type Props = { /** Asked at the moment of leaving. */ when: () => boolean; title: string; text: string; confirm: string };

/** Asks before what is only on this page is left behind, also when the tab is closed. */
export function LeaveGuard({ when, title, text, confirm }: Props) {
  const blocker = useBlocker({ shouldBlockFn: when, enableBeforeUnload: when, withResolver: true });
  return (
    <ConfirmModal
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
      title={title}
      consequence={text}
      confirmLabel={confirm}
      danger
    />
  );
}
