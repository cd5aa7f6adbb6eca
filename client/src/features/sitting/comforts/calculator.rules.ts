import { numberIn } from "@kompeten/shared/kernel";

type Cursor = { readonly tokens: readonly string[]; at: number };

/** The value of a sum as written here ("1.250 × (3 + 0,5)"): × and ÷ before + and −, brackets first. Null while it is none. */
export function calculated(text: string): number | null {
  const written = text.replaceAll("*", "×").replaceAll("/", "÷").replaceAll(":", "÷").replaceAll("-", "−");
  const tokens = written.match(/[\d.,]+|[+−×÷()%]|\S/g) ?? [];
  const cursor: Cursor = { tokens, at: 0 };
  const value = sum(cursor);
  return value !== null && cursor.at === tokens.length && Number.isFinite(value) ? value : null;
}

function sum(cursor: Cursor): number | null {
  let value = product(cursor);
  for (let sign = next(cursor, "+−"); sign !== null; sign = next(cursor, "+−")) {
    const other = product(cursor);
    value = value === null || other === null ? null : sign === "+" ? value + other : value - other;
  }
  return value;
}

function product(cursor: Cursor): number | null {
  let value = factor(cursor);
  for (let sign = next(cursor, "×÷"); sign !== null; sign = next(cursor, "×÷")) {
    const other = factor(cursor);
    value = value === null || other === null ? null : sign === "×" ? value * other : value / other;
  }
  return value;
}

/** A number, a sum in brackets, either of them negative or as a percentage. */
function factor(cursor: Cursor): number | null {
  if (next(cursor, "−") !== null) {
    const value = factor(cursor);
    return value === null ? null : -value;
  }
  let value: number | null;
  if (next(cursor, "(") !== null) {
    value = sum(cursor);
    if (next(cursor, ")") === null) return null;
  } else value = numberIn(cursor.tokens[cursor.at++] ?? "");
  return value !== null && next(cursor, "%") !== null ? value / 100 : value;
}

function next(cursor: Cursor, signs: string): string | null {
  const token = cursor.tokens[cursor.at];
  if (token === undefined || !signs.includes(token)) return null;
  cursor.at++;
  return token;
}
