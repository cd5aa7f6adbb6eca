import { Button, type ButtonProps, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { ErrorNotice } from "./error-notice.tsx";

type Question = {
  title: string;
  /** What will happen, and what will not, in full sentences. */
  consequence: ReactNode;
  confirmLabel?: string;
  danger?: boolean;
  pending?: boolean;
  /** Why it did not work, already in the reader's words. */
  error?: string | undefined;
};

type ModalProps = Question & { opened: boolean; onClose: () => void; onConfirm: () => void };

export function ConfirmModal({ opened, onClose, onConfirm, title, consequence, confirmLabel, danger, pending, error }: ModalProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("action.close") }}>
      <Stack gap="md">
        <Text component="div">{consequence}</Text>
        {error ? <ErrorNotice text={error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("action.cancel")}
          </Button>
          <Button color={danger ? "red" : "teal"} loading={pending ?? false} onClick={onConfirm}>
            {confirmLabel ?? t("action.confirm")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type ButtonOwnProps = Omit<ButtonProps, "onClick"> & Question & { children: ReactNode; onConfirm: () => Promise<unknown> | void };

/** A button that first says what will follow. Closes once `onConfirm` has succeeded; stays open, with the error, if not. */
export function ConfirmButton({ title, consequence, confirmLabel, danger, pending, error, onConfirm, children, ...button }: ButtonOwnProps) {
  const [opened, modal] = useDisclosure(false);
  const question: Question = {
    title,
    consequence,
    ...(confirmLabel ? { confirmLabel } : {}),
    ...(danger ? { danger } : {}),
    ...(pending ? { pending } : {}),
    ...(error ? { error } : {}),
  };
  async function confirm() {
    try {
      await onConfirm();
      modal.close();
    } catch {
      // The caller's mutation holds the error and passes it back as `error`.
    }
  }
  return (
    <>
      <Button variant={danger ? "outline" : "filled"} {...(danger ? { color: "red" } : {})} {...button} onClick={modal.open}>
        {children}
      </Button>
      <ConfirmModal {...question} opened={opened} onClose={modal.close} onConfirm={() => void confirm()} />
    </>
  );
}
