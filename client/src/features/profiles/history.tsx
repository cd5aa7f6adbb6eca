import type { ProfileView } from "@kompeten/shared/contracts/profiles";
import { useTranslation } from "../../words/use-translation.ts";
import { TextLink } from "../../app/text-link.tsx";
import { formatDate, formatPercent } from "../../ui/format.ts";
import { profilePath } from "./addresses.ts";
import classes from "./profile.module.css";

/** All results of this employee: the newest valid one is current, older ones are kept. */
export function History({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation("profiles");
  return (
    <section className={classes.card}>
      <h2>{t("history.title")}</h2>
      <div className={classes.scroll}>
        <table className={classes.levels}>
          <caption className={classes.hidden}>{t("history.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("profile.assessment")}</th>
              <th scope="col">{t("column.standard")}</th>
              <th scope="col" className={classes.number}>
                JPM
              </th>
              <th scope="col">{t("column.category")}</th>
              <th scope="col">{t("profile.valid")}</th>
              <th scope="col">{t("column.state")}</th>
            </tr>
          </thead>
          <tbody>
            {profile.history.map((row) => (
              <tr key={row.resultId} aria-current={row.resultId === profile.result.resultId || undefined}>
                <th scope="row">{row.resultId === profile.result.resultId ? row.assessmentTitle : <TextLink to={profilePath(row.resultId)}>{row.assessmentTitle}</TextLink>}</th>
                <td>{row.standardTitle}</td>
                <td className={classes.number}>{formatPercent(row.jpmPercent)}</td>
                <td>{row.category.name}</td>
                <td>{t("profile.validRange", { from: formatDate(row.validFrom), until: formatDate(row.validUntil) })}</td>
                <td>{t(row.current ? "state.current" : "state.past")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
