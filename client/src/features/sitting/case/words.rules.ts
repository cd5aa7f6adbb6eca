/** The limits are soft: they advise, they never cut a text off. */
export function wordAdvice(count: number, limits: { minWords: number; maxWords: number }): "none" | "short" | "fit" | "long" {
  if (count === 0) return "none";
  if (count < limits.minWords) return "short";
  return count > limits.maxWords ? "long" : "fit";
}
