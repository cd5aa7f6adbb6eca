import { CloseButton } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { FieldError } from "./field-error.tsx";
import classes from "./file-dropzone.module.css";
import { formatBytes } from "./format.ts";

type Props = {
  label: string;
  /** File name endings, such as [".xlsx", ".csv"]. The server looks at the content; this only spares a wasted upload. */
  accept: readonly string[];
  maxBytes: number;
  file: File | null;
  onChange: (file: File | null) => void;
  error?: string | null;
  disabled?: boolean;
};

export function FileDropzone({ label, accept, maxBytes, file, onChange, error, disabled = false }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const types = accept.join(", ");
  const shownError = error ?? refused;

  function take(chosen: File | undefined) {
    if (!chosen) return;
    const known = accept.some((ending) => chosen.name.toLowerCase().endsWith(ending));
    if (!known) setRefused(t("file.wrongType", { name: chosen.name, types }));
    else if (chosen.size > maxBytes) setRefused(t("file.tooLarge", { name: chosen.name, size: formatBytes(maxBytes) }));
    else {
      setRefused(null);
      onChange(chosen);
    }
    // So that choosing the same file again, once corrected, is noticed.
    if (input.current) input.current.value = "";
  }

  return (
    <div>
      <label
        className={classes.zone}
        data-over={over || undefined}
        data-disabled={disabled || undefined}
      >
        {/* It lies unseen over the whole zone, so the browser itself takes dropped files. */}
        <input
          ref={input}
          type="file"
          className={classes.input}
          accept={accept.join(",")}
          disabled={disabled}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={shownError ? true : undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
        <IconFileUpload size={28} stroke={1.5} aria-hidden />
        <span className={classes.label}>{label}</span>
        <span>
          <span className={classes.choose}>{t("file.choose")}</span> {t("file.drop")}
        </span>
        <span id={`${id}-hint`} className={classes.hint}>
          {t("file.accepted", { types, size: formatBytes(maxBytes) })}
        </span>
      </label>
      {file ? (
        <output className={classes.chosen}>
          {t("file.chosen", { name: file.name, size: formatBytes(file.size) })}
          <CloseButton size="sm" aria-label={t("file.remove", { name: file.name })} onClick={() => onChange(null)} disabled={disabled} />
        </output>
      ) : null}
      <FieldError id={`${id}-error`}>{shownError}</FieldError>
    </div>
  );
}
