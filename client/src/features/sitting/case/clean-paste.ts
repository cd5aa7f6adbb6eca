/** What a word processor puts on the clipboard, without its comments, styles and paragraphs that only look like lists. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?o:[^>]*>/g, ""), "text/html");
  for (const element of page.querySelectorAll("style, script, meta, link, title, xml")) element.remove();
  for (const paragraph of page.querySelectorAll<HTMLElement>("p[class*=MsoListParagraph], p[style*=mso-list]")) intoList(paragraph);
  return page.body.innerHTML;
}

function intoList(paragraph: HTMLElement): void {
  const mark = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""));
  const name = /^\s*(\d+|[a-z])[.)]/i.test(mark?.textContent ?? "") ? "ol" : "ul";
  mark?.remove();
  const before = paragraph.previousElementSibling;
  const list = before?.localName === name && before.hasAttribute("data-list") ? before : paragraph.ownerDocument.createElement(name);
  if (list !== before) {
    list.setAttribute("data-list", "");
    paragraph.before(list);
  }
  const item = paragraph.ownerDocument.createElement("li");
  item.append(...paragraph.childNodes);
  list.append(item);
  paragraph.remove();
}
