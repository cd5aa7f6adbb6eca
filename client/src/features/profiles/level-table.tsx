import type { ProfileView } from "@kompeten/shared/contracts/profiles";
import { useTranslation } from "../../words/use-translation.ts";
import classes from "./profile.module.css";

const scale = [1, 2, 3, 4, 5] as const;

/** Required against achieved per competency: a bar to see it, figures to read it, the dictionary's words for what it means. */
export function LevelTable({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation("profiles");
  return (
    <section className={classes.card}>
      <h2>{t("levels.title")}</h2>
      <div className={classes.scroll}>
        <table className={classes.levels}>
          <caption className={classes.hidden}>{t("levels.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("levels.competency")}</th>
              <th scope="col">{t("levels.scale")}</th>
              <th scope="col" className={classes.number}>
                {t("levels.required")}
              </th>
              <th scope="col" className={classes.number}>
                {t("levels.achieved")}
              </th>
              <th scope="col" className={classes.number}>
                {t("levels.gap")}
              </th>
            </tr>
          </thead>
          <tbody>
            {profile.levels.map((level) => (
              <tr key={level.competency}>
                <th scope="row">
                  {level.name}
                  <span>{level.descriptor}</span>
                </th>
                <td>
                  <span className={classes.bar} aria-hidden>
                    {scale.map((step) => (
                      <span key={step} data-achieved={step <= level.achieved || undefined} data-required={step === level.required || undefined} />
                    ))}
                  </span>
                </td>
                <td className={classes.number}>{level.required}</td>
                <td className={classes.number}>{level.achieved}</td>
                <td className={classes.number} data-gap={level.gap < 0 || undefined}>
                  {level.gap > 0 ? `+${level.gap}` : level.gap === 0 ? "0" : `−${Math.abs(level.gap)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>{t("levels.legend")}</p>
    </section>
  );
}
