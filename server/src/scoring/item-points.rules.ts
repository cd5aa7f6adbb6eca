/** The points of one item by its key: pure, like the score made of them (S1). */
import { numberIn } from "@kompeten/shared/kernel";

/** QTI's response processing templates: all or nothing, or a point for each part. */
type Scoring = "match-correct" | "map-response";
type Facet = { facet: string };
/** Each part with the options it may be given. */
type Parts = Readonly<Record<string, readonly string[]>>;
export type Accepted = { text: string } | { value: number; tolerance: number; unit?: string | undefined };

/** What the key says about one item, joined with what the paper offers. */
export type KeyedItem = { id: string } & (
  | ({ interaction: "choice"; options: readonly string[]; correct: string } & Facet)
  | { interaction: "best-worst"; options: readonly string[]; effectiveness: Readonly<Record<string, number>>; competency: string }
  | ({ interaction: "multiple-response"; options: readonly string[]; minChoices: number; correct: readonly string[]; scoring: Scoring } & Facet)
  | ({ interaction: "order"; options: readonly string[]; correct: readonly string[]; scoring: Scoring } & Facet)
  | ({ interaction: "match" | "inline-choice"; parts: Parts; correct: Readonly<Record<string, string>>; scoring: Scoring } & Facet)
  | ({ interaction: "text-entry"; units: readonly string[]; accepted: readonly Accepted[] } & Facet)
  | ({ interaction: "slider"; value: number; tolerance: number } & Facet)
  | { interaction: "likert"; parts: Parts; scale: readonly string[]; reversed: readonly string[] }
  | { interaction: "extended-text" }
);
type Keyed<K extends KeyedItem["interaction"]> = Extract<KeyedItem, { interaction: K }>;

/** A response as the journal holds it; members that another interaction would have say nothing. */
export type ItemResponse = {
  option?: string | null;
  best?: string | null;
  worst?: string | null;
  options?: readonly string[];
  chosen?: Readonly<Record<string, string | null>>;
  text?: string;
  unit?: string | null;
  value?: number | null;
};

export type Points = { points: number; maxPoints: number; answered: boolean };

/** An item without a valid response has 0 points; one without a complete response counts as unanswered, whatever its parts earned. */
export function pointsOf(item: KeyedItem, response: ItemResponse): Points {
  switch (item.interaction) {
    case "choice": {
      const answered = offered(item.options, response.option);
      return dichotomous(answered && response.option === item.correct, answered);
    }
    case "best-worst":
      return bestWorst(item, response);
    case "multiple-response":
      return multipleResponse(item, response.options ?? []);
    case "order":
      return order(item, response.options ?? []);
    case "match":
    case "inline-choice":
      return parts(item, response.chosen ?? {});
    case "text-entry":
      return textEntry(item, response);
    case "slider": {
      const { value = null } = response;
      return dichotomous(value !== null && Math.abs(value - item.value) <= item.tolerance, value !== null);
    }
    case "likert":
      return likert(item, response.chosen ?? {});
    case "extended-text":
      return { points: 0, maxPoints: 0, answered: (response.text ?? "").trim() !== "" };
  }
}

/** Whether the item is right or wrong and nothing between, as the binomial error model supposes. */
export function isDichotomous(item: KeyedItem): boolean {
  return item.interaction === "choice" || item.interaction === "text-entry" || item.interaction === "slider" || ("scoring" in item && item.scoring === "match-correct");
}

function bestWorst(item: Keyed<"best-worst">, { best, worst }: ItemResponse): Points {
  const top = item.options.length - 1;
  const answered = offered(item.options, best) && offered(item.options, worst) && best !== worst;
  const points = answered ? (item.effectiveness[best] ?? 0) + (top - (item.effectiveness[worst] ?? top)) : 0;
  return { points, maxPoints: 2 * top, answered };
}

/**
 * match-correct: exactly the right options (QTI 3 response processing template match_correct over an unordered container).
 * map-response: a point for each right option, one less for each wrong one, and never below 0: QTI's map_response with mapped
 * values 1 and −1 and a lower bound of 0, so that ticking everything earns nothing by itself.
 */
function multipleResponse(item: Keyed<"multiple-response">, given: readonly string[]): Points {
  const chosen = [...new Set(given.filter((id) => item.options.includes(id)))];
  const right = chosen.filter((id) => item.correct.includes(id)).length;
  const wrong = chosen.length - right;
  const answered = chosen.length >= item.minChoices;
  if (item.scoring === "match-correct") return dichotomous(right === item.correct.length && wrong === 0, answered);
  return { points: Math.max(0, right - wrong), maxPoints: item.correct.length, answered };
}

/**
 * match-correct: the very order (match_correct over an ordered container).
 * map-response: a point for each option directly followed by the one that should follow it, n−1 at most. QTI maps no ordered
 * container; this is the rule "relative to the next item, excluding last" of Moodle's ordering question (qtype_ordering),
 * under which one option out of place does not cost all those behind it.
 */
function order(item: Keyed<"order">, given: readonly string[]): Points {
  const answered = given.length === item.options.length && item.options.every((id) => given.includes(id));
  const followed = answered ? item.correct.filter((id, index) => index > 0 && given[given.indexOf(id) - 1] === item.correct[index - 1]).length : 0;
  const all = item.correct.length - 1;
  return item.scoring === "match-correct" ? dichotomous(followed === all, answered) : { points: followed, maxPoints: all, answered };
}

/** match-correct: every part right. map-response: a point for each right part (QTI's map_response, mapped value 1 for each right pair, 0 for any other). */
function parts(item: Keyed<"match" | "inline-choice">, chosen: Readonly<Record<string, string | null>>): Points {
  const ids = Object.keys(item.parts);
  const right = ids.filter((id) => Object.hasOwn(chosen, id) && chosen[id] === item.correct[id]).length;
  const answered = allGiven(item.parts, chosen);
  return item.scoring === "match-correct" ? dichotomous(right === ids.length, answered) : { points: right, maxPoints: ids.length, answered };
}

function textEntry({ accepted, units }: Keyed<"text-entry">, { text = "", unit = null }: ItemResponse): Points {
  const number = numberIn(text);
  const right = accepted.some((one) => {
    if ("text" in one) return plain(one.text) === plain(text);
    if (number === null || (units.length > 1 && one.unit !== unit)) return false;
    // A decimal like 0,3 has no exact binary form: at the edge of the tolerance a hair more than the numbers' own precision is forgiven.
    return Math.abs(number - one.value) <= one.tolerance + Number.EPSILON * 8 * Math.max(1, Math.abs(one.value));
  });
  return dichotomous(right, text.trim() !== "" && (units.length < 2 || unit !== null));
}

/** Capitals and spaces are no part of an answer, as with QTI's caseSensitive="false". */
function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLocaleLowerCase("id");
}

/** Likert 1932 (Archives of Psychology 140): the sum over statements of the place on the scale, turned round for reversed ones. */
function likert(item: Keyed<"likert">, chosen: Readonly<Record<string, string | null>>): Points {
  const top = item.scale.length - 1;
  const answered = allGiven(item.parts, chosen);
  const places = Object.keys(item.parts).map((id) => {
    const place = item.scale.indexOf(chosen[id] ?? "");
    return item.reversed.includes(id) ? top - place : place;
  });
  return { points: answered ? places.reduce((sum, place) => sum + place, 0) : 0, maxPoints: top * places.length, answered };
}

function allGiven(all: Parts, chosen: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(all).every(([id, options]) => Object.hasOwn(chosen, id) && offered(options, chosen[id]));
}

function offered(options: readonly string[], option: string | null | undefined): option is string {
  return typeof option === "string" && options.includes(option);
}

function dichotomous(right: boolean, answered: boolean): Points {
  return { points: answered && right ? 1 : 0, maxPoints: 1, answered };
}
