/** The list with the member moved by one place; the same list at its ends. */
export function movedAt<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const one = list[from];
  const other = list[from + by];
  if (one === undefined || other === undefined) return list;
  return list.map((member, index) => (index === from ? other : index === from + by ? one : member));
}

export const moved = (order: readonly string[], optionId: string, by: -1 | 1): readonly string[] => movedAt(order, order.indexOf(optionId), by);
