import type { FormPaper } from "@kompeten/shared/paper";
import { BlockView } from "../../ui/block-view.tsx";
import { FormSectionView } from "../../ui/form-view/form-view.tsx";
import type { Part } from "./paper-view.tsx";

export function formParts(paper: FormPaper): Part[] {
  return paper.sections.map((section): Part => ({
    id: `bagian-${section.id}`,
    label: section.title,
    body: (
      <>
        <h3>{section.title}</h3>
        {section.instructions ? <BlockView blocks={section.instructions} headingLevel={4} /> : null}
        <FormSectionView section={section} responses={null} />
      </>
    ),
  }));
}
