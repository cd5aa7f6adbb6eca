import type { Plugin } from "vite";

/** Asks the browser for the text font together with the page, so that text does not change shape after it is shown. */
export function fontPreload(): Plugin {
  return {
    name: "kompeten:font-preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const fonts = Object.keys(context.bundle ?? {}).filter((file) => file.endsWith("-wght-normal.woff2") || /wght-normal-[\w-]+\.woff2$/.test(file));
        return fonts.map((file) => ({
          tag: "link",
          injectTo: "head-prepend",
          attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
        }));
      },
    },
  };
}
