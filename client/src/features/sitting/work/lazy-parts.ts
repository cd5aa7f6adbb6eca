import { lazy } from "react";
import { patient } from "../../../ui/patient.ts";
import { words } from "../../../words/words.ts";

// With words of their own, so that nobody waits for them before the first question.
export const ReceiptPart = lazy(patient(() => Promise.all([import("../proof/receipt-part.tsx"), words.load("receipts")]).then(([part]) => part)));
export const LobbyReceipts = lazy(patient(() => Promise.all([import("../proof/lobby-receipts.tsx"), words.load("receipts")]).then(([part]) => part)));
export const SafeBrowserHint = lazy(patient(() => Promise.all([import("../safe-browser/lobby-hint.tsx"), words.load("safe-browser")]).then(([part]) => part)));
export const ProctorMessages = lazy(patient(() => Promise.all([import("./proctor-messages.tsx"), words.load("work")]).then(([part]) => part)));
export const loadEmergency = () => Promise.all([import("../proof/emergency-notice.tsx"), words.load("receipts")]).then(([part]) => part);
export const EmergencyNotice = lazy(patient(loadEmergency));
