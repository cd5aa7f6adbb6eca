import { expect, it } from "vitest";
import { contentOf, placeOf } from "./deed-text.rules.ts";

it.each([
  [{ kind: "responded", itemId: "v01", response: { interaction: "choice", optionId: "b" } }, "v01", "b"],
  [{ kind: "responded", itemId: "v01", response: { interaction: "choice", optionId: null } }, "v01", ""],
  [{ kind: "responded", itemId: "q1", response: { interaction: "extended-text", text: "Usul saya" } }, "q1", "Usul saya"],
  [{ kind: "responded", itemId: "m", response: { interaction: "match", chosen: { a: "x", b: null } } }, "m", "a: x"],
  [{ kind: "flagged", itemId: "v02", flagged: true }, "v02", ""],
  [{ kind: "acted", action: { actionId: "1", documentId: "d3", type: "delegate", to: "kabid", instruction: "Telaah", due: null } }, "d3", "kabid · Telaah"],
] as const)("says where and what (%#)", (deed, place, content) => expect([placeOf(deed as never), contentOf(deed as never)]).toEqual([place, content]));
