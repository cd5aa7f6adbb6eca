/** The list with the option moved by one place; the same list at its ends. */
export function moved(order: readonly string[], optionId: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(optionId);
  const to = from + by;
  const other = order[to];
  if (from < 0 || other === undefined) return order;
  return order.map((id, index) => (index === from ? other : index === to ? optionId : id));
}
