import { lazy } from "react";
import { loadWords } from "../../../app/i18n/index.ts";

// With words of their own, so that nobody waits for them before the first question.
export const ReceiptPart = lazy(() => Promise.all([import("../proof/receipt-part.tsx"), loadWords("receipts")]).then(([part]) => part));
export const LobbyReceipts = lazy(() => Promise.all([import("../lobby/lobby-receipts.tsx"), loadWords("receipts")]).then(([part]) => part));
export const loadEmergency = () => Promise.all([import("../proof/emergency-notice.tsx"), loadWords("receipts")]).then(([part]) => part);
export const EmergencyNotice = lazy(loadEmergency);
