import { type ComponentType, useState } from "react";
import { AccountButton } from "./account-button.tsx";

const load = () => import("./account-menu-items.tsx");
/** When somebody is about to press; a failure shows when they do. */
const fetchEarly = () => void load().catch(() => {});

/** The menu's code weighs a fifth of all that a candidate downloads, who may never open it: it comes with the first press. */
export function AccountMenu() {
  const [Items, setItems] = useState<ComponentType | null>(null);
  if (Items) return <Items />;
  const open = () => load().then((file) => setItems(() => file.default));
  return <AccountButton onPointerEnter={fetchEarly} onFocus={fetchEarly} onClick={() => void open().catch(() => {})} />;
}
