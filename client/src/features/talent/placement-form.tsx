import type { MethodView, StandingView } from "@kompeten/shared/contracts/talent";
import { reasonCharactersMin } from "@kompeten/shared/contracts/talent-limits";
import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "../../words/use-translation.ts";
import { errorText } from "../../api/errors.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { formatName } from "../../ui/format.ts";
import { useConfirmPlacement } from "./queries.ts";
import classes from "./talent.module.css";

/** A person decides (UU 27/2022 art. 10): the proposal is confirmed as it is, another box with a reason. */
export function PlacementForm({ standing, method, cycleId }: { standing: StandingView; method: MethodView; cycleId: string }) {
  const { t } = useTranslation("talent");
  const [box, setBox] = useState(String(standing.placement?.box ?? standing.box));
  const [reason, setReason] = useState("");
  const confirm = useConfirmPlacement(cycleId);
  const differs = Number(box) !== standing.box;
  const enough = !differs || reason.trim().length >= reasonCharactersMin;
  const label = method.boxes.find((candidate) => String(candidate.number) === box)?.label ?? "";
  const inPool = method.poolBoxes.includes(Number(box));
  return (
    <section aria-label={t("confirm.title")}>
      <h3 className={classes.heading}>{t("confirm.title")}</h3>
      <Select
        label={t("confirm.box")}
        data={[...method.boxes].sort((one, other) => other.number - one.number).map((candidate) => ({ value: String(candidate.number), label: `${candidate.number} · ${candidate.label}` }))}
        value={box}
        onChange={(value) => setBox(value ?? box)}
        allowDeselect={false}
        mb="sm"
      />
      <Textarea
        label={t("confirm.reason")}
        description={differs ? t("confirm.reasonNeeded", { proposed: standing.box, min: reasonCharactersMin }) : t("confirm.reasonOptional")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        minRows={2}
        autosize
        mb="sm"
      />
      <ConfirmButton
        title={t("confirm.question")}
        consequence={t(inPool ? "confirm.consequencePool" : "confirm.consequence", { name: formatName(standing), box, label })}
        confirmLabel={t("confirm.submit")}
        disabled={!enough}
        pending={confirm.isPending}
        error={confirm.error ? errorText(confirm.error, "talent") : undefined}
        onConfirm={() => confirm.mutateAsync({ employeeId: standing.employeeId, standingId: standing.standingId, box: Number(box), reason: reason.trim() })}
      >
        {t("confirm.open", { box })}
      </ConfirmButton>
    </section>
  );
}
