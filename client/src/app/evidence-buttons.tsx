import { Button, Group } from "@mantine/core";
import { IconFileCode, IconFileTypePdf } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTranslation } from "../words/use-translation.ts";
import { apiDownload } from "../api/files.ts";
import { sessionMay, useSession } from "../api/session.ts";
import { ProblemNotice } from "./problem-notice.tsx";

type Props = {
  attemptId: string;
  /** evidence: everything, answers included. time-evidence: time, line and devices. */
  scope: "evidence" | "time-evidence";
};

/** The evidence pack of an attempt as a file, for those who may; each download is in the audit record. Several features offer it. */
export function EvidenceButtons(props: Props) {
  const session = useSession();
  if (!sessionMay(session, `attempt.${props.scope}`)) return null;
  return (
    <Suspense fallback={null}>
      <Buttons {...props} />
    </Suspense>
  );
}

const glyphs = { pdf: IconFileTypePdf, json: IconFileCode } as const;

function Buttons({ attemptId, scope }: Props) {
  const { t } = useTranslation("receipts");
  const download = useMutation({ mutationFn: (format: "pdf" | "json") => apiDownload(`/api/attempts/${attemptId}/${scope}.${format}`, `${scope === "evidence" ? "berkas-bukti" : "bukti-waktu"}-${attemptId}.${format}`) });
  return (
    <div>
      <Group gap="xs">
        {(["pdf", "json"] as const).map((format) => {
          const Glyph = glyphs[format];
          return (
            <Button
              key={format}
              size="sm"
              variant="default"
              leftSection={<Glyph size={18} stroke={1.7} />}
              loading={download.isPending && download.variables === format}
              onClick={() => download.mutate(format)}
            >
              {t(`evidence.${scope}`, { format: format.toUpperCase() })}
            </Button>
          );
        })}
      </Group>
      {download.error ? <ProblemNotice error={download.error} namespace="receipts" /> : null}
    </div>
  );
}
