/** What zod cannot say about one configuration: sums, coverage, order, uniqueness. Pure. */
import type { CompetencyDictionary, ConfigurationKind, ContentOf, JpmCategories, NineBoxConfiguration, PositionStandards } from "./content.ts";
import type { ContentProblem } from "./content-problem.ts";

/** The managerial and socio-cultural competencies every standard must speak about (PermenPANRB 38/2017). */
export const coreCompetencies = ["M.01", "M.02", "M.03", "M.04", "M.05", "M.06", "M.07", "M.08", "SK.01"] as const;

export function checkContent<K extends ConfigurationKind>(kind: K, content: ContentOf<K>): ContentProblem[] {
  switch (kind) {
    case "competency-dictionary":
      return checkDictionary(content as CompetencyDictionary);
    case "position-standards":
      return checkStandards(content as PositionStandards);
    case "jpm-categories":
      return checkJpmCategories(content as JpmCategories);
    case "nine-box":
      return checkNineBox(content as NineBoxConfiguration);
    default:
      return [];
  }
}

function checkDictionary(dictionary: CompetencyDictionary): ContentProblem[] {
  const problems = duplicates(dictionary.competencies.map((competency) => competency.code), "competencies");
  for (const code of coreCompetencies) {
    if (!dictionary.competencies.some((competency) => competency.code === code)) problems.push({ path: "competencies", message: `${code} is missing` });
  }
  dictionary.competencies.forEach((competency, index) => {
    competency.levels.forEach((level, position) => {
      const path = `competencies.${index}.levels.${position}`;
      if (level.level !== position + 1) problems.push({ path, message: `level ${position + 1} of ${competency.code} expected, found ${level.level}` });
      const expected = [1, 2, 3].map((number) => `${level.level}.${number}`).join(" ");
      const found = level.indicators.map((indicator) => indicator.number).join(" ");
      if (found !== expected) problems.push({ path: `${path}.indicators`, message: `numbers ${expected} expected, found ${found}` });
    });
  });
  return problems;
}

function checkStandards(content: PositionStandards): ContentProblem[] {
  const problems = duplicates(content.standards.map((standard) => standard.code), "standards");
  content.standards.forEach((standard, index) => {
    for (const code of coreCompetencies) {
      if (!(code in standard.required)) problems.push({ path: `standards.${index}.required`, message: `${standard.code} requires no level of ${code}` });
    }
  });
  return problems;
}

function checkJpmCategories(content: JpmCategories): ContentProblem[] {
  const problems = duplicates(content.categories.map((category) => category.code), "categories");
  content.categories.forEach((category, index) => {
    const next = content.categories[index + 1];
    if (next && next.fromPercent >= category.fromPercent) problems.push({ path: `categories.${index + 1}.fromPercent`, message: "categories must descend" });
  });
  if (content.categories.at(-1)?.fromPercent !== 0) problems.push({ path: "categories", message: "the last category must begin at 0, so that every JPM has one" });
  return problems;
}

function checkNineBox(content: NineBoxConfiguration): ContentProblem[] {
  const problems: ContentProblem[] = [];
  for (const axis of ["performanceComponents", "potentialComponents"] as const) {
    problems.push(...duplicates(content[axis].map((component) => component.code), axis));
    sumIsHundred(content[axis].map((component) => component.weightPercent), axis, problems);
  }
  sumIsHundred([content.talentScoreWeights.performance, content.talentScoreWeights.potential], "talentScoreWeights", problems);
  for (const axis of ["performance", "potential"] as const) {
    const [middle, upper] = content.cutOffs[axis];
    if (middle >= upper) problems.push({ path: `cutOffs.${axis}`, message: "the first cut-off must be below the second" });
  }
  problems.push(...duplicates(content.boxes.map((box) => String(box.number)), "boxes"));
  problems.push(...duplicates(content.boxes.map((box) => `${box.row} × ${box.column}`), "boxes"));
  for (const list of ["predicates", "education", "discipline"] as const) problems.push(...duplicates(content[list].map((entry) => entry.code), list));
  for (const row of ["below", "meets", "above"] as const) {
    if (!content.predicates.some((predicate) => predicate.row === row)) problems.push({ path: "predicates", message: `no predicate leads to the row ${row}` });
  }
  problems.push(...duplicates(content.poolBoxes.map(String), "poolBoxes"));
  return problems;
}

function duplicates(values: readonly string[], path: string): ContentProblem[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map((value) => ({ path, message: `${value} stands twice` }));
}

function sumIsHundred(weights: readonly number[], path: string, problems: ContentProblem[]): void {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 100) > 1e-9) problems.push({ path, message: `weights add up to ${sum}, not 100` });
}
