import { useEffect, useState } from "react";

/** The value of `read` now, looked at four times a second; renders only when it changes, so let it return whole seconds. */
export function useTicking<T>(read: () => T): T {
  const [, tick] = useState(0);
  const value = read();
  useEffect(() => {
    let shown = value;
    const timer = setInterval(() => {
      const next = read();
      if (Object.is(next, shown)) return;
      shown = next;
      tick((count) => count + 1);
    }, 250);
    return () => clearInterval(timer);
  });
  return value;
}
