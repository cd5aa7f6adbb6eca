import type { TestItem } from "@kompeten/shared/paper";
import { Button } from "@mantine/core";
import { IconPlayerStop, IconVolume } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "../../../words/use-translation.ts";
import { spokenText } from "./spoken-text.rules.ts";

/** The paper is Indonesian whatever the language of the page; "ms" is near enough to be understood where there is no other. */
function indonesianVoice(): SpeechSynthesisVoice | null {
  const voices = window.speechSynthesis.getVoices();
  return voices.find(({ lang }) => /^(id|in)\b/i.test(lang)) ?? voices.find(({ lang }) => /^ms\b/i.test(lang)) ?? null;
}

function onVoices(listener: () => void): () => void {
  // Browsers find their voices some time after the page is there.
  window.speechSynthesis.addEventListener?.("voiceschanged", listener);
  return () => window.speechSynthesis.removeEventListener?.("voiceschanged", listener);
}

/** Reads one item; nothing where the device has no voice that can pronounce it. Silent as soon as the item changes. */
export default function ReadAloud({ item }: { item: TestItem }) {
  const { t } = useTranslation("comforts");
  const voice = useSyncExternalStore(onVoices, indonesianVoice);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis.cancel(), [item.id]);
  if (!voice) return null;

  function speak() {
    const { speechSynthesis } = window;
    speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const utterances = spokenText(item).map((text) => Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice?.lang ?? "id-ID", rate: 0.95 }));
    const last = utterances.at(-1);
    if (!last) return;
    last.addEventListener("end", () => setSpeaking(false));
    setSpeaking(true);
    for (const utterance of utterances) speechSynthesis.speak(utterance);
  }
  return (
    <Button variant="default" mih={44} leftSection={speaking ? <IconPlayerStop size={18} stroke={1.7} /> : <IconVolume size={18} stroke={1.7} />} onClick={speak}>
      {t(speaking ? "reading.stop" : "reading.speak")}
    </Button>
  );
}
