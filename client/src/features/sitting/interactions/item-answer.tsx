import type { TestItem } from "@kompeten/shared/paper";
import { CaseAnswer } from "../case/case-answer.tsx";
import { BestWorstItem } from "./best-worst-item.tsx";
import { InlineChoiceItem } from "./inline-choice-item.tsx";
import { LikertItem } from "./likert-item.tsx";
import { MatchItem } from "./match-item.tsx";
import { MultipleResponseItem } from "./multiple-response-item.tsx";
import { OrderItem } from "./order-item.tsx";
import { SliderItem } from "./slider-item.tsx";
import { TextEntryItem } from "./text-entry-item.tsx";

export type RareItem = Exclude<TestItem, { interaction: "choice" }>;

/**
 * The interactions beside the choice of one. One file for all of them, fetched in the waiting room or soon after the
 * first question: whoever loses the line must still be able to answer the next one, whatever it is.
 */
export default function ItemAnswer({ item, shortcuts }: { item: RareItem; shortcuts: boolean }) {
  switch (item.interaction) {
    case "best-worst":
      return <BestWorstItem item={item} shortcuts={shortcuts} />;
    case "multiple-response":
      return <MultipleResponseItem item={item} shortcuts={shortcuts} />;
    case "order":
      return <OrderItem item={item} />;
    case "match":
      return <MatchItem item={item} />;
    case "inline-choice":
      return <InlineChoiceItem item={item} />;
    case "text-entry":
      return <TextEntryItem item={item} />;
    case "slider":
      return <SliderItem item={item} />;
    case "likert":
      return <LikertItem item={item} />;
    case "extended-text":
      return <CaseAnswer question={item} />;
  }
}
