import type { Receipt } from "@kompeten/shared/proof";
import { Button, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { LanguageSwitch } from "../../app/layout/language-switch.tsx";
import { SchemeSwitch } from "../../app/layout/scheme-switch.tsx";
import { Wordmark } from "../../app/layout/wordmark.tsx";
import { ButtonLink } from "../../app/link.tsx";
import { paths } from "../../app/paths.ts";
import { ProblemNotice } from "../../app/problem-notice.tsx";
import { FileDropzone } from "../../ui/file-dropzone.tsx";
import { ReceiptView } from "./receipt-view.tsx";
import { readReceipt, verifyReceipt } from "./verify.ts";
import classes from "./verify.module.css";

const bytesMax = 1_000_000;

/** J9: for anybody who holds a receipt, signed in or not. */
export function VerifyPage() {
  const { t } = useTranslation(["receipts", "common"]);
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [unreadable, setUnreadable] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const check = useMutation({ mutationFn: verifyReceipt });

  function take(content: string) {
    const read = readReceipt(content);
    setUnreadable(read === null);
    setReceipt(read);
    check.reset();
    if (read) check.mutate(read);
  }
  return (
    <div className={classes.page}>
      <title>{`${t("title")} · ${t("common:product")}`}</title>
      <header className={classes.bar}>
        <Wordmark />
        <div className={classes.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
          <ButtonLink to={paths.signIn} variant="default" size="sm">
            {t("toSignIn")}
          </ButtonLink>
        </div>
      </header>
      <main>
        <Title order={1}>{t("title")}</Title>
        <Text mt="xs" mb="lg">
          {t("purpose")}
        </Text>
        <Stack gap="md" className={classes.form ?? ""}>
          <FileDropzone
            label={t("file")}
            accept={[".json"]}
            maxBytes={bytesMax}
            file={file}
            error={unreadable ? t("unreadable") : null}
            onChange={(chosen) => {
              setFile(chosen);
              if (chosen) void chosen.text().then(take);
            }}
          />
          <Textarea label={t("paste")} description={t("pasteHelp")} autosize minRows={3} maxRows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button onClick={() => take(text)} disabled={text.trim() === ""} loading={check.isPending} style={{ alignSelf: "start" }}>
            {t("verify")}
          </Button>
        </Stack>
        {check.error ? <ProblemNotice error={check.error} {...(receipt ? { onRetry: () => check.mutate(receipt) } : {})} /> : null}
        {receipt && check.data ? <ReceiptView receipt={receipt} checked={check.data} /> : null}
      </main>
    </div>
  );
}
